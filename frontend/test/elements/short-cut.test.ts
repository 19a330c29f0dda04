import { beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/elements/short-cut";

const followed = vi.fn();

beforeEach(() => {
  followed.mockReset();
  document.body.innerHTML = `<short-cut keys="Control+K /"><a href="#there">Find</a></short-cut><input>`;
  document.querySelector("a")?.addEventListener("click", followed);
});

function press(key: string, modifiers: KeyboardEventInit = {}, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers }));
}

describe("short-cut", () => {
  it("follows its link by any of its keys", () => {
    press("k", { ctrlKey: true });
    press("k", { metaKey: true });
    press("/");
    expect(followed).toHaveBeenCalledTimes(3);
  });

  it("lets a slash be typed in a field, but takes Control there too", () => {
    const input = document.querySelector("input") as HTMLInputElement;
    press("/", {}, input);
    expect(followed).not.toHaveBeenCalled();
    press("k", { ctrlKey: true }, input);
    expect(followed).toHaveBeenCalledOnce();
  });

  it("ignores other keys, and every key once it is gone", () => {
    press("k");
    press("j", { ctrlKey: true });
    document.querySelector("short-cut")?.remove();
    press("/");
    expect(followed).not.toHaveBeenCalled();
  });
});
