import { beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/elements/sortable-list";

const changed = vi.fn();

beforeEach(() => page(2, 1, 3));

function page(...chosen: number[]): void {
  changed.mockReset();
  const item = (name: string, place: number | undefined): string => `
    <li><span>${name}</span><button type="button" hidden data-move="up"></button>
      <button type="button" hidden data-move="down"></button>
      <select data-place name="given" aria-label="${name}"><option value="">No place yet</option>
        ${[1, 2, 3].map((at) => `<option value="${name}${at}" ${at === place ? "selected" : ""}>${at}</option>`).join("")}
      </select></li>`;
  const list = ["a", "b", "c"].map((name, at) => item(name, chosen[at])).join("");
  document.body.innerHTML = `<form><sortable-list><ol>${list}</ol></sortable-list></form>`;
  document.querySelector("form")?.addEventListener("change", changed);
}

const items = (): HTMLLIElement[] => [...document.querySelectorAll("li")];
const order = (): string =>
  items()
    .map((item) => item.querySelector("span")?.textContent)
    .join("");
const sent = (): string => new FormData(document.querySelector("form") as HTMLFormElement).getAll("given").join(" ");
const select = (name: string): HTMLSelectElement =>
  document.querySelector(`select[aria-label=${name}]`) as HTMLSelectElement;
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
    select("c").value = "c1";
    select("c").dispatchEvent(new Event("change", { bubbles: true }));
    expect(order()).toBe("cba");
    expect(sent()).toBe("c1 b2 a3");
    expect(changed).toHaveBeenCalledOnce();
  });

  it("says nothing of an order that nobody has chosen, until somebody does", () => {
    page();
    const list = document.querySelector("sortable-list");
    expect(order()).toBe("abc");
    expect(sent().trim()).toBe("");
    expect(list?.hasAttribute("data-placed")).toBe(false);
    select("a").value = "a1";
    select("a").dispatchEvent(new Event("change", { bubbles: true }));
    expect(sent()).toBe("a1 b2 c3");
    expect(list?.hasAttribute("data-placed")).toBe(true);
  });

  it("follows places that were put back from an earlier page", () => {
    for (const [name, place] of Object.entries({ a: "a3", b: "b2", c: "c1" })) select(name).value = place;
    document.querySelector("sortable-list")?.dispatchEvent(new Event("answer-restored"));
    expect(order()).toBe("cba");
  });

  it("stays as it is once the answers are handed in", () => {
    document.body.innerHTML = `<form><fieldset disabled>${document.querySelector("form")?.innerHTML}</fieldset></form>`;
    expect(document.querySelector("li")?.draggable).toBe(false);
    expect(document.querySelector("button")?.hidden).toBe(true);
  });
});
