import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/elements/answer-keeper";

const ADDRESS = "http://localhost:3000/attempts/1/answers/0";
const PLACE = `answer ${ADDRESS}`;
const post = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", post);
  post.mockReset();
  localStorage.clear();
});

afterEach(() => {
  document.body.innerHTML = "";
  vi.useRealTimers();
});

/** A page as the server writes it; sequence is the last one it acknowledged, and one. */
async function open(sequence = 1): Promise<void> {
  document.body.innerHTML = `
    <answer-keeper data-saved="Saved" data-saving="Saving" data-failed="Not saved yet." data-refused="Not taken.">
      <form method="post" action="${ADDRESS}">
        <input type="hidden" name="_csrf" value="t0ken">
        <input type="hidden" name="key" value="page-key"><input type="hidden" name="sequence" value="${sequence}">
        <fieldset><input type="radio" name="given" value="a"><input type="radio" name="given" value="b">
        <textarea name="why"></textarea></fieldset>
        <p class="saved"></p>
      </form>
    </answer-keeper>`;
  await settle();
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const mark = (): string | null | undefined => document.querySelector(".saved")?.textContent;
const sent = (call: number): URLSearchParams => post.mock.calls[call]?.[1]?.body as URLSearchParams;
const hidden = (name: string): string => (document.querySelector(`[name=${name}]`) as HTMLInputElement).value;
const acknowledge = (sequence: number): Response => Response.json({ sequence });

async function choose(value: string): Promise<void> {
  const radio = document.querySelector(`[value=${value}]`) as HTMLInputElement;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
}

function type(text: string): void {
  const area = document.querySelector("textarea") as HTMLTextAreaElement;
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("answer-keeper", () => {
  it("says Saved only when the server has the answer, and keeps it until then", async () => {
    let answer: (response: Response) => void = () => {};
    post.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await open();
    await choose("b");
    expect(mark()).toBe("Saving");
    expect(JSON.parse(localStorage.getItem(PLACE) ?? "{}").given).toEqual([
      ["given", "b"],
      ["why", ""],
    ]);
    expect(sent(0).get("given")).toBe("b");
    expect(sent(0).get("sequence")).toBe("1");
    expect(sent(0).get("_csrf")).toBe("t0ken");
    expect(sent(0).get("key")).toMatch(/^[0-9a-f-]{36}$/);
    answer(acknowledge(1));
    await settle();
    expect(mark()).toBe("Saved");
    expect(localStorage.getItem(PLACE)).toBeNull();
    expect(hidden("sequence")).toBe("2");
  });

  it("saves text within two seconds of the last key press, as one answer", async () => {
    post.mockImplementation(async () => acknowledge(1));
    await open();
    type("Be");
    await vi.advanceTimersByTimeAsync(1_000);
    type("Because");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(post).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(post).toHaveBeenCalledOnce();
    expect(sent(0).get("why")).toBe("Because");
    expect(sent(0).get("sequence")).toBe("1");
  });

  it("sends what changed meanwhile next, under a higher number", async () => {
    let answer: (response: Response) => void = () => {};
    post.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    post.mockResolvedValueOnce(acknowledge(2));
    await open();
    await choose("a");
    await choose("b");
    expect(post).toHaveBeenCalledOnce();
    answer(acknowledge(1));
    await settle();
    expect(post).toHaveBeenCalledTimes(2);
    expect(sent(1).get("given")).toBe("b");
    expect(Number(sent(1).get("sequence"))).toBeGreaterThan(Number(sent(0).get("sequence")));
    expect(sent(1).get("key")).not.toBe(sent(0).get("key"));
    expect(mark()).toBe("Saved");
  });

  it("tries again under the same key while the line is down, and at once when it is back", async () => {
    post.mockRejectedValueOnce(new TypeError("no line"));
    post.mockResolvedValueOnce(new Response("busy", { status: 503 }));
    post.mockResolvedValueOnce(acknowledge(1));
    await open();
    await choose("a");
    expect(mark()).toBe("Not saved yet.");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(post).toHaveBeenCalledTimes(2);
    expect(mark()).toBe("Not saved yet.");
    window.dispatchEvent(new Event("online"));
    await settle();
    expect(post).toHaveBeenCalledTimes(3);
    expect(sent(2).get("key")).toBe(sent(0).get("key"));
    expect(sent(2).get("sequence")).toBe(sent(0).get("sequence"));
    expect(mark()).toBe("Saved");
  });

  it("does not take a page for an acknowledgement", async () => {
    post.mockResolvedValueOnce(new Response("<h1>Sign in</h1>", { status: 200 }));
    await open();
    await choose("a");
    expect(mark()).toBe("Not saved yet.");
    expect(localStorage.getItem(PLACE)).not.toBeNull();
  });

  it("sends again after a reload what was not acknowledged, and shows it", async () => {
    post.mockRejectedValueOnce(new TypeError("no line"));
    await open();
    await choose("b");
    post.mockResolvedValueOnce(acknowledge(1));
    await open();
    expect((document.querySelector("[value=b]") as HTMLInputElement).checked).toBe(true);
    expect(sent(1).get("key")).toBe(sent(0).get("key"));
    expect(mark()).toBe("Saved");
  });

  it("gives way to a later answer from another device", async () => {
    post.mockRejectedValueOnce(new TypeError("no line"));
    await open();
    await choose("b");
    post.mockClear();
    await open(4);
    expect(post).not.toHaveBeenCalled();
    expect((document.querySelector("[value=b]") as HTMLInputElement).checked).toBe(false);
    expect(localStorage.getItem(PLACE)).toBeNull();
  });

  it("tells when an answer is not taken, and stops asking", async () => {
    post.mockResolvedValueOnce(new Response("", { status: 422 }));
    await open();
    await choose("a");
    expect(mark()).toBe("Not taken.");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(post).toHaveBeenCalledOnce();
  });

  it("sends nothing that the server has already", async () => {
    post.mockImplementation(async () => acknowledge(1));
    await open();
    window.dispatchEvent(new Event("online"));
    await settle();
    expect(post).not.toHaveBeenCalled();
    await choose("a");
    window.dispatchEvent(new Event("online"));
    await settle();
    expect(post).toHaveBeenCalledOnce();
  });

  it("gives the form's own button the same key and number", async () => {
    post.mockRejectedValueOnce(new TypeError("no line"));
    await open();
    await choose("a");
    document.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    expect(hidden("key")).toBe(sent(0).get("key"));
    expect(hidden("sequence")).toBe(sent(0).get("sequence"));
  });
});
