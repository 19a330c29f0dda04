/**
 * Sends the filters inside it when one changes, half a second after the last change, so that arrows can walk a list.
 * Only where htmx replaces a part of the page: a whole new page under somebody's hands would be a surprise. The
 * form's own button always works.
 */
export class AutoSubmit extends HTMLElement {
  #soon: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener("change", this.#changed);
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#changed);
    clearTimeout(this.#soon);
  }

  #changed = (event: Event): void => {
    const form = (event.target as HTMLInputElement).form;
    if (!form?.closest("[hx-boost], [hx-get], [hx-post]")) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => form.requestSubmit(), 500);
  };
}

customElements.define("auto-submit", AutoSubmit);
