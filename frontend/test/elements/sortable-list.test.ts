import { beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/elements/sortable-list";

const changed = vi.fn();

beforeEach(() => {
  changed.mockReset();
  const item = (name: string, place: number): string => `
    <li><span>${name}</span><button type="button" hidden data-move="up"></button>
      <button type="button" hidden data-move="down"></button>
      <select data-place name="${name}">${[1, 2, 3].map((at) => `<option ${at === place ? "selected" : ""}>${at}</option>`).join("")}</select></li>`;
  document.body.innerHTML = `<form><sortable-list><ol>${item("a", 2)}${item("b", 1)}${item("c", 3)}</ol></sortable-list></form>`;
  document.querySelector("form")?.addEventListener("change", changed);
});

const items = (): HTMLLIElement[] => [...document.querySelectorAll("li")];
const order = (): string =>
  items()
    .map((item) => item.querySelector("span")?.textContent)
    .join("");
const sent = (): string =>
  [...new FormData(document.querySelector("form") as HTMLFormElement)].map((pair) => pair.join("")).join(" ");
const press = (name: string, move: string): void => {
  items()
    .find((item) => item.querySelector("span")?.textContent === name)
    ?.querySelector<HTMLButtonElement>(`[data-move=${move}]`)
    ?.click();
};

describe("sortable-list", () => {
  it("lays the items as their places say, and shows its buttons", () => {
    expect(order()).toBe("bac");
    expect(document.querySelector("button")?.hidden).toBe(false);
    expect(changed).not.toHaveBeenCalled();
  });

  it("moves an item up or down, and the form sends the new places", () => {
    press("c", "up");
    expect(order()).toBe("bca");
    expect(sent()).toBe("b1 c2 a3");
    press("b", "down");
    expect(order()).toBe("cba");
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it("keeps the ends where they are", () => {
    press("b", "up");
    press("c", "down");
    expect(order()).toBe("bac");
  });

  it("moves an item to the place chosen, and numbers the others", () => {
    const select = document.querySelector<HTMLSelectElement>("select[name=c]") as HTMLSelectElement;
    select.value = "1";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(order()).toBe("cba");
    expect(sent()).toBe("c1 b2 a3");
    expect(changed).toHaveBeenCalledOnce();
  });

  it("follows places that were put back from an earlier page", () => {
    for (const [name, place] of [
      ["a", "3"],
      ["b", "2"],
      ["c", "1"],
    ] as const) {
      (document.querySelector(`select[name=${name}]`) as HTMLSelectElement).value = place;
    }
    document.querySelector("sortable-list")?.dispatchEvent(new Event("answer-restored"));
    expect(order()).toBe("cba");
  });
});
