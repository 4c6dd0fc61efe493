// A large file is previewed and applied: how long it takes, and how long everybody else waits meanwhile.
import { summary } from "./load.mjs";

const ROWS = 100_000;
const HEADER =
  "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source";

/** A made-up file in the shape of UNODC's: most of its rows are other countries' and years', as in the real one. */
export function largeFile(rows = ROWS) {
  const lines = [HEADER];
  const own = ["Male", "Female"].map(
    (sex, index) =>
      `THA,Thailand,Asia,South-eastern Asia,Persons convicted,Total,Total,${sex},Total,2017,Counts,${40 + index},made up`,
  );
  lines.push(...own);
  for (let row = lines.length; row <= rows; row++) {
    lines.push(
      `VNM,Viet Nam,Asia,South-eastern Asia,Detected trafficking victims,Total,Total,Total,Total,${1900 + (row % 117)},Counts,"${row}",made up`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Asks again and again until it is told to stop, and says how long each waited. */
function probe(ask) {
  let running = true;
  const times = [];
  const ended = (async () => {
    while (running) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    running = false;
    await ended;
    return summary(times, 1, 0);
  };
}

/** @param {string} address  @param {string} cookie of Thailand's focal point */
export async function importLargeFile(address, cookie) {
  const path = `${address}/api/reports/spaiv/THA/2017/import`;
  const body = new FormData();
  body.set("file", new File([largeFile()], "large.csv", { type: "text/csv" }));
  body.set("locale", "en");
  const get = (at) => async () => {
    const response = await fetch(address + at, { headers: { cookie } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${at}: ${response.status}`);
  };
  const step = async (what, send) => {
    const probes = [probe(get("/api/health")), probe(get("/en/account"))];
    const began = performance.now();
    const response = await send();
    const answer = await response.json();
    const milliseconds = performance.now() - began;
    const [health, page] = await Promise.all(probes.map((stop) => stop()));
    if (!response.ok) throw new Error(`${what}: ${response.status} ${JSON.stringify(answer).slice(0, 300)}`);
    const row = {
      what: `${what} of ${ROWS.toLocaleString("en")} rows`,
      ms: Math.round(milliseconds),
      "longest wait of health, ms": Math.round(health.most),
      "longest wait of a page, ms": Math.round(page.most),
    };
    return { answer, row };
  };
  const headers = { cookie, origin: address };
  const preview = await step("preview", () => fetch(path, { method: "POST", headers, body }));
  const { sha256, fileName } = preview.answer;
  const apply = await step("applying", () =>
    fetch(path, {
      method: "PUT",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ sha256, fileName, resolution: { answers: [] } }),
    }),
  );
  return [preview.row, apply.row];
}
