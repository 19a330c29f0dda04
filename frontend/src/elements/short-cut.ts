/**
 * Follows the link inside it when one of its keys is pressed: `<short-cut keys="Control+K /">`.
 * A key without Control counts only outside fields, so that nobody loses a slash he meant to type.
 */
export class ShortCut extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("keydown", this.#press);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#press);
  }

  #press = (event: KeyboardEvent): void => {
    const pressed = `${event.ctrlKey || event.metaKey ? "Control+" : ""}${event.key.toUpperCase()}`;
    const keys = this.getAttribute("keys")?.split(" ") ?? [];
    if (event.altKey || !keys.includes(pressed)) return;
    if (pressed.length === 1 && event.target instanceof Element && event.target.closest("input, textarea, select"))
      return;
    event.preventDefault();
    this.querySelector<HTMLElement>("a, button")?.click();
  };
}

customElements.define("short-cut", ShortCut);
