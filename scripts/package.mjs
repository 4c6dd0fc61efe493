// npm run package -- DIR: everything that runs in production, laid out in DIR, which has to be new or empty. Nothing is
// installed there: copy it to a machine of the same kind with Node.js, and run `node server.js` in it.
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { prepare, root, say, standalone } from "./steps.mjs";

/** Read by whoever installs. */
const papers = ["LICENSE", ".env.example", "docs/configuration.md", "docs/operations.md", "docs/two-roles.sql"];

const [given] = process.argv.slice(2);
if (!given) fail("Say where to: npm run package -- DIR");
// npm runs this in the project's folder, wherever it was called.
const target = path.resolve(process.env.INIT_CWD ?? root, given);
if (existsSync(target) && readdirSync(target).length > 0) fail(`${target} isn't empty. Choose a new folder.`);

await prepare().catch((error) => fail(error.message));
mkdirSync(target, { recursive: true });
cpSync(standalone, target, { recursive: true, verbatimSymlinks: true });
for (const paper of papers) if (existsSync(paper)) cpSync(paper, path.join(target, path.basename(paper)));
say(`The installation is in ${target}: node server.js`);

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
