// What production runs beside Next's server, each in one plain file: server.js, and the commands of an installation.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

/** Commands of package.json that an installation has too, and the file that runs each. */
export const commands = {
  "admin:create": "admin-create",
  publication: "publication",
  "results:correct": "results-correct",
  migrate: "migrate",
  backup: "backup",
  restore: "restore",
  "audit:verify": "audit-verify",
  "audit:erase": "audit-erase",
};

/** Programs of threads that a command asks: server/threads/worker-thread.ts finds them beside it. */
const threads = ["work-out-thread"];

const [inGzip, inBrotli] = [promisify(gzip), promisify(brotliCompress)];

/** Native code, WebAssembly and what reads files beside itself: loaded from where they are installed. */
const external = [
  "@electric-sql/pglite",
  "@myriaddreamin/typst-ts-node-compiler",
  "@node-rs/argon2",
  "@resvg/resvg-js",
  "pg",
  "pino",
  "subset-font",
];

/** What only a checkout runs beside them: `npm start` fills the database while it builds. */
const ofCheckout = ["fill"];

/** Where bundles stand in a checkout: below the packages that they load, and out of the way of Next, which clears its own folder. */
export const bundles = "node_modules/.spaiv";

/** Completes Next's standalone output: static files, server.js that says why it can't serve, commands, their packages. */
export async function completeStandalone(standalone) {
  // Left to whoever deploys, who might serve them otherwise; we serve them.
  const files = path.join(standalone, ".next/static");
  cpSync(".next/static", files, { recursive: true });
  const compressed = compressFiles(files);
  if (existsSync("public")) cpSync("public", path.join(standalone, "public"), { recursive: true });
  removeStrays(standalone);
  const next = path.join(standalone, "next-server.js");
  if (!existsSync(next)) renameSync(path.join(standalone, "server.js"), next);
  await bundleServer(standalone);
  cpSync(bundles, path.join(standalone, "commands"), { recursive: true });
  for (const name of ofCheckout) rmSync(path.join(standalone, "commands", `${name}.mjs`));
  await copyPackages(
    standalone,
    Object.values(commands).map((name) => path.join(bundles, `${name}.mjs`)),
  );
  await compressed;
  writeFileSync(path.join(standalone, "package.json"), packageOfInstallation());
}

/** Puts a compressed copy beside each file of text, as small as can be: lib/server/front/static-files.ts serves it. */
async function compressFiles(folder) {
  const texts = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css|svg|json)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const file = path.join(folder, name);
      const text = readFileSync(file);
      const [small, smaller] = await Promise.all([inGzip(text, { level: 9 }), inBrotli(text)]);
      writeFileSync(`${file}.gz`, small);
      writeFileSync(`${file}.br`, smaller);
    }),
  );
}

/** What is read while it runs; of `lib`, what isn't bundled. */
const kept = [".next", "lib", "next-server.js", "node_modules", "package.json", "prisma", "public", "server.js"];
const keptOfLib = /\.(mjs|typ)$/;

/** Tracing follows folders' names into sources and tests, and Next copies the settings of whoever builds. */
function removeStrays(standalone) {
  for (const name of readdirSync(standalone))
    if (!kept.includes(name)) rmSync(path.join(standalone, name), { recursive: true });
  const lib = path.join(standalone, "lib");
  for (const entry of readdirSync(lib, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !keptOfLib.test(entry.name)) rmSync(path.join(entry.parentPath, entry.name));
}

const shared = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  conditions: ["react-server"],
  legalComments: "none",
  logLevel: "warning",
};

/** Bundles the commands and the threads that they ask. */
export async function bundleCommands() {
  const { build } = await import("esbuild");
  rmSync(bundles, { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: Object.fromEntries([
      ...[...Object.values(commands), ...ofCheckout].map((name) => [name, `scripts/${name}.ts`]),
      ...threads.map((name) => [name, `lib/threads/${name}.ts`]),
    ]),
    outdir: bundles,
    outExtension: { ".js": ".mjs" },
    // Packages of CommonJS ask for Node's own modules by this name.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
    splitting: true,
    chunkNames: "parts/[hash]",
    external: [...external, "./checkout/schema-difference"],
  });
}

async function bundleServer(standalone) {
  const { build } = await import("esbuild");
  await build({
    ...shared,
    entryPoints: { server: "scripts/server/server.mjs" },
    outfile: path.join(standalone, "server.js"),
    external: ["./next-server.js"],
  });
}

/** What the commands load from node_modules, as Next traces it for the server. */
async function copyPackages(standalone, files) {
  const { nodeFileTrace } = (await import("next/dist/compiled/@vercel/nft/index.js")).default;
  const { fileList } = await nodeFileTrace(files, { base: process.cwd(), conditions: ["node", "import"] });
  for (const file of fileList) {
    const target = path.join(standalone, file);
    if (file.startsWith("node_modules/") && !file.startsWith(bundles) && !existsSync(target))
      cpSync(file, target, { recursive: true, verbatimSymlinks: true });
  }
}

function packageOfInstallation() {
  const { name, version, license, description, engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const scripts = Object.entries(commands).map(([command, file]) => [command, `node commands/${file}.mjs`]);
  const installed = {
    name,
    version,
    private: true,
    type: "module",
    license,
    description,
    engines,
    scripts: { start: "node server.js", ...Object.fromEntries(scripts) },
  };
  return `${JSON.stringify(installed, null, 2)}\n`;
}
