import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// The import rules of lib/README.md, executable. A breach names the file, what it imports and the rule.
// All rules in one file, however long: whoever adds a folder reads them from one end to the other.

const root = path.resolve(import.meta.dirname, "..");
const generated = "lib/server/db/generated";

interface Source {
  file: string;
  text: string;
}

/** Who may import what. A file belongs to the first layer whose folder it is in; `within` are folders, `packages` npm names. */
const layers: { folder: string; within: string[]; packages: RegExp }[] = [
  { folder: "lib/domain", within: ["lib/domain"], packages: /^fraction\.js$/ },
  { folder: "lib/schemas", within: ["lib/schemas", "lib/domain"], packages: /^zod(\/mini)?$/ },
  { folder: "lib/views", within: ["lib/views", "lib/domain", "lib/schemas"], packages: /^$/ },
  { folder: "lib/charts", within: ["lib/charts", "lib/views", "lib/domain", "lib/schemas"], packages: /^$/ },
  {
    folder: "lib/exchange",
    within: ["lib/exchange", "lib/views", "lib/domain", "lib/schemas"],
    packages: /^(zod|csv-parse|csv-stringify|hucre|fflate)(\/|$)/,
  },
  {
    folder: "lib/publication",
    within: ["lib/publication", "lib/exchange", "lib/charts", "lib/i18n", "lib/views", "lib/domain", "lib/schemas"],
    packages:
      /^(@myriaddreamin\/typst-ts-node-compiler|@resvg\/resvg-js|docx|fflate|hastscript|hast-util-to-html|subset-font)(\/|$)/,
  },
  {
    folder: "lib/cleaning",
    within: ["lib/cleaning", "lib/domain"],
    packages: /^(@cantoo\/pdf-lib|fflate|file-type|sharp)(\/|$)/,
  },
  {
    folder: "lib/threads",
    within: ["lib/threads", "lib/publication", "lib/exchange", "lib/cleaning", "lib/domain"],
    packages: /^$/,
  },
  {
    folder: "lib/i18n",
    within: ["lib/i18n", "lib/charts", "lib/views", "lib/domain"],
    packages: /^(next-intl|use-intl|icu-minify|next|server-only)(\/|$)/,
  },
  { folder: "lib/server", within: ["lib"], packages: /./ },
  {
    folder: "components",
    within: ["components", "lib/domain", "lib/schemas", "lib/views", "lib/charts", "lib/i18n", "public"],
    packages: /^(react(-dom)?|next(-intl)?|recharts|@tanstack\/react-(table|virtual)|@simplewebauthn\/browser)(\/|$)/,
  },
  {
    folder: "app",
    within: ["app", "components", "lib", "public"],
    packages: /^(react|react-dom|next|next-intl|next-auth|@fontsource[^/]*)(\/|$)/,
  },
];
const onlyServer =
  /^(@prisma\/|prisma$|next-auth(\/|$)|pg$|@electric-sql\/|@node-rs\/|server-only$|(node:)?(fs|net|child_process)(\/|$))/;
/** Fonts are read where documents are drawn: in a thread that has no server. */
const readsFonts = "lib/publication/fonts/read-font.ts";
/** The one file that may call React's own hook, which gives the page up where an action isn't answered. */
const hearsNoAnswer = "components/ui/forms/use-answered-state.ts";
/** What of the server routes may know. */
const doors = ["queries", "commands", "auth", "http", "action"].map((door) => `lib/server/${door}`);
const leaves = ["prisma/seed", "scripts", "e2e", "bench", "test"];
/** Where the outside enters: Next starts the database through instrumentation.ts. */
const mayImportLeaves = ["instrumentation.ts", "prisma", "scripts", "e2e", "bench", "test"];
/** Alone says where pages stand. */
const paths = "lib/i18n/paths.ts";

/** Alone raises a plan's results version. */
const raises = "lib/server/results/publish.ts";
const raising = [
  /\bresultsVersion\.(create|update|upsert)/,
  /\bresultsVersion:\s*\{\s*(increment|set)\b/,
  /\bplan\.(create|update|upsert)\w*\([^;]*?\bdata:[^;]*?\b(resultsVersion\b(?!:\s*true)|versions:\s*\{\s*create)/,
  /\bINSERT\s+INTO\s+"?results_version\b/i,
  /\bUPDATE\s+"?plan\b[^;`]*?\bresults_version"?\s*=/i,
];
/** Who tries the product; nothing that runs imports what was made to try it. */
const tries = ["e2e", "bench", "test"];

function* sourceFiles(folder: string): Generator<string> {
  for (const name of readdirSync(path.join(root, folder)).sort()) {
    const file = path.posix.join(folder, name);
    if (file === generated || name === "node_modules") continue;
    if (statSync(path.join(root, file)).isDirectory()) yield* sourceFiles(file);
    else if (/\.(ts|tsx|mjs)$/.test(name)) yield file;
  }
}

function importsOf({ text }: Source): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]!);
}

/** The path from the root that an import means; null for a package. */
function targetOf(file: string, imported: string): string | null {
  if (imported.startsWith("@/")) return imported.slice(2);
  if (imported.startsWith(".")) return path.posix.join(path.posix.dirname(file), imported);
  return null;
}

const inFolder = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /(^|\/)testing(\.ts|\/)/.test(file);

function breaches(source: Source): string[] {
  const { file, text } = source;
  if (isTest(file)) return [];
  const found: string[] = [];
  const layer = layers.find(({ folder }) => inFolder(file, folder));
  const isClient = /^\s*["']use client["']/.test(text);
  for (const imported of importsOf(source)) {
    const say = (rule: string) => found.push(`${file} imports ${imported}: ${rule}`);
    const target = targetOf(file, imported);
    if (target === null) {
      if (
        !inFolder(file, "lib/server") &&
        layer &&
        onlyServer.test(imported) &&
        !(inFolder(file, "app/api/auth") && /^next-auth/.test(imported)) &&
        !(file === readsFonts && imported === "node:fs")
      )
        say("only lib/server knows the database, the session or a disk");
      else if (layer && !/^node:/.test(imported) && !layer.packages.test(imported))
        say(`${layer.folder} may not use this package`);
      continue;
    }
    if (inFolder(file, "app") && inFolder(target, "lib/server") && !doors.some((door) => inFolder(target, door)))
      say(`of lib/server, app imports only ${doors.join(", ")}`);
    if (isClient && inFolder(target, "lib/server")) say("client code never imports lib/server");
    if (inFolder(target, generated) && !inFolder(file, "lib/server") && !leaves.some((leaf) => inFolder(file, leaf)))
      say("only lib/server knows the generated client");
    if (leaves.some((leaf) => inFolder(target, leaf)) && !mayImportLeaves.some((place) => inFolder(file, place)))
      say("nothing imports seeds, scripts, e2e, bench or test");
    if (inFolder(target, "test") && !tries.some((place) => inFolder(file, place))) say("only tests import test");
    if (
      layer &&
      !layer.within.some((folder) => inFolder(target, folder)) &&
      !leaves.some((leaf) => inFolder(target, leaf))
    )
      say(`${layer.folder} may import ${layer.within.join(", ")}`);
  }
  if (
    inFolder(file, "lib/server") &&
    file.endsWith(".ts") &&
    !/(^|\n)import "server-only";/.test(text) &&
    !file.endsWith(".stub.ts") &&
    !/^["']use server["']/.test(text)
  )
    found.push(`${file}: every file of lib/server begins with import "server-only"`);
  if (/\bfetch\(/.test(text) && /method: "(POST|PUT|PATCH|DELETE)"/.test(text) && !inFolder(file, "lib/server"))
    if (layer && !/\bmadeFor\(/.test(text))
      found.push(`${file}: what a page sends to be stored says for whom the page was made`);
  if (/\buseActionState\b/.test(text) && !inFolder(file, "lib") && file !== hearsNoAnswer)
    found.push(`${file}: a form uses useAnsweredState, so that no page is thrown away because no answer came`);
  if (layer && file !== paths && /`\/\$\{(locale|language)\}/.test(text))
    found.push(`${file}: the address of a page comes from ${paths}`);
  if (file !== raises && raising.some((writes) => writes.test(text)))
    found.push(`${file}: the results version is raised by ${raises} alone`);
  if (inFolder(file, "lib/domain") && /\bnew Date\(\)|Date\.now\(|Math\.random\(|process\.env/.test(text))
    found.push(`${file}: the rules have no clock, no chance and no environment of their own`);
  return found;
}

/** Who imports whom within the product, by file. */
function importGraph(): Map<string, string[]> {
  const known = new Set(files);
  const resolved = (target: string) => ["", ".ts", ".tsx", ".mjs"].map((end) => target + end).find((f) => known.has(f));
  const edges = (file: string) =>
    importsOf({ file, text: readFileSync(path.join(root, file), "utf8") }).flatMap((imported) => {
      const target = targetOf(file, imported);
      return (target === null ? undefined : resolved(target)) ?? [];
    });
  return new Map(files.filter((file) => !isTest(file)).map((file) => [file, edges(file)]));
}

/** Each circle once, as the way around it. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const left = new Set<string>();
  const way: string[] = [];
  const visit = (file: string) => {
    const seen = way.indexOf(file);
    if (seen >= 0) circles.push([...way.slice(seen), file]);
    if (seen >= 0 || left.has(file)) return;
    way.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    way.pop();
    left.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}

const folders = ["lib", "components", "app", "prisma", "e2e", "scripts", "bench", "test"].filter((folder) =>
  existsSync(path.join(root, folder)),
);
const files = [...folders.flatMap((folder) => [...sourceFiles(folder)]), "proxy.ts", "instrumentation.ts"];

describe("architecture", () => {
  it("is kept by every file", () => {
    const all = files.flatMap((file) => breaches({ file, text: readFileSync(path.join(root, file), "utf8") }));
    expect(all).toEqual([]);
  });

  it.each([
    ["lib/domain/x.ts", 'import { z } from "zod";'],
    ["lib/domain/x.ts", 'import { db } from "@/lib/server/db/client";'],
    ["lib/domain/x.ts", "export const today = new Date();"],
    ["lib/schemas/x.ts", 'import { prepare } from "../charts/prepare";'],
    ["lib/schemas/x.ts", 'import type { View } from "@/lib/views/entry-view";'],
    ["lib/views/x.ts", 'import { prepare } from "@/lib/charts/prepare/prepare-heat";'],
    ["prisma/seed/x.ts", 'import { makeReport } from "@/test/factories/make-report";'],
    ["lib/exchange/x.ts", 'import { readFileSync } from "node:fs";'],
    ["lib/server/x.ts", "export const forgotten = 1;"],
    ["components/x.tsx", 'import { currentActor } from "@/lib/server/auth/current-actor";'],
    ["components/x.tsx", '"use client";\nexport { page } from "@/app/page";'],
    ["components/x.tsx", "export const useX = (action) => React.useActionState(action, null);"],
    ["app/[locale]/x.tsx", '"use client";\nimport { useActionState } from "react";'],
    ["app/[locale]/x.tsx", 'import { Prisma } from "@/lib/server/db/generated/client";'],
    ["components/x.tsx", ["const href = `/$", "{locale}/account`;"].join("")],
    ["app/x.tsx", 'import { log } from "@/lib/server/log/log";'],
    ["app/x.tsx", 'import { PrismaClient } from "@prisma/client";'],
    ["lib/server/x.ts", 'import "server-only";\nimport { seed } from "@/prisma/seed/seed";'],
    ["bench/x.ts", "await tx.resultsVersion.create({ data: { planId, version, cause, subject } });"],
    ["prisma/seed/x.ts", "await tx.plan.updateMany({ where: { id }, data: { isReference, resultsVersion } });"],
    ["prisma/seed/x.ts", "await tx.plan.create({ data: { code, versions: { create: { version: 1 } } } });"],
    ["test/x.ts", "await sql`UPDATE plan SET results_version = results_version + 1`;"],
    ["test/x.ts", 'await sql(`INSERT INTO "results_version" (plan_id, version) VALUES (1, 2)`);'],
  ])("a breach in %s is found: %s", (file, text) => {
    expect(breaches({ file, text })).not.toEqual([]);
  });

  it("has no circles of imports, not even of types", () => {
    expect(circlesOf(importGraph())).toEqual([]);
    expect(
      circlesOf(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
        ]),
      ),
    ).toEqual([["b", "c", "b"]]);
  });

  it("names only folders that there are", () => {
    expect(readdirSync(root).filter((name) => ["src", "utils", "helpers", "common"].includes(name))).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([]);
  });
});
