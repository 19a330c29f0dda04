/** An answer as it is kept in this browser until the server has it: what was given, under which key and number. */
export interface KeptAnswer {
  readonly key: string;
  readonly sequence: number;
  readonly given: readonly (readonly [string, string])[];
}

/** Where answers are kept between pages: one place for each form, named by its address. */
export class KeptAnswers {
  readonly #place: string;

  constructor(address: string) {
    this.#place = `answer ${address}`;
  }

  read(): KeptAnswer | undefined {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#place) ?? "null");
      return kept && typeof kept.key === "string" && Array.isArray(kept.given) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  keep(answer: KeptAnswer): void {
    try {
      localStorage.setItem(this.#place, JSON.stringify(answer));
    } catch {
      // A full or forbidden store: the answer is still on the page, and is sent from there.
    }
  }

  /** Forgets an answer the server has, unless a later one has taken its place. */
  forget(answer: KeptAnswer): void {
    if (this.read()?.key === answer.key) localStorage.removeItem(this.#place);
  }
}

/** What somebody has answered in a form: its fields by name, without the hidden ones. */
export function givenIn(form: HTMLFormElement): [string, string][] {
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map((input) => input.name));
  return [...new FormData(form)]
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => [name, typeof value === "string" ? value : ""]);
}

/** Puts a kept answer back into the fields of its form. */
export function restore(form: HTMLFormElement, given: KeptAnswer["given"]): void {
  const left = given.map(([name, value]) => ({ name, value }));
  for (const field of form.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), select, textarea")) {
    if (field.type === "radio" || field.type === "checkbox") {
      field.checked = given.some(([name, value]) => name === field.name && value === field.value);
    } else {
      const at = left.findIndex(({ name, value }) => name === field.name && takes(field, value));
      if (at >= 0) field.value = left.splice(at, 1)[0]?.value ?? "";
    }
  }
}

/** A select takes only what it offers: several of one name can stand in another order on a later page. */
function takes(field: Element, value: string): boolean {
  return !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value);
}

/** A random identifier; pages on plain http have no `randomUUID`. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
