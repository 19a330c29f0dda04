// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const STYLES = "src/styles";
const TEMPLATES = "../src/main/resources/templates";

const sheets = [...files(STYLES, ".css")];
/** What is printed to PDF is no page: it carries its own styles. */
const templates = [...files(TEMPLATES, ".html")].filter((file) => !file.startsWith(`${TEMPLATES}/print/`));

describe("every stylesheet", () => {
  it.each(sheets)("%s keeps the house rules", (file) => {
    const css = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, "");
    expect(css).not.toMatch(/!important/);
    expect(css).not.toMatch(/gradient\(/);
    expect(css).not.toMatch(/(^|[\s,>+~])#[a-z][\w-]*[^;]*\{/m);
    if (!file.endsWith("tokens.css")) expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
  });

  it("is in the bundle", () => {
    const main = readFileSync(`${STYLES}/main.css`, "utf8");
    const missing = sheets.map((file) => file.slice(STYLES.length + 1)).filter((file) => file !== "main.css");
    expect(missing.filter((file) => !main.includes(`"${file}"`))).toEqual([]);
  });

  it("uses only tokens that are defined", () => {
    const all = sheets.map((file) => readFileSync(file, "utf8")).join("\n");
    const defined = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });
});

describe("every template", () => {
  it.each(templates)("%s needs no inline style or script", (file) => {
    const html = readFileSync(file, "utf8");
    expect(html).not.toMatch(/\sstyle=|th:style|th:styleappend/);
    expect(html).not.toMatch(/\son[a-z]+=|hx-on|<script(?![^>]*\ssrc=)|="js:|="javascript:/);
  });

  it("names only icons that are in the sprite", () => {
    const known = new Set(readFileSync("src/icons/lucide.txt", "utf8").split("\n"));
    const named = templates.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/icon \('([\w-]+)'\)/g)].map(([, name]) => name ?? ""),
    );
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });
});

function* files(folder: string, extension: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* files(`${folder}/${entry.name}`, extension);
    else if (entry.name.endsWith(extension)) yield `${folder}/${entry.name}`;
  }
}
