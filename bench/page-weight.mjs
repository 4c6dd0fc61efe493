import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../scripts/steps.mjs";

const gzipped = (file) => gzipSync(readFileSync(path.join(root, ".next", file))).length;

/** Bytes, gzip, of the scripts that a page loads, beside those that Next loads for a page with nothing on it. */
export async function pageWeight(address, page) {
  const html = await (await fetch(address + page)).text();
  const scripts = new Set([...html.matchAll(/<script[^>]*\ssrc="\/_next\/([^"?]+)/g)].map((match) => match[1]));
  const { rootMainFiles, polyfillFiles } = JSON.parse(
    readFileSync(path.join(root, ".next/build-manifest.json"), "utf8"),
  );
  const sum = (files) => [...files].reduce((total, file) => total + gzipped(file), 0);
  return { htmlGzip: gzipSync(html).length, page: sum(scripts), empty: sum([...rootMainFiles, ...polyfillFiles]) };
}
