// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, distance, SIGHTS, type Sight } from "./colour";

const THEMES = ["labour", "health", "education", "citizenship", "housing", "crosscutting"];
const MODES = ["light", "dark"] as const;

/** The tokens as they stand in the stylesheet: name to light and dark. */
const tokens = Object.fromEntries(
  [
    ...readFileSync("src/styles/tokens.css", "utf8").matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name, { light, dark }]),
) as Record<string, Record<(typeof MODES)[number], string>>;

function token(name: string, mode: (typeof MODES)[number]): string {
  const found = tokens[name]?.[mode];
  if (!found) throw new Error(`There is no token --${name}`);
  return found;
}

describe.each(MODES)("in %s mode", (mode) => {
  it.each(Object.keys(SIGHTS) as Sight[])("the six fills are told apart with %s", (sight) => {
    const pairs = THEMES.flatMap((one, at) => THEMES.slice(at + 1).map((other) => [one, other] as const));
    const near = pairs.filter(([one, other]) => distance(token(one, mode), token(other, mode), sight) < 0.12);
    expect(near).toEqual([]);
  });

  it.each([
    ["ink", 7],
    ["ink-2", 7],
    ["link", 7],
    ["ok", 6.5],
    ["warn", 7],
    ["edge", 3],
  ])("--%s reads on paper and on stone", (name, least) => {
    expect(contrast(token(name, mode), token("paper", mode))).toBeGreaterThanOrEqual(least);
    expect(contrast(token(name, mode), token("stone", mode))).toBeGreaterThanOrEqual(Math.min(least, 6.5));
  });

  it.each(THEMES)("%s: tone is text on paper and tint, and the glyph shows on the fill", (theme) => {
    expect(contrast(token(`${theme}-tone`, mode), token("paper", mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(`${theme}-tone`, mode), token(`${theme}-tint`, mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("ink", mode), token(`${theme}-tint`, mode))).toBeGreaterThanOrEqual(7);
    expect(contrast(token("ink-2", mode), token(`${theme}-tint`, mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(`${theme}-on`, mode), token(theme, mode))).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ["q1", "q-lo"],
    ["q2", "q-lo"],
    ["q3", "q-mid"],
    ["q4", "q-hi"],
    ["q5", "q-hi"],
  ])("figures on --%s read in --%s", (fill, text) => {
    expect(contrast(token(fill, mode), token(text, mode))).toBeGreaterThanOrEqual(4.95);
  });

  it("neighbours on the scale of data differ by 1.4 or more", () => {
    const steps = ["q1", "q2", "q3", "q4", "q5"].map((name) => token(name, mode));
    for (const [at, step] of steps.slice(1).entries()) {
      expect(contrast(steps[at] ?? "", step)).toBeGreaterThanOrEqual(1.39);
    }
  });

  it("buttons, notices and errors read", () => {
    expect(contrast(token("on-ink", mode), token("ink", mode))).toBeGreaterThanOrEqual(7);
    expect(contrast(token("ink", mode), token("ok-tint", mode))).toBeGreaterThanOrEqual(7);
    expect(contrast(token("warn", mode), token("warn-tint", mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("ink", mode), token("labour-tint", mode))).toBeGreaterThanOrEqual(7);
  });
});
