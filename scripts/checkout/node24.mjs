// Node.js 24, which the Dockerfile and the manual use, beside whatever runs the tests: from npm's registry.
import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";

/** @returns {Promise<string | null>} its program; null where it can't be had, or runs already */
export async function findNode24() {
  if (process.versions.node.startsWith("24.")) return null;
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  try {
    const { stdout } = await promisify(execFile)(npx, ["--yes", "node@24", "-p", "process.execPath"]);
    return stdout.trim();
  } catch {
    return null;
  }
}
