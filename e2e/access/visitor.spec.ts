import { parse } from "csv-parse/sync";
import { inDatabase, type Statements } from "../support/database";
import { expect, test } from "../support/fixtures";
import { filledPlace, type Place, startServer } from "../support/server";
import { type PublicFacts, publicRoutes } from "./routes";

// A visitor reads what is approved and publishable, and nothing else, in any form: HTML, the data that comes with it for
// the browser's script, CSV, the values that the heat map asks for, pictures of charts.

const published = `
  FROM result r JOIN indicator_version v ON v.id = r.indicator_version_id
  JOIN edition_indicator i ON i.indicator_id = v.indicator_id
  JOIN reporting_unit u ON u.id = r.unit_id JOIN reporting_period p ON p.id = r.period_id JOIN cell c ON c.id = r.cell_id`;

const codes = async (database: Statements, sql: string) =>
  (await database.query<{ code: string }>(sql)).map(({ code }) => code);

/** All that count persons, and of each other kind a few: their pages are made by the same code. */
const telling = `
  SELECT code FROM (
    SELECT e.code, e.position, bool_or(v.counts_persons) AS counts_persons,
      row_number() OVER (PARTITION BY i.level, max(v.type::text) ORDER BY e.position) AS nth
    FROM edition_indicator e JOIN indicator i ON i.id = e.indicator_id JOIN indicator_version v ON v.indicator_id = i.id
    GROUP BY i.id, e.code, e.position
  ) AS kind WHERE counts_persons OR nth <= 3 ORDER BY position`;

const facts = (database: Statements): Promise<PublicFacts> =>
  Promise.all([
    codes(database, `SELECT DISTINCT p.code ${published} ORDER BY 1`),
    codes(database, "SELECT code FROM reporting_unit WHERE level <> 'region' ORDER BY position"),
    codes(
      database,
      "SELECT e.code FROM edition_node e JOIN framework_node n ON n.id = e.node_id WHERE kind = 'goal' ORDER BY position",
    ),
    codes(database, telling),
    codes(database, "SELECT code FROM release ORDER BY 1"),
  ]).then(([periods, units, goals, indicators, releases]) => ({ periods, units, goals, indicators, releases }));

/** The results get a name, as they stand: in each database at the same moment, which pages tell. */
const named = `
  WITH named AS (
    INSERT INTO release (plan_id, code, version, released_at)
    SELECT id, 'first', results_version, '${new Date().toISOString()}'::timestamptz FROM plan WHERE code = 'spaiv' RETURNING id
  ) INSERT INTO release_text (release_id, locale, title) SELECT id, 'en', 'Named' FROM named`;

/** The same page of each release, where it has one: observations, meetings and forums are of the present. */
const alsoReleased = ({ releases }: PublicFacts, paths: readonly string[]) => [
  ...paths,
  ...releases.flatMap((code) =>
    paths.flatMap((path) => {
      const [, page] =
        /^\/en\/spaiv(?!\/(?:releases|observations|meetings|youth-forum|civil-society|feed))(\/.*)?$/.exec(path) ?? [];
      return page === undefined ? [] : [`/en/spaiv/releases/${code}${page}`];
    }),
  ),
];

/** What a visitor is answered at each address, and at some as the browser's script asks for it. */
async function readAll(place: Place, paths: readonly string[]): Promise<Map<string, string>> {
  const server = await startServer(place.env);
  const answers = new Map<string, string>();
  const waiting = [...paths];
  const reader = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const response = await fetch(server.address + path);
      const text = await response.text();
      answers.set(path, `${response.status} ${text}`);
      // A picture as PNG is drawn from the one as SVG.
      for (const [, picture] of text.matchAll(/href="([^"]+\/charts\/[^"]+\/svg)"/g)) {
        if (!answers.has(picture!) && !waiting.includes(picture!)) waiting.push(picture!);
      }
      if (!/\/[A-Z]\w+[\d.]*(-\w)?\/\d{4}$/.test(path)) continue;
      const data = await fetch(`${server.address}${path}?_rsc=1`, { headers: { RSC: "1" } });
      answers.set(`${path} for the script`, await data.text());
    }
  };
  await Promise.all([reader(), reader(), reader()]);
  await server.stop();
  return answers;
}

/**
 * Changes everything that a visitor may not read, and nothing else: hidden values within what the public is told of them,
 * exact statuses and inputs that rest on them, all values as they were entered, words that aren't marked public. Where R is
 * public beside a hidden value, the status is over fewer countries, all of them public.
 */
const secrets = [
  `UPDATE result SET number = CASE WHEN number BETWEEN 1 AND 4 THEN (number::int % 4) + 1 ELSE number + 1 END
   WHERE disclosure_state IN ('small', 'suppressed') AND kind = 'number'`,
  `UPDATE result SET numerator = CASE WHEN numerator > 1 THEN numerator - 1 ELSE numerator + 1 END,
   denominator = denominator + 2 WHERE disclosure_state IN ('small', 'suppressed') AND kind = 'ratio'`,
  `UPDATE result SET status = 'missed', status_reason = NULL, ratio = -7.654321, planned = '98765/7', inputs = NULL
   WHERE status IS NOT NULL AND disclosure_state IN ('small', 'suppressed') AND public_ratio IS NULL`,
  "UPDATE value SET number = number + 1 WHERE number IS NOT NULL",
  "UPDATE value SET numerator = numerator + 1, denominator = denominator + 2 WHERE numerator IS NOT NULL",
  "UPDATE value SET text = 'changed' WHERE text IS NOT NULL",
  "UPDATE report_narrative SET text = 'changed' WHERE NOT is_public",
  "UPDATE result SET text = 'changed' WHERE text IS NOT NULL",
  "UPDATE baseline b SET number = 3 FROM indicator_version v WHERE v.id = b.indicator_version_id AND v.counts_persons AND number = 2",
];
/** No baseline of the demonstration is small, so that some are made so, on both sides. */
const smallBaselines =
  "UPDATE baseline b SET number = 2 FROM indicator_version v WHERE v.id = b.indicator_version_id AND v.counts_persons AND number > 0";

test("nothing that a visitor may not read shows in anything that they can", async () => {
  test.setTimeout(900_000);
  const [as, other] = [await filledPlace(), await filledPlace()];
  const paths = await inDatabase(as, async (database) => {
    await database.query("ALTER TABLE baseline DISABLE TRIGGER USER");
    await database.query(smallBaselines);
    await database.query(named);
    const found = await facts(database);
    return alsoReleased(
      found,
      Object.values(publicRoutes).flatMap((pathsOf) => pathsOf(found)),
    );
  });
  await inDatabase(other, async (database) => {
    await database.query("ALTER TABLE baseline DISABLE TRIGGER USER");
    await database.query(smallBaselines);
    await database.query(named);
    await database.query("ALTER TABLE result DISABLE TRIGGER USER");
    // Where there is nothing to change, the two are the same whatever the pages show.
    for (const secret of secrets) {
      expect((await database.query(`${secret} RETURNING 1`)).length, secret).toBeGreaterThan(0);
    }
  });
  const here = await readAll(as, paths);
  const there = await readAll(other, paths);
  expect(here.size).toBeGreaterThan(200);
  expect([...here.keys()].filter((path) => path.endsWith("/svg")).length).toBeGreaterThan(50);
  const broken = [...here].filter(([, answer]) => !answer.startsWith("200 ") && /^\d{3} /.test(answer));
  expect(broken.map(([path, answer]) => `${path}: ${answer.slice(0, 3)}`)).toEqual([]);
  expect([...here].filter(([path, answer]) => there.get(path) !== answer).map(([path]) => path)).toEqual([]);
  await as.remove();
  await other.remove();
});

test("each count of persons from 1 to 4 reads <5 or is suppressed, wherever it is listed @quick", async () => {
  test.setTimeout(300_000);
  const place = await filledPlace();
  const { small, paths } = await inDatabase(place, async (database) => ({
    named: await database.query(named),
    small: await database.query<{ place: string; number: string }>(
      `SELECT concat_ws(' ', i.code, u.code, p.code, c.key) AS place, trim_scale(r.number)::text AS number ${published}
       WHERE v.counts_persons AND r.kind = 'number' AND r.number BETWEEN 1 AND 4`,
    ),
    paths: await facts(database).then((found) =>
      alsoReleased(
        found,
        Object.entries(publicRoutes).flatMap(([route, pathsOf]) =>
          route.endsWith("/csv") && !route.startsWith("/corrections") ? pathsOf(found) : [],
        ),
      ),
    ),
  }));
  expect(small.length).toBeGreaterThan(20);
  const exact = new Map(small.map(({ place, number }) => [place, number]));
  const files = await readAll(place, paths);
  let met = 0;
  for (const [path, answer] of files) {
    const rows = parse(answer.slice(answer.indexOf("plan,")), { columns: true, bom: true }) as Record<string, string>[];
    for (const { indicator, unit, period, cell, value, mark, numerator } of rows) {
      const number = exact.get([indicator, unit, period, cell].join(" "));
      if (number === undefined) continue;
      met++;
      expect([mark, value, numerator], `${path}: ${indicator} ${unit} ${period} ${cell}, which is ${number}`).toEqual(
        mark === "small" ? ["small", "<5", ""] : ["suppressed", "suppressed", ""],
      );
    }
  }
  expect(met).toBeGreaterThan(20);
  await place.remove();
});

test("a report that isn't approved is nowhere in the results @quick", async ({ request }) => {
  for (const path of ["/en/spaiv/countries/KHM/2017", "/en/spaiv/countries/KHM/2017/csv", "/en/spaiv/2017/csv"]) {
    const response = await request.get(path);
    const text = await response.text();
    // One of its values, as it waits for review.
    expect(text, path).not.toContain("8,087");
    expect(text, path).not.toContain("8087");
  }
});
