import { readXlsx, writeXlsx } from "hucre";
import pg from "pg";
import { withBrowser } from "../browser.mjs";
import { sessionOf } from "../sign-in.mjs";

const mark = "spaiv:";
const table = "sex*age*form";
/** Forms of exploitation besides those of the framework. */
const moreForms = 3;

/**
 * Breaks numbers and percentages of countries down as no framework does, so that their reports have many cells. Before
 * anybody asks for a page: what the framework says is kept in memory.
 * @returns {Promise<{ indicator: string, type: string, cell: string }[]>} so many cells, over all of those indicators
 */
export async function brokenDown(url, count) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // An adopted definition takes no more tables, and triggers see to it.
    await client.query("SET session_replication_role = replica");
    await client.query(
      `WITH added AS (
         INSERT INTO category (dimension_id, code, position)
         SELECT d.id, 'made-up-' || n, 1000 + n FROM dimension d, generate_series(1, $1) n WHERE d.code = 'form' RETURNING id, code)
       INSERT INTO category_text (category_id, locale, name) SELECT id, 'en', code FROM added`,
      [moreForms],
    );
    await client.query(
      `WITH added AS (
         INSERT INTO disaggregation_table (indicator_version_id, code, position)
         SELECT v.id, $1, 100 FROM indicator_version v JOIN indicator i ON i.id = v.indicator_id
         WHERE i.level = 'country' AND v.type IN ('number', 'percentage')
           AND NOT EXISTS (SELECT FROM indicator_version o WHERE o.indicator_id = i.id AND o.id <> v.id)
         ON CONFLICT DO NOTHING RETURNING id)
       INSERT INTO disaggregation_table_dimension (table_id, dimension_id, position)
       SELECT added.id, d.id, crossed.n
       FROM added, string_to_table($1, '*') WITH ORDINALITY AS crossed(code, n) JOIN dimension d ON d.code = crossed.code`,
      [table],
    );
    const { rows } = await client.query(
      `WITH crossed AS (
         SELECT concat_ws(';', 'sex=' || sex.code, 'age=' || age.code, 'form=' || form.code) AS cell
         FROM (SELECT c.code FROM category c JOIN dimension d ON d.id = c.dimension_id AND d.code = 'sex' UNION ALL SELECT NULL) sex,
           (SELECT c.code FROM category c JOIN dimension d ON d.id = c.dimension_id AND d.code = 'age' UNION ALL SELECT NULL) age,
           (SELECT c.code FROM category c JOIN dimension d ON d.id = c.dimension_id AND d.code = 'form' UNION ALL SELECT NULL) form)
       SELECT ei.code AS indicator, v.type, coalesce(nullif(cell, ''), 'total') AS cell
       FROM plan p JOIN framework_edition e ON e.plan_id = p.id AND e.from_version IS NOT NULL AND e.until_version IS NULL
         JOIN edition_indicator ei ON ei.edition_id = e.id
         JOIN indicator_version v ON v.indicator_id = ei.indicator_id
         JOIN disaggregation_table t ON t.indicator_version_id = v.id AND t.code = $1, crossed
       WHERE p.code = 'spaiv' ORDER BY cell, indicator LIMIT $2`,
      [table, count],
    );
    if (rows.length < count) throw new Error(`The framework has ${rows.length} such cells only.`);
    return rows;
  } finally {
    await client.end();
  }
}

/** What is typed into each cell: another value each time, few alike beside each other, none beyond what a year can have. */
const typedIn = (cells, time) =>
  cells.map(({ indicator, type, cell }, n) => {
    const number = 1 + ((n * 7 + time) % 11);
    const fields = type === "percentage" ? { numerator: number, denominator: number + 3 } : { value: number };
    return { key: `${indicator}|${cell}`, fields };
  });

/** The report's workbook as somebody sends it back. */
async function filledWorkbook(workbook, typed) {
  const { sheets, properties } = await readXlsx(workbook);
  const wanted = new Map(typed.map(({ key, fields }) => [key, fields]));
  for (const { rows } of sheets) {
    const head = rows.find((row) => row.includes(`${mark}key`));
    if (!head) continue;
    const key = head.indexOf(`${mark}key`);
    for (const row of rows) {
      const fields = wanted.get(row[key]);
      if (!fields) continue;
      wanted.delete(row[key]);
      for (const [name, value] of Object.entries({ reason: null, ...fields })) row[head.indexOf(mark + name)] = value;
    }
  }
  if (wanted.size > 0)
    throw new Error(`The workbook has no row for ${wanted.size} cells, such as ${[...wanted.keys()].slice(0, 9)}.`);
  return writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })), properties });
}

/** @throws Error unless each cell has exactly what was typed into it */
async function mustBeStored(url, report, typed) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT ei.code || '|' || c.key AS key, v.number, v.numerator, v.denominator
       FROM value v JOIN cell c ON c.id = v.cell_id JOIN indicator_version iv ON iv.id = v.indicator_version_id
         JOIN edition_indicator ei ON ei.indicator_id = iv.indicator_id
         JOIN framework_edition e ON e.id = ei.edition_id AND e.from_version IS NOT NULL AND e.until_version IS NULL
         JOIN report r ON r.id = v.report_id JOIN reporting_unit u ON u.id = r.unit_id
         JOIN reporting_period p ON p.id = r.period_id JOIN plan ON plan.id = r.plan_id
       WHERE plan.code || '/' || u.code || '/' || p.code = $1`,
      [report],
    );
    const stored = new Map(rows.map(({ key, ...value }) => [key, value]));
    for (const { key, fields } of typed) {
      const { number = null, numerator = null, denominator = null } = stored.get(key) ?? {};
      const expected = [fields.value, fields.numerator, fields.denominator];
      const isSame = [number, numerator, denominator].every(
        (value, n) => (value === null ? null : Number(value)) === (expected[n] ?? null),
      );
      if (!isSame) throw new Error(`${key} has ${[number, numerator, denominator]}, not ${expected}.`);
    }
  } finally {
    await client.end();
  }
}

/**
 * Downloads the workbook of a report, fills it in, and imports it on its page in a browser, some times; the values in the
 * database are compared each time.
 * @param {string} report `spaiv/KHM/2016`
 * @returns milliseconds of each download, from the button to the preview on the screen, and from its button to the word that all is imported
 */
export async function imports({ address, url, cookie, report, cells, times }) {
  const took = { download: [], preview: [], apply: [] };
  const [plan, unit, period] = report.split("/");
  const form = `${address}/en/${plan}/reports/${unit}/${period}`;
  await withBrowser(async (browser) => {
    const context = await browser.newContext();
    await context.addCookies(sessionOf(cookie, address));
    const page = await context.newPage();
    const timed = async (step, work) => {
      const start = performance.now();
      const done = await work();
      took[step].push(performance.now() - start);
      return done;
    };
    const press = async (name, shown) => {
      await page.getByRole("button", { name }).click();
      const refused = page.locator("main").getByRole("alert");
      await shown.or(refused).first().waitFor({ timeout: 120_000 });
      if (!(await shown.isVisible())) throw new Error(`${name}: ${await refused.first().textContent()}`);
    };
    for (let time = 0; time < times; time++) {
      const workbook = await timed("download", async () => {
        const answer = await fetch(`${form}/workbook`, { headers: { cookie } });
        if (!answer.ok) throw new Error(`The workbook answers ${answer.status}.`);
        return new Uint8Array(await answer.arrayBuffer());
      });
      const typed = typedIn(cells, time);
      const file = { name: "report.xlsx", buffer: Buffer.from(await filledWorkbook(workbook, typed)) };
      await page.goto(`${form}/import`, { waitUntil: "networkidle" });
      await page.locator("input[type=file]").setInputFiles({ ...file, mimeType: "application/octet-stream" });
      await timed("preview", () => press("Preview", page.getByRole("heading", { name: /^What would be imported/ })));
      await timed("apply", () => press("Import into the draft", page.getByText(/cells are imported from/)));
      await mustBeStored(url, report, typed);
    }
    await context.close();
  });
  return took;
}
