import { inDatabase } from "../support/database";
import { expect, plainPhone, test } from "../support/fixtures";
import { filledPlace, type Place, type Running, startServer } from "../support/server";

// What civil society observes, as anybody reads it: with the reply, or that there is none.

interface Made {
  number: number;
  attribution: "named" | "secretariatOnly";
  visibility?: "public" | "governments";
  body: string;
  /** Null: there is none by the due date. */
  reply: string | null;
  end?: "withdrawn" | "answered";
}

/** A row of each table, as the commands leave them. */
const madeBySql = ({ number, attribution, visibility = "public", body, reply, end }: Made) => `
  WITH who AS (SELECT u.id, u.organisation_id, p.id AS plan_id, n.id AS unit_id, t.id AS period_id
      FROM "user" u, plan p JOIN reporting_unit n ON n.plan_id = p.id AND n.code = 'THA'
        JOIN reporting_period t ON t.plan_id = p.id AND t.code = '2016'
      WHERE u.email = 'cso@demo.spaiv.example' AND p.code = 'spaiv'),
    text AS (INSERT INTO addressed_text
      (plan_id, kind, number, organisation_id, author_id, locale, created_at, "end", ended_at, ended_by_id)
      SELECT plan_id, 'observation', ${number}, organisation_id, id, 'en', '2018-03-01', ${
        end ? `'${end}', '2018-06-01', id` : "NULL, NULL, NULL"
      } FROM who RETURNING id),
    addressed AS (INSERT INTO addressed_unit (text_id, unit_id, plan_id) SELECT text.id, unit_id, plan_id FROM text, who),
    round AS (INSERT INTO addressed_round
      (text_id, round, stage, body, submitted_at, submitted_by_id, check_due_on, checked_at, checked_by_id)
      SELECT text.id, 1, 'passed', '${body}', '2018-03-01', who.id, '2018-03-08', '2018-03-02', who.id FROM text, who),
    response AS (INSERT INTO unit_response
      (text_id, round, unit_id, state, asked_on, due_on, kind, body, given_at, given_by_id, given_on)
      SELECT text.id, 1, unit_id, ${
        reply === null
          ? "'unanswered', '2018-03-02', '2018-05-01', NULL, '', NULL, NULL, NULL"
          : `'given', '2018-03-02', '2018-05-01', 'explains', '${reply}', '2018-03-12', who.id, '2018-03-12'`
      } FROM text, who),
    about AS (INSERT INTO observation (text_id, plan_id, indicator_id, period_id, kind, basis, attribution, visibility)
      SELECT text.id, plan_id, (SELECT indicator_id FROM edition_indicator WHERE code = 'G5.1-a' ORDER BY edition_id LIMIT 1),
        period_id, 'reportsGap', 'serviceData', '${attribution}', '${visibility}' FROM text, who)
  INSERT INTO observation_source (text_id, title, url) SELECT id, 'Yearly figures', 'https://shelter.example/2016' FROM text`;

const made: Made[] = [
  { number: 1, attribution: "named", body: "Our shelters saw more", reply: "Other ministries count too" },
  { number: 2, attribution: "secretariatOnly", body: "Two provinces are left out", reply: null },
  { number: 3, attribution: "named", body: "Words withdrawn", reply: "Reply withdrawn", end: "withdrawn" },
  { number: 4, attribution: "named", visibility: "governments", body: "Not for everybody", reply: "Nor this" },
];
const root = () => `${running.address}/en/spaiv/observations`;
const organisation =
  "SELECT o.name FROM organisation o JOIN \"user\" u ON u.organisation_id = o.id WHERE u.email = 'cso@demo.spaiv.example'";

let place: Place;
let running: Running;
let name: string;
test.beforeAll(async () => {
  place = await filledPlace();
  name = await inDatabase(place, async (database) => {
    for (const each of made) await database.query(madeBySql(each));
    return (await database.query<{ name: string }>(organisation))[0]!.name;
  });
  running = await startServer(place.env);
});
test.afterAll(async () => {
  await running.stop();
  await place.remove();
});

test("are listed, narrowed and read, each with its reply", async ({ page, complaints }) => {
  await page.goto(`${running.address}/en/spaiv`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Civil society" }).click();
  await expect(page).toHaveURL(root());
  await expect(page.getByText("1 of 2 public observations were replied to")).toBeVisible();
  const lines = page.locator(".observations > li");
  await expect(lines).toHaveCount(3);
  await page.getByLabel("Reply", { exact: true }).selectOption("No reply by the due date");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText("The organisation is not named · No reply by 1 May 2018");

  await page.goto(`${root()}/1`);
  const main = page.getByRole("main");
  await expect(main).toContainText("Our shelters saw more");
  await expect(main).toContainText(name);
  await expect(main).toContainText("Replied on 12 March 2018");
  await expect(main).toContainText("Other ministries count too");
  await expect(main.getByRole("link", { name: "Yearly figures" })).toHaveAttribute("rel", /noopener/);
  await page.goto(`${root()}/2`);
  await expect(main).toContainText("Two provinces are left out");
  await expect(main).not.toContainText(name);
  await page.goto(`${root()}/3`);
  await expect(main).toContainText("Withdrawn by its author, 1 June 2018");
  await expect(main).not.toContainText("Words withdrawn");
  for (const number of ["4", "5", "0"])
    expect((await page.request.get(`${root()}/${number}`)).status(), number).toBe(404);

  // The page of results asks for them; the feed has no name that the pages haven't.
  await page.goto(`${running.address}/en/spaiv/indicators/G5.1-a/2016`);
  const block = page.getByRole("region", { name: "What civil society says" });
  await expect(block.getByRole("listitem")).toHaveCount(3);
  await block.getByRole("link", { name: "Observations about this indicator" }).click();
  await expect(lines).toHaveCount(3);
  const feed = await page.request.get(`${running.address}/en/spaiv/feed.xml`);
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  const entries = (await feed.text()).split("<entry>").slice(1);
  expect(entries.filter((entry) => entry.includes(name)).length).toBe(1);
  for (const hidden of ["Words withdrawn", "Reply withdrawn", "Not for everybody"])
    expect(entries.join("")).not.toContain(hidden);
  expect(complaints).toEqual([]);
});

test("can be narrowed without a script, on a phone", async ({ anotherBrowser }) => {
  const plain = await anotherBrowser(plainPhone);
  await plain.goto(root());
  await plain.getByLabel("Goal or indicator").selectOption({ index: 1 });
  await plain.getByRole("button", { name: "Show", exact: true }).click();
  await expect(plain).toHaveURL(`${root()}?country=&about=G5.1-a&kind=&state=`);
  await expect(plain.locator(".observations > li")).toHaveCount(3);
  expect(await plain.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
