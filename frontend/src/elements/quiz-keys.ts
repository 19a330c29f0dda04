/**
 * Lets a letter choose an answer while focus is inside the question: A for the first, B for the second.
 * Without it the native radios and checkboxes do the same work with arrows and Space.
 */
export class QuizKeys extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", this.#choose);
  }

  disconnectedCallback(): void {
    this.removeEventListener("keydown", this.#choose);
  }

  #choose = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTextField(event.target)) return;
    const options = this.querySelectorAll<HTMLInputElement>("input:is([type=radio], [type=checkbox]):not(:disabled)");
    const option = options[event.key.toLowerCase().charCodeAt(0) - "a".charCodeAt(0)];
    if (event.key.length !== 1 || !option) return;
    event.preventDefault();
    option.focus();
    option.click();
  };
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox";
}

customElements.define("quiz-keys", QuizKeys);
