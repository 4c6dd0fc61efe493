import autocannon from "autocannon";

const SECONDS = 6;

/** Asks one address for a few seconds, after a second of warming up. */
export async function load(url, connections) {
  await autocannon({ url, connections, duration: 1 });
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections, duration: SECONDS });
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors };
}

/** @param {number[]} times milliseconds of each, from first to last  @param {number} seconds that all took together */
export function summary(times, seconds, failed) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed };
}

export const row = (what, { perSecond, p50, p99, failed }) => ({
  what,
  "per second": Math.round(perSecond),
  "p50 ms": Number(p50.toFixed(1)),
  "p99 ms": Number(p99.toFixed(1)),
  failed,
});

export function table(title, rows) {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows.map(({ what, ...numbers }) => [what, numbers])));
}
