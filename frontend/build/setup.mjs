// Installs what package-lock.json names, once: a second start finds the stamp and installs nothing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const frontend = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${frontend}node_modules/.installed`;
const wanted = createHash("sha256")
  .update(readFileSync(`${frontend}package-lock.json`))
  .update(process.version)
  .digest("hex");

if (read(stamp) !== wanted) {
  console.log("Installing the browser side's libraries …");
  // A line that drops for a moment deserves a second try.
  if (!install() && !install()) {
    console.error("The libraries in frontend/package-lock.json could not be installed. Is the network there?");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function install() {
  const flags = ["--no-audit", "--no-fund", "--loglevel=error"];
  return spawnSync("npm", ["ci", ...flags], { cwd: frontend, stdio: "inherit" }).status === 0;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
