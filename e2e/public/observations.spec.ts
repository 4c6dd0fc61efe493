import { expect, plainPhone, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// What civil society observes in the demonstration, as anybody reads it: with the reply, or that there is none.

const root = "/en/spaiv/observations";
/** By their numbers, what is said where nobody outside may read it. */
const internal = {
  "6": "agencies that close before an inspection",
  "8": "share their checklist",
  "18": "Officials who attend a course twice",
  "19": "children help at the market",
};
const taken = { "10": "A newspaper wrote", "11": "What stood here" };

test("are listed, narrowed and read, each with its reply", async ({ page, complaints }) => {
  await page.goto("/en/spaiv");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Civil society" }).click();
  await expect(page).toHaveURL(root);
  await expect(page.getByText("10 of 12 public observations were replied to")).toBeVisible();
  const lines = page.locator(".observations > li");
  await expect(lines).toHaveCount(14);
  // By country: what it replied, how soon, and what it corrected afterwards.
  const thailand = page.getByRole("table", { name: "By country" }).getByRole("row", { name: /^Thailand/ });
  await expect(thailand).toContainText(/\d of \d.*\d of \d.*\d+ days/);
  await page.getByLabel("Reply", { exact: true }).selectOption("No reply by the due date");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(lines).toHaveCount(2);
  await expect(lines.last()).toContainText("The organisation is not named · No reply by 4 October 2016");

  await page.goto(`${root}/1`);
  const main = page.getByRole("main");
  await expect(main).toContainText("the provincial court has one desk");
  await expect(main).toContainText("Legal Aid Circle, Cambodia (made up)");
  await expect(main).toContainText("Replied on 15 August 2016");
  await expect(main).toContainText("The task force has put further desks into its work plan");
  await expect(main.getByRole("link", { name: "Yearly figures of our lawyers" })).toHaveAttribute("rel", /noopener/);
  // Words of another language say in which they are, and nobody else's name stands beside them.
  await page.goto(`${root}/2`);
  await expect(main.locator(".said").first()).toHaveAttribute("lang", "th");
  await expect(main).toContainText("655 persons");
  await expect(main).toContainText("The organisation is not named");
  await expect(main).not.toContainText("Shelter Network");
  await page.goto(`${root}/7`);
  await expect(main.locator(".said")).toHaveCount(4);
  // What is observed needn't be a value: what a meeting decided, a part of the plan, what a report says.
  await page.goto(`${root}/13`);
  await expect(main.locator('a[href$="/meetings/RTF-2017-05#D1"]').first()).toBeVisible();
  await page.goto(`${root}/14`);
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(/^G3\.2\.1 /);
  await page.goto(`${root}/15`);
  await expect(main).toContainText("P2 Prevention");
  await page.goto(`${root}/10`);
  await expect(main).toContainText("Withdrawn by its author, 22 October 2017");
  for (const [number, words] of Object.entries(taken)) {
    await page.goto(`${root}/${number}`);
    await expect(main).not.toContainText(words);
  }
  for (const number of [...Object.keys(internal), "99", "0"])
    expect((await page.request.get(`${root}/${number}`)).status(), number).toBe(404);

  // The page of results asks for them; the feed has no name that the pages haven't.
  await page.goto("/en/spaiv/indicators/G5.1-a/2015");
  const block = page.getByRole("region", { name: "What civil society says" });
  await expect(block.getByRole("listitem")).toHaveCount(1);
  await block.getByRole("link", { name: "Observations about this indicator" }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText("Reported by civil society, not official: 655 persons");
  const feed = await page.request.get("/en/spaiv/feed.xml");
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  const entries = (await feed.text()).split("<entry>").slice(1);
  expect(entries.filter((entry) => entry.includes("Legal Aid Circle")).length).toBe(2);
  expect(entries.filter((entry) => entry.includes("not official: 31 of 58 (53.4%)")).length).toBe(1);
  for (const hidden of ["Shelter Network", ...Object.values(internal), ...Object.values(taken)])
    expect(entries.join("")).not.toContain(hidden);
  expect(complaints).toEqual([]);
});

test("set a value beside the official one, which is told apart from it and is in no file", async ({ page }) => {
  const indicator = "/en/spaiv/indicators/G5.1-a/2015";
  await page.goto(indicator);
  const chart = page.locator("#countries");
  await expect(chart.locator(".keys")).toContainText("Reported by civil society, not official");
  const thailand = chart.locator(".small").filter({ has: page.getByRole("heading", { name: /^Thailand/ }) });
  await thailand.scrollIntoViewIfNeeded();
  await expect(thailand.locator(".said-mark")).toHaveCount(1);
  await expect(chart.locator("svg .said-mark")).toHaveCount(2);
  // Arrow keys come to it as to every other point, and it is said.
  await thailand.locator(".recharts-surface").focus();
  await page.keyboard.press("ArrowRight");
  await expect(thailand.getByRole("status")).toContainText("Reported by civil society, not official 2015: 655");

  await chart.getByRole("button", { name: "Table" }).click();
  const told = chart.getByRole("table", { name: "Reported by civil society, not official" });
  await expect(told.getByRole("row").nth(1)).toHaveText(
    /^Thailand\s*2015\s*655 persons, and 2 parts by Sex\s*The organisation is not named/,
  );
  await expect(chart.getByRole("table").first()).not.toContainText("655");
  for (const file of [`${indicator}/csv`, "/en/spaiv/2015/csv"])
    expect(await (await page.request.get(file)).text(), file).not.toMatch(/G5\.1-a.*\b655\b/);
  await told.getByRole("link", { name: "Observation 2" }).click();
  await expect(page).toHaveURL(`${root}/2`);
});

test("can be narrowed without a script, on a phone", async ({ anotherBrowser }) => {
  const plain = await anotherBrowser(plainPhone);
  await plain.goto(root);
  await plain.getByLabel("Goal, outcome, output, indicator or decision").selectOption("G5.1-a");
  await plain.getByRole("button", { name: "Show", exact: true }).click();
  await expect(plain).toHaveURL(`${root}?country=&about=G5.1-a&kind=&state=`);
  await expect(plain.locator(".observations > li")).toHaveCount(1);
  await mustFit(plain);
});
