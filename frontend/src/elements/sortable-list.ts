/**
 * A list that can be put in order. Each `li` holds a select with its place, which is what the form sends and what works
 * without scripts; here Up, Down and dragging do the same, and the places follow the list. Until somebody has chosen a
 * place there is no order, and `data-placed` is not there.
 */
export class SortableList extends HTMLElement {
  #dragged: HTMLLIElement | undefined;

  connectedCallback(): void {
    const locked = this.querySelector("select")?.matches(":disabled") ?? false;
    for (const item of this.#items) item.draggable = !locked;
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-move]")) button.hidden = locked;
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

  /** Lays the items as their places say; items without a place come last, equal ones keep their order. */
  arrange(): void {
    const ordered = this.#items.sort((one, other) => placeOf(one) - placeOf(other));
    if (ordered.some((item, at) => item !== this.#items[at])) this.#list.append(...ordered);
    this.toggleAttribute(
      "data-placed",
      ordered.some((item) => Number.isFinite(placeOf(item))),
    );
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
    tell(item);
  };

  /** A place was chosen: the event goes on to the form by itself. */
  #place = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const item = select.closest("li");
    if (!item || !Number.isFinite(placeOf(item))) return;
    this.#move(item, placeOf(item));
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
    const item = this.#dragged;
    if (!item) return;
    delete item.dataset.dragging;
    this.#dragged = undefined;
    this.#number();
    tell(item);
  };

  #restored = (): void => this.arrange();

  #move(item: HTMLLIElement, to: number): void {
    const others = this.#items.filter((other) => other !== item);
    const place = Math.max(0, Math.min(to, others.length));
    this.#list.insertBefore(item, others[place] ?? null);
    this.#number();
  }

  #number(): void {
    this.#items.forEach((item, at) => {
      const select = selectOf(item);
      select.value = places(select)[at] ?? "";
    });
    this.setAttribute("data-placed", "");
  }
}

function selectOf(item: Element): HTMLSelectElement {
  const select = item.querySelector<HTMLSelectElement>("select[data-place]");
  if (!select) throw new Error("Each item of a sortable-list needs a select with data-place");
  return select;
}

/** The values that mean a place, first place first; the empty one means none. */
function places(select: HTMLSelectElement): string[] {
  return [...select.options].map((option) => option.value).filter((value) => value !== "");
}

/** The place of an item, from 0; without one it comes after all others. */
function placeOf(item: Element): number {
  const select = selectOf(item);
  const place = places(select).indexOf(select.value);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

/** Tells the form that an answer changed, as a choice by hand would. */
function tell(item: Element): void {
  selectOf(item).form?.dispatchEvent(new Event("change", { bubbles: true }));
}

customElements.define("sortable-list", SortableList);
