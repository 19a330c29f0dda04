import { givenIn, type KeptAnswer, KeptAnswers, newKey, restore } from "../kept-answer";
import { token } from "../token";

/** How an attempt to save ended: the server has it, will never take it, or could not be asked. */
type Outcome = "saved" | "refused" | "failed";

const AFTER_LAST_KEY = 1_500;
const LONGEST_WAIT = 30_000;

/**
 * Saves the answer in its form when it changes, and loses none. Each answer gets a key and a number one higher than the
 * last, and stays in this browser until the server has acknowledged it; only then does the page say "Saved". After a
 * reload, or when the line is back, what was not acknowledged is sent again. Without it the form's own button saves.
 */
export class AnswerKeeper extends HTMLElement {
  #last = 0;
  #tried = "";
  #acknowledged: KeptAnswer["given"] = [];
  #soon: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #failures = 0;

  connectedCallback(): void {
    this.addEventListener("change", this.#saveNow);
    this.addEventListener("input", this.#saveSoon);
    this.addEventListener("submit", this.#submit);
    window.addEventListener("online", this.#saveNow);
    document.addEventListener("visibilitychange", this.#leave);
    queueMicrotask(this.#resume);
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#saveNow);
    this.removeEventListener("input", this.#saveSoon);
    this.removeEventListener("submit", this.#submit);
    window.removeEventListener("online", this.#saveNow);
    document.removeEventListener("visibilitychange", this.#leave);
    clearTimeout(this.#soon);
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form") ?? this.closest("form");
  }

  /** Sends again what an earlier page kept, unless the server has gone on since then. */
  #resume = (): void => {
    const form = this.#form;
    if (!form) return;
    this.#acknowledged = givenIn(form);
    const kept = new KeptAnswers(form.action).read();
    if (!kept) return;
    if (kept.sequence < Number(hidden(form, "sequence").value)) {
      new KeptAnswers(form.action).forget(kept);
      return;
    }
    this.#last = kept.sequence;
    restore(form, kept.given);
    form.querySelector("sortable-list")?.dispatchEvent(new Event("answer-restored"));
    this.#show("saving");
    this.#send();
  };

  #saveSoon = (): void => {
    this.#keep();
    this.#later(AFTER_LAST_KEY);
  };

  #saveNow = (): void => {
    this.#keep();
    this.#send();
  };

  /** The form's own button sends the same answer under the same key: one effect. */
  #submit = (): void => {
    clearTimeout(this.#soon);
    const form = this.#form;
    const kept = this.#keep();
    if (form && kept) fill(form, kept.key, kept.sequence);
  };

  #leave = (): void => {
    if (document.visibilityState === "hidden" && this.#soon !== undefined) this.#saveNow();
  };

  /** Keeps what is in the form; what was sent before keeps its key and number, and what differs gets new ones. */
  #keep(): KeptAnswer | undefined {
    const form = this.#form;
    if (!form || form.querySelector("fieldset")?.disabled) return undefined;
    const answers = new KeptAnswers(form.action);
    const given = givenIn(form);
    const kept = answers.read();
    if (kept && same(kept.given, given)) return kept;
    if (!kept && same(this.#acknowledged, given)) return undefined;
    const answer = kept && kept.key !== this.#tried ? { ...kept, given } : this.#number(form, given);
    answers.keep(answer);
    this.#show("saving");
    return answer;
  }

  /** A later answer than any that may have reached the server: one higher than the last acknowledged or tried. */
  #number(form: HTMLFormElement, given: KeptAnswer["given"]): KeptAnswer {
    this.#last = Math.max(Number(hidden(form, "sequence").value), this.#last + 1);
    return { key: newKey(), sequence: this.#last, given };
  }

  #later(wait: number): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#send(), wait);
  }

  /** One request at a time; what changed meanwhile goes next. */
  #send(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
  }

  async #sendAll(): Promise<void> {
    const form = this.#form;
    if (!form) return;
    const answers = new KeptAnswers(form.action);
    for (let answer = answers.read(); answer; answer = answers.read()) {
      this.#tried = answer.key;
      const outcome = await post(form, answer);
      if (outcome === "failed") {
        this.#show("failed");
        this.#failures += 1;
        if (this.isConnected) this.#later(Math.min(LONGEST_WAIT, 1_000 * 2 ** this.#failures));
        return;
      }
      this.#failures = 0;
      this.#acknowledged = answer.given;
      answers.forget(answer);
      fill(form, newKey(), answer.sequence + 1);
      this.#show(same(answer.given, givenIn(form)) ? outcome : "saving");
      if (outcome === "refused") return;
    }
  }

  #show(state: Outcome | "saving"): void {
    const mark = this.querySelector<HTMLElement>(".saved");
    if (!mark || mark.dataset.state === state) return;
    mark.dataset.state = state;
    mark.textContent = this.dataset[state] ?? "";
  }
}

async function post(form: HTMLFormElement, answer: KeptAnswer): Promise<Outcome> {
  const body = new URLSearchParams(answer.given.map(([name, value]) => [name, value]));
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=hidden]")) body.set(input.name, input.value);
  body.set("key", answer.key);
  body.set("sequence", String(answer.sequence));
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json", ...token() },
      body,
      keepalive: true,
      signal: AbortSignal.timeout(20_000),
    });
    if (REFUSALS.has(response.status)) return "refused";
    const acknowledged = response.ok ? ((await response.json()) as { sequence?: unknown }) : {};
    return typeof acknowledged.sequence === "number" ? "saved" : "failed";
  } catch {
    return "failed";
  }
}

/** Answers of the server that will not change by asking again. */
const REFUSALS = new Set([400, 404, 409, 410, 413, 422]);

function hidden(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
  if (!input) throw new Error(`The form in an answer-keeper needs a hidden field ${name}`);
  return input;
}

function fill(form: HTMLFormElement, key: string, sequence: number): void {
  hidden(form, "key").value = key;
  hidden(form, "sequence").value = String(sequence);
}

function same(one: KeptAnswer["given"], other: KeptAnswer["given"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

customElements.define("answer-keeper", AnswerKeeper);
