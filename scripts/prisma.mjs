// Prisma's command line for generate, format and validate, installed on first use in scripts/prisma: the product needs none of
// its packages. These commands want the path of a native engine that they never run, so any existing file will do where the
// engine can't be downloaded.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { hashOf, unlessDone } from "./sources.mjs";
import { npm, root } from "./steps.mjs";

const allowed = ["generate", "format", "validate", "version"];
const [command, ...rest] = process.argv.slice(2);
if (!allowed.includes(command)) {
  console.error(
    `prisma ${command ?? ""}: use one of ${allowed.join(", ")} here. ` +
      "Migrations: npm run migrate -- gen|deploy|status|drift (without the native engine, prisma's own migrate would do nothing and report success).",
  );
  process.exit(2);
}
const folder = path.join(root, "scripts/prisma");
await unlessDone(
  path.join(folder, "node_modules/.spaiv-lock"),
  hashOf([path.join(folder, "package-lock.json")]),
  existsSync(path.join(folder, "node_modules/prisma/package.json")),
  () => npm("ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
);
const cli = path.join(folder, "node_modules/prisma/build/index.js");
const result = spawnSync(process.execPath, [cli, command, ...rest], {
  stdio: process.env.SPAIV_QUIET ? ["ignore", "ignore", "inherit"] : "inherit",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY || process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  },
});
process.exit(result.status ?? 1);
