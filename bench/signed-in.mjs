// Pages of those who work here: the statements that each sends to PostgreSQL, the server's CPU time, its bytes, and how long
// one waits alone and among ten.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import pg from "pg";
import { summary } from "./load.mjs";
import { signIn } from "./sign-in.mjs";

export const pages = {
  "work, focal point": ["focal.thailand", "/en/spaiv/work"],
  reports: ["focal.thailand", "/en/spaiv/reports"],
  "entry form": ["focal.thailand", "/en/spaiv/reports/THA/2017?goal=G5"],
  "one indicator": ["focal.thailand", "/en/spaiv/reports/THA/2017/indicators/G5.1-a"],
  check: ["focal.thailand", "/en/spaiv/reports/THA/2017/check"],
  narrative: ["focal.thailand", "/en/spaiv/reports/THA/2017/narrative"],
  "import a file": ["focal.thailand", "/en/spaiv/reports/THA/2017/import"],
  account: ["focal.thailand", "/en/account"],
  "work, secretariat": ["secretariat", "/en/spaiv/work"],
  "reviews waiting": ["secretariat", "/en/spaiv/review"],
  review: ["secretariat", "/en/spaiv/review/KHM/2017"],
  "review, all": ["secretariat", "/en/spaiv/review/KHM/2017?tab=all"],
  "before approving": ["secretariat", "/en/spaiv/review/KHM/2017/approve"],
  publications: ["secretariat", "/en/spaiv/publications"],
  "new publication": ["secretariat", "/en/spaiv/publications/new"],
};

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** CPU time of a process and all its threads so far, in milliseconds. @param {number} pid */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

/**
 * Counts the statements that the work sends to a PostgreSQL server, by letting it log each.
 * @param {{ url: string, log: (listener: (line: string) => void) => () => void }} postgres
 */
export async function statementsOf(postgres, work) {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const logging = async (what) => {
    await client.query(`ALTER SYSTEM SET log_statement = '${what}'`);
    await client.query("SELECT pg_reload_conf()");
    // The server hands its new setting to each connection at that connection's next statement or wake.
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  await logging("all");
  let count = 0;
  const unsubscribe = postgres.log((line) => {
    if (/LOG: {2}(execute [^:]*|statement): /.test(line)) count++;
  });
  try {
    await work();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return count;
  } finally {
    unsubscribe();
    await logging("none");
    await client.end();
  }
}

async function ask(address, [account, path], cookies) {
  const options = { headers: { cookie: cookies[account], "accept-encoding": "gzip, br" }, redirect: "manual" };
  // A connection that waited for a slow page before is closed by the server when it is used again: as browsers do, once more.
  const response = await fetch(address + path, options).catch(() => fetch(address + path, options));
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return Buffer.byteLength(body);
}

/**
 * @param {string} address
 * @param {number} pid of the server
 * @param {object | null} postgres null: statements aren't counted
 * @returns {Promise<object[]>} a row a page
 */
export async function signedInPages(address, pid, postgres, { rounds = 20, only } = {}) {
  const cookies = {};
  for (const account of ["focal.thailand", "secretariat"]) cookies[account] = await signIn(address, account);
  const rows = [];
  for (const [what, page] of Object.entries(pages)) {
    if (only && !what.includes(only)) continue;
    let bytes = 0;
    for (let warm = 0; warm < 8; warm++) bytes = await ask(address, page, cookies);
    const statements = postgres ? await statementsOf(postgres, () => ask(address, page, cookies)) : null;
    const alone = await timed(address, pid, page, cookies, rounds, 1);
    const among = await timed(address, pid, page, cookies, rounds * 2, 10);
    rows.push({
      what,
      ...(postgres ? { statements } : {}),
      "CPU ms": Math.round(alone.cpu),
      "CPU ms, 10 at once": Math.round(among.cpu),
      "p50 ms": Math.round(alone.p50),
      "p50 ms, 10 at once": Math.round(among.p50),
      "HTML KB": Number((bytes / 1024).toFixed(1)),
    });
  }
  return rows;
}

async function timed(address, pid, page, cookies, count, concurrency) {
  const times = [];
  let left = count;
  const before = cpuOf(pid);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left-- > 0) {
        const start = performance.now();
        await ask(address, page, cookies);
        times.push(performance.now() - start);
      }
    }),
  );
  return { ...summary(times, (performance.now() - began) / 1000, 0), cpu: (cpuOf(pid) - before) / count };
}
