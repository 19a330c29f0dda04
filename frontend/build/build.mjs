// Builds the browser side into the application's static files: hashed names, and a manifest that tells them.
// Fails when a budget is passed (sizes compressed, as they travel).
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { ALPHABETS, cut, LICENCE } from "./fonts.mjs";
import { sprite } from "./sprite.mjs";

const frontend = fileURLToPath(new URL("..", import.meta.url));
const assets = fileURLToPath(new URL("../../src/main/resources/static/assets/", import.meta.url));

/** Bytes a visitor may have to load; fonts are already compressed. */
const BUDGET = { "core.js": 22 * 1024, "app.css": 12 * 1024, "icons.svg": 6 * 1024, fonts: 60 * 1024 };

const manifest = {};
const sizes = {};

await rm(assets, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

const fonts = await Promise.all(
  Object.keys(ALPHABETS).map(async (alphabet) => [alphabet, await keep(`${alphabet}.woff2`, await cut(alphabet))]),
);
await keep("icons.svg", await sprite());
await keep("favicon.svg", await readFile(`${frontend}src/icons/mark/favicon.svg`, "utf8"));
await keep("core.js", await script("src/core.ts"));
await keep("app.css", named(await stylesheet("src/styles/main.css"), fonts));
await writeFile(`${assets}OFL.txt`, await readFile(LICENCE));
await writeFile(`${assets}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
report();

async function script(entry) {
  const built = await build({
    entryPoints: [`${frontend}${entry}`],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
    write: false,
  });
  return built.outputFiles[0].text;
}

async function stylesheet(entry) {
  const built = await build({
    entryPoints: [`${frontend}${entry}`],
    bundle: true,
    minify: true,
    target: ["chrome123", "firefox121", "safari17.5"],
    external: ["*.woff2"],
    legalComments: "none",
    write: false,
  });
  return built.outputFiles[0].text;
}

/** Puts the hashed names of the fonts where the stylesheet names them. */
function named(css, files) {
  return files.reduce((text, [alphabet, file]) => text.replace(`${alphabet}.woff2`, file), css);
}

async function keep(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const extension = extname(name);
  manifest[name] = `${name.slice(0, -extension.length)}-${hash}${extension}`;
  sizes[name] = extension === ".woff2" ? content.length : brotliCompressSync(content).length;
  await writeFile(assets + manifest[name], content);
  return manifest[name];
}

function report() {
  // A page is read in one alphabet, or in Latin and one other: two files at most.
  const others = ["latin-ext.woff2", "greek.woff2"].map((name) => sizes[name]);
  sizes.fonts = sizes["latin.woff2"] + Math.max(...others);
  const passed = Object.entries(BUDGET).filter(([name, most]) => sizes[name] > most);
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(
    Object.entries(BUDGET)
      .map(([name, most]) => `${name} ${kilobytes(sizes[name])} of ${kilobytes(most)}`)
      .join(", "),
  );
  if (passed.length > 0) {
    console.error(`Over budget: ${passed.map(([name]) => name).join(", ")}. See docs/frontend.md.`);
    process.exit(1);
  }
}
