import { readXlsx, writeXlsx } from "hucre";

const mark = "spaiv:";

/** The report's workbook as somebody sends it back, with a number in each of the cells. */
async function filledWorkbook(workbook, cells, number) {
  const { sheets, properties } = await readXlsx(workbook);
  const wanted = new Set(cells.map(({ indicator, cell }) => `${indicator}|${cell}`));
  for (const { rows } of sheets) {
    const head = rows.find((row) => row.includes(`${mark}key`));
    if (!head) continue;
    const [key, value] = ["key", "value"].map((name) => head.indexOf(mark + name));
    for (const row of rows) if (wanted.delete(row[key])) row[value] = number;
  }
  if (wanted.size > 0) throw new Error(`The workbook has no row for ${wanted.size} cells, such as ${[...wanted][0]}.`);
  return writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })), properties });
}

/**
 * Imports cells of a report from its own workbook as the page of imports does, each time with another value.
 * @param {string} report `spaiv/KHM/2016`
 * @returns milliseconds of each download, of each file from its first byte to its preview, and of each time that it was applied
 */
export async function imports(address, cookie, report, cells, times) {
  const took = { download: [], preview: [], apply: [] };
  const path = `${address}/api/reports/${report}/import`;
  const headers = { cookie, origin: address };
  const timed = async (step, url, init, read) => {
    const start = performance.now();
    const response = await fetch(url, init);
    const said = await read(response);
    took[step].push(performance.now() - start);
    if (!response.ok) throw new Error(`${step}: ${response.status} ${JSON.stringify(said).slice(0, 300)}`);
    return said;
  };
  const json = (response) => response.json();
  for (let time = 0; time < times; time++) {
    const [plan, unit, period] = report.split("/");
    const page = `${address}/en/${plan}/reports/${unit}/${period}/workbook`;
    const workbook = await timed("download", page, { headers }, async (response) => response.arrayBuffer());
    const body = new FormData();
    const filled = await filledWorkbook(new Uint8Array(workbook), cells, 10 + time);
    body.set("file", new File([filled], "report.xlsx"));
    body.set("locale", "en");
    const { sha256, fileName } = await timed("preview", path, { method: "POST", headers, body }, json);
    const applied = {
      ...{ method: "PUT", headers: { ...headers, "content-type": "application/json" } },
      body: JSON.stringify({ sha256, fileName, resolution: { answers: [] } }),
    };
    const { imported } = await timed("apply", path, applied, json);
    if (imported !== cells.length) throw new Error(`${imported} of ${cells.length} cells were imported.`);
  }
  return took;
}
