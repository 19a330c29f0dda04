import { beforeEach, describe, expect, it, vi } from "vitest";
import { givenIn, KeptAnswers, newKey, restore } from "../src/kept-answer";

beforeEach(() => localStorage.clear());

function form(fields: string): HTMLFormElement {
  document.body.innerHTML = `<form><input type="hidden" name="key" value="k">${fields}</form>`;
  return document.querySelector("form") as HTMLFormElement;
}

describe("a kept answer", () => {
  it("holds what was given, without the hidden fields", () => {
    const page = form(`<input type="checkbox" name="given" value="a" checked><input name="why" value="so">`);
    expect(givenIn(page)).toEqual([
      ["given", "a"],
      ["why", "so"],
    ]);
  });

  it("goes back into every kind of field", () => {
    const page = form(`
      <input type="checkbox" name="given" value="a" checked><input type="checkbox" name="given" value="b">
      <input type="radio" name="one" value="x"><input type="text" name="word"><textarea name="text"></textarea>`);
    const given = [
      ["given", "b"],
      ["one", "x"],
      ["word", "equal"],
      ["text", "two words"],
    ] as [string, string][];
    restore(page, given);
    expect(givenIn(page)).toEqual(given);
  });

  it("finds its selects again when they stand in another order", () => {
    const select = (item: string): string =>
      `<select name="given"><option value=""></option><option value="${item}1">1</option><option value="${item}2">2</option></select>`;
    const page = form(select("b") + select("a"));
    restore(page, [
      ["given", "a1"],
      ["given", "b2"],
    ]);
    expect(givenIn(page)).toEqual([
      ["given", "b2"],
      ["given", "a1"],
    ]);
  });

  it("is forgotten only if no later one has taken its place", () => {
    const answers = new KeptAnswers("/answers/0");
    const first = { key: "1", sequence: 1, given: [] };
    answers.keep(first);
    answers.keep({ key: "2", sequence: 2, given: [] });
    answers.forget(first);
    expect(answers.read()?.key).toBe("2");
  });

  it("is not there when what is stored cannot be read", () => {
    localStorage.setItem("answer /answers/0", "{");
    expect(new KeptAnswers("/answers/0").read()).toBeUndefined();
    localStorage.setItem("answer /answers/0", '{"key":1}');
    expect(new KeptAnswers("/answers/0").read()).toBeUndefined();
  });

  it("gets a key also where the browser has no randomUUID", () => {
    vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
    expect(newKey()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  });
});
