import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { Framework } from "@/lib/schemas/framework/framework";
import { assembleFramework } from "@/lib/schemas/framework/framework-assembly";
import { goalFile } from "@/lib/schemas/framework/framework-goal";
import { linkIssues } from "@/lib/schemas/framework/framework-links";
import { dimensionsFile, planFile } from "@/lib/schemas/framework/framework-plan";
import { readYaml, YamlFault, type YamlSource } from "./yaml-source";

/** Every fault found in a framework's files, one sentence each: `g5.yaml line 41 (G5.1.1-a): what is wrong`. */
export class FrameworkFault extends Error {
  constructor(readonly faults: string[]) {
    super(`The framework can't be read:\n${faults.join("\n")}`);
  }
}

/** The code of the innermost part of the file around `path` that has one. */
function codeAround(source: YamlSource, path: readonly PropertyKey[]): string | null {
  let here: unknown = source.data;
  let code: string | null = null;
  for (const step of [null, ...path]) {
    if (step !== null) here = here !== null && typeof here === "object" ? Reflect.get(here, step) : undefined;
    const own = here !== null && typeof here === "object" ? Reflect.get(here, "code") : undefined;
    if (typeof own === "string") code = own;
  }
  return code;
}

function faultAt(source: YamlSource, path: readonly PropertyKey[], message: string): string {
  const code = codeAround(source, path);
  return `${source.name} line ${source.lineOf(path)}${code ? ` (${code})` : ""}: ${message}`;
}

/** Checks one file; adds to `faults` what is wrong and then returns undefined. */
function check<T extends z.ZodType>(source: YamlSource, schema: T, faults: string[]): z.output<T> | undefined {
  const checked = schema.safeParse(source.data);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    const { message } = issue;
    const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    const key = path.filter((step) => typeof step === "string").at(-1);
    const named = key === undefined || message.includes(key) ? message : `${key}: ${message}`;
    faults.push(faultAt(source, path, named));
  }
  return undefined;
}

/**
 * Reads a framework from a folder's `plan.yaml`, `dimensions.yaml` and `g1.yaml`, `g2.yaml`, ...
 * @throws {FrameworkFault} with everything that is wrong, by file, line and code
 */
export function readFramework(folder: string): Framework {
  const faults: string[] = [];
  const read = (name: string): YamlSource | undefined => {
    try {
      return readYaml(name, readFileSync(path.join(folder, name), "utf8"));
    } catch (error) {
      if (error instanceof YamlFault) faults.push(error.message);
      else if (error instanceof Error && "code" in error && error.code === "ENOENT") faults.push(`${name} is missing`);
      else throw error;
      return undefined;
    }
  };
  const goalNames = readdirSync(folder)
    .filter((name) => /^g[1-9]\d*\.yaml$/.test(name))
    .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10));

  const planSource = read("plan.yaml");
  const dimensionsSource = read("dimensions.yaml");
  const goalSources = goalNames.flatMap((name) => read(name) ?? []);
  if (goalNames.length === 0) faults.push("no goal file (g1.yaml, g2.yaml, ...)");

  const plan = planSource && check(planSource, planFile, faults);
  const dimensions = dimensionsSource && check(dimensionsSource, dimensionsFile, faults);
  const goals = goalSources.flatMap((source) => check(source, goalFile, faults) ?? []);
  if (faults.length > 0 || !plan || !dimensions) throw new FrameworkFault(faults);

  const files = { plan, dimensions, goals };
  const sources = { plan: planSource, dimensions: dimensionsSource };
  for (const { file, path, message } of linkIssues(files)) {
    const source = typeof file === "number" ? goalSources[file] : sources[file];
    if (source) faults.push(faultAt(source, path, message));
  }
  if (faults.length > 0) throw new FrameworkFault(faults);
  return assembleFramework(files);
}
