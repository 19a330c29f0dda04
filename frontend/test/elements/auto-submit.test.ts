import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/elements/auto-submit";

const sent = vi.fn((event: Event) => event.preventDefault());

beforeEach(() => {
  vi.useFakeTimers();
  sent.mockClear();
});

afterEach(() => vi.useRealTimers());

function page(boost: string): HTMLSelectElement {
  document.body.innerHTML = `
    <div ${boost}><auto-submit><form method="get"><select><option>a</option></select></form></auto-submit></div>`;
  document.querySelector("form")?.addEventListener("submit", sent);
  return document.querySelector("select") as HTMLSelectElement;
}

function change(select: Element): void {
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("auto-submit", () => {
  it("sends the filters once, half a second after the last change", () => {
    const select = page("hx-boost='true'");
    change(select);
    vi.advanceTimersByTime(400);
    change(select);
    vi.advanceTimersByTime(499);
    expect(sent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(sent).toHaveBeenCalledOnce();
  });

  it("never loads a whole page under somebody's hands", () => {
    change(page(""));
    vi.advanceTimersByTime(1_000);
    expect(sent).not.toHaveBeenCalled();
  });

  it("sends nothing once it is gone", () => {
    change(page("hx-boost='true'"));
    document.querySelector("auto-submit")?.remove();
    vi.advanceTimersByTime(1_000);
    expect(sent).not.toHaveBeenCalled();
  });
});
