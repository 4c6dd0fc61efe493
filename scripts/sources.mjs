// What a build is made from, and whether it is still the same.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const buildSources = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "proxy.ts",
  "tsconfig.json",
];
const generated = path.join("lib", "server", "db", "generated");

function* filesUnder(place) {
  if (!existsSync(place) || place === generated || path.basename(place) === "node_modules") return;
  if (!statSync(place).isDirectory()) {
    yield place;
    return;
  }
  for (const name of readdirSync(place).sort()) yield* filesUnder(path.join(place, name));
}

/** A hash of names and contents. */
export function hashOf(places) {
  const hash = createHash("sha256");
  for (const place of places)
    for (const file of filesUnder(place)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
    }
  return hash.digest("hex");
}

export const buildHash = () => hashOf(buildSources);

/** Of what stands beside Next's output. */
export const installationHash = () => hashOf([...buildSources, "scripts", "package.json"]);

/** Whether the stamp says that something was done for this hash. */
export const isDone = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** Runs `work` unless the stamp says that it was done for this hash; writes the stamp afterwards. */
export async function unlessDone(stamp, hash, done, work) {
  if (done && isDone(stamp, hash)) return false;
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
