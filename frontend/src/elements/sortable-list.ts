/**
 * A list that can be put in order. Each `li` holds a select with its place, which is what the form sends and what works
 * without scripts; here Up, Down and dragging do the same, and the places follow the list.
 */
export class SortableList extends HTMLElement {
  #dragged: HTMLLIElement | undefined;

  connectedCallback(): void {
    for (const item of this.#items) item.draggable = true;
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-move]")) button.hidden = false;
    this.arrange();
    this.addEventListener("click", this.#press);
    this.addEventListener("change", this.#place);
    this.addEventListener("dragstart", this.#lift);
    this.addEventListener("dragover", this.#pass);
    this.addEventListener("dragend", this.#drop);
    this.addEventListener("answer-restored", this.#restored);
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#press);
    this.removeEventListener("change", this.#place);
    this.removeEventListener("dragstart", this.#lift);
    this.removeEventListener("dragover", this.#pass);
    this.removeEventListener("dragend", this.#drop);
    this.removeEventListener("answer-restored", this.#restored);
  }

  /** Lays the items as their places say; equal places keep their order. */
  arrange(): void {
    const ordered = this.#items.sort((one, other) => Number(placeOf(one).value) - Number(placeOf(other).value));
    if (ordered.some((item, at) => item !== this.#items[at])) this.#list.append(...ordered);
  }

  get #list(): Element {
    return this.querySelector("ol, ul") ?? this;
  }

  get #items(): HTMLLIElement[] {
    return [...this.#list.children].filter((child) => child instanceof HTMLLIElement);
  }

  #press = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-move]");
    const item = button?.closest("li");
    if (!button || !item) return;
    const at = this.#items.indexOf(item);
    this.#move(item, button.dataset.move === "up" ? at - 1 : at + 1);
    button.focus();
  };

  #place = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const item = select.closest("li");
    if (item && select.dataset.place !== undefined) this.#move(item, Number(select.value) - 1, false);
    select.focus();
  };

  #lift = (event: DragEvent): void => {
    const item = (event.target as Element).closest?.("li");
    if (!item) return;
    this.#dragged = item;
    item.dataset.dragging = "";
    event.dataTransfer?.setData("text/plain", "");
  };

  #pass = (event: DragEvent): void => {
    const over = (event.target as Element).closest("li");
    if (!this.#dragged || !over || !this.contains(over)) return;
    event.preventDefault();
    if (over === this.#dragged) return;
    const middle = over.getBoundingClientRect().top + over.offsetHeight / 2;
    this.#list.insertBefore(this.#dragged, event.clientY > middle ? over.nextElementSibling : over);
  };

  #drop = (): void => {
    if (!this.#dragged) return;
    delete this.#dragged.dataset.dragging;
    const item = this.#dragged;
    this.#dragged = undefined;
    this.#number();
    tell(item);
  };

  #restored = (): void => this.arrange();

  #move(item: HTMLLIElement, to: number, telling = true): void {
    const others = this.#items.filter((other) => other !== item);
    const place = Math.max(0, Math.min(to, others.length));
    this.#list.insertBefore(item, others[place] ?? null);
    this.#number();
    if (telling) tell(item);
  }

  #number(): void {
    this.#items.forEach((item, at) => {
      placeOf(item).value = String(at + 1);
    });
  }
}

function placeOf(item: Element): HTMLSelectElement {
  const place = item.querySelector<HTMLSelectElement>("select[data-place]");
  if (!place) throw new Error("Each item of a sortable-list needs a select with data-place");
  return place;
}

/** Tells the form that an answer changed, as a choice by hand would. */
function tell(item: Element): void {
  placeOf(item).form?.dispatchEvent(new Event("change"));
}

customElements.define("sortable-list", SortableList);
