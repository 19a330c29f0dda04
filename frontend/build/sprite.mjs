// One sprite: the Lucide outlines in use, and the academy's own glyphs and marks.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const LUCIDE = fileURLToPath(new URL("../node_modules/lucide-static/icons/", import.meta.url));
const OWN = fileURLToPath(new URL("../src/icons/", import.meta.url));

export async function sprite() {
  const outlines = (await readFile(`${OWN}lucide.txt`, "utf8")).split("\n").filter(Boolean);
  const own = (await readdir(OWN)).filter((file) => file.endsWith(".svg")).sort();
  const symbols = [
    ...(await Promise.all(outlines.map((name) => symbol(name, `${LUCIDE}${name}.svg`)))),
    ...(await Promise.all(own.map((file) => symbol(file.replace(".svg", ""), `${OWN}${file}`)))),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- Outlines: Lucide, ISC licence -->${symbols.join("")}</svg>\n`;
}

async function symbol(name, file) {
  const svg = await readFile(file, "utf8");
  const box = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? "0 0 24 24";
  const shapes = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .trim();
  return `<symbol id="${name}" viewBox="${box}">${shapes}</symbol>`;
}
