// Cuts Commissioner to what the academy sets: its characters, weights 400 to 700, and the flare axis.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

const FILES = fileURLToPath(new URL("../node_modules/@fontsource-variable/commissioner/files/", import.meta.url));

/** Alphabets with their ranges; `styles/fonts.css` names the same ranges. */
export const ALPHABETS = {
  latin: "U+0-FF, U+152-153, U+2010-2044, U+20AC, U+2122, U+2190-2193, U+2212",
  "latin-ext": "U+100-151, U+154-17F, U+218-21B",
  greek: "U+370-3FF",
};

/** The licence travels with the fonts, as it asks. */
export const LICENCE = fileURLToPath(
  new URL("../node_modules/@fontsource-variable/commissioner/LICENSE", import.meta.url),
);

export async function cut(alphabet) {
  const whole = await readFile(`${FILES}commissioner-${alphabet}-flar-normal.woff2`);
  return subset(whole, characters(ALPHABETS[alphabet]), {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 700 } },
  });
}

function characters(ranges) {
  return ranges
    .split(", ")
    .map((range) => range.slice(2).split("-"))
    .map(([from, to]) => [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)])
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)))
    .join("");
}
