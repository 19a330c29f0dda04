import { beforeEach, describe, expect, it } from "vitest";
import "../../src/elements/quiz-keys";

beforeEach(() => {
  document.body.innerHTML = `
    <quiz-keys>
      <input type="radio" name="given" value="1"><input type="radio" name="given" value="2">
      <input type="text">
    </quiz-keys><button>elsewhere</button>`;
});

const radio = (value: string): HTMLInputElement => document.querySelector(`[value="${value}"]`) as HTMLInputElement;

function press(key: string, target: Element, modifiers: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
  target.dispatchEvent(event);
  return event;
}

describe("quiz-keys", () => {
  it("chooses the second answer by B, large or small, and moves focus there", () => {
    expect(press("b", radio("1")).defaultPrevented).toBe(true);
    expect(radio("2").checked).toBe(true);
    expect(document.activeElement).toBe(radio("2"));
    press("A", radio("2"));
    expect(radio("1").checked).toBe(true);
  });

  it("leaves letters alone outside the question, in text fields, and with a modifier", () => {
    press("b", document.querySelector("button") as Element);
    press("b", document.querySelector("[type=text]") as Element);
    press("b", radio("1"), { ctrlKey: true });
    expect(radio("2").checked).toBe(false);
  });

  it("leaves letters alone that name no answer, and keys that are no letters", () => {
    expect(press("d", radio("1")).defaultPrevented).toBe(false);
    expect(press("Backspace", radio("1")).defaultPrevented).toBe(false);
  });

  it("is silent once it is taken off the page", () => {
    const element = document.querySelector("quiz-keys") as HTMLElement;
    const second = radio("2");
    element.remove();
    press("b", element);
    expect(second.checked).toBe(false);
  });
});
