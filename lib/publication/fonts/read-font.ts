import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fontFolder, type Typeface, type Weight } from "./typefaces";

/**
 * The TrueType file of a typeface and weight. Chinese has 10 MB.
 * @param root folder that holds `node_modules`
 */
export function readFont(typeface: Typeface, weight: Weight, root: string): Buffer {
  const folder = fontFolder(typeface, weight, root);
  const file = readdirSync(folder).find((name) => name.endsWith(".ttf"));
  if (!file) throw new Error(`${folder} has no font in it`);
  return readFileSync(path.join(folder, file));
}
