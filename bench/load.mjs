import { createHash } from "node:crypto";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import autocannon from "autocannon";

const SECONDS = 6;
const decoders = { br: brotliDecompressSync, gzip: gunzipSync };

/** What a browser says that it can read; over plain HTTP it asks for gzip alone, behind HTTPS for both. */
export const asBrowsers = { "accept-encoding": "gzip, br" };

/** The bytes as they cross, and what they say. */
async function wire(url, headers) {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { "content-encoding": coding = "identity" } = response.headers;
        const content = decoders[coding]?.(bytes) ?? bytes;
        resolve({
          coding,
          size: bytes.length,
          status: response.statusCode,
          hash: createHash("sha256").update(content).digest("hex"),
        });
      });
    })
      .on("error", reject)
      .end();
  });
}

/**
 * Asks one address for a few seconds, after a second of warming up. An answer that isn't as long as the first, byte for
 * byte, counts as failed; before and after, what crossed compressed is compared with what crosses plain.
 */
export async function load(url, connections, headers = {}) {
  const plain = await wire(url, {});
  const bounded = (duration) => autocannon({ url, connections, duration, headers });
  await bounded(1);
  const first = await wire(url, headers);
  if (first.hash !== plain.hash) throw new Error(`${url}: ${first.coding} says something else than the plain answer.`);
  let long = null;
  let others = 0;
  const running = bounded(SECONDS);
  running.on("response", (_, __, bytes) => {
    long ??= bytes;
    if (bytes !== long) others++;
  });
  const { requests, latency, non2xx, errors } = await running;
  const last = await wire(url, headers);
  if (last.hash !== plain.hash) throw new Error(`${url}: ${last.coding} says something else after the load.`);
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    failed: non2xx + errors + others,
    coding: first.coding,
    size: first.size,
  };
}

/** @param {number[]} times milliseconds of each, from first to last  @param {number} seconds that all took together */
export function summary(times, seconds, failed) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1), failed };
}

export const row = (what, { perSecond, p50, p99, failed, coding, size }) => ({
  what,
  "per second": Math.round(perSecond),
  "p50 ms": Number(p50.toFixed(1)),
  "p99 ms": Number(p99.toFixed(1)),
  failed,
  ...(coding ? { coding, "KB that cross": Number((size / 1024).toFixed(1)) } : {}),
});

export function table(title, rows) {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows.map(({ what, ...numbers }) => [what, numbers])));
}
