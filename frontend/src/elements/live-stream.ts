/**
 * Says so when the page is no longer live. It stands around (or is) the element that holds the event stream; when the
 * stream has been down for half a minute, its `role="status"` line shows the text of `data-lost`, and when it is back
 * the line shows again what the server wrote.
 */
export class LiveStream extends HTMLElement {
  #patience: ReturnType<typeof setTimeout> | undefined;
  #said: string | undefined;

  connectedCallback(): void {
    this.addEventListener("htmx:sse:after:connection", this.#up);
    this.addEventListener("htmx:sse:error", this.#down);
    this.addEventListener("htmx:sse:close", this.#down);
    this.#down();
  }

  disconnectedCallback(): void {
    this.removeEventListener("htmx:sse:after:connection", this.#up);
    this.removeEventListener("htmx:sse:error", this.#down);
    this.removeEventListener("htmx:sse:close", this.#down);
    clearTimeout(this.#patience);
  }

  #up = (): void => {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.dataset.live = "on";
    if (this.#said !== undefined) this.#say(this.#said);
    this.#said = undefined;
  };

  #down = (): void => {
    this.#patience ??= setTimeout(() => {
      this.dataset.live = "lost";
      this.#said = this.#line?.textContent ?? undefined;
      this.#say(this.dataset.lost ?? "");
    }, 30_000);
  };

  get #line(): Element | null {
    return this.querySelector("[role=status] [data-live-text]") ?? this.querySelector("[role=status]");
  }

  #say(text: string): void {
    const line = this.#line;
    if (line) line.textContent = text;
  }
}

customElements.define("live-stream", LiveStream);
