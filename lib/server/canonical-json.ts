import "server-only";
import { cleanStructure } from "@/lib/schemas/forms/clean-text";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** As JSON would carry it (dates and decimals as text, undefined left out), with text that the database can hold. */
export function plainJson(value: unknown): Json {
  if (value === undefined) return null;
  return cleanStructure(JSON.parse(JSON.stringify(value))) as Json;
}

/** One text for one meaning: keys sorted by code unit, no spaces. The database may give keys back in another order. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(",")}}`;
}
