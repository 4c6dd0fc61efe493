import type { Page } from "@playwright/test";
import { field, hold, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// A report that came back: what is to be done is found by the sheet's filters, which the address keeps.

const report = "/en/spaiv/reports/KHM/2017";
const review = "/en/spaiv/review/KHM/2017";
const queried = "G5.1.1-b";
const changed = ["G4.1.2-a", "G7.1-a"];
const cleared = "G1.2-a";

const show = (page: Page) => page.locator(".sheet-tools select");
const find = (page: Page) => page.locator(".sheet-tools input.find");
const shown = (page: Page) => page.locator("tbody.row > tr[id]").evaluateAll((rows) => rows.map(({ id }) => id));

/** What the sheet shows is what is expected, also once the page is read again, and in the other language. */
async function mustShow(page: Page, query: Record<string, string>, codes: readonly string[]) {
  const what = JSON.stringify(query);
  const stands = async () => {
    await expect.poll(() => shown(page), { message: what }).toEqual(codes);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(query);
    await expect(show(page)).toHaveValue(query.show ?? "all");
    await expect(find(page)).toHaveValue(query.find ?? "");
  };
  await stands();
  await page.reload();
  await stands();
  for (const [language, name] of [
    ["th", "ไทย"],
    ["en", "English"],
  ] as const) {
    await page.locator("header summary", { hasText: /English|ไทย/ }).click();
    await page.locator("header").getByRole("link", { name, exact: true }).click();
    await page.waitForURL((url) => url.pathname.startsWith(`/${language}/`));
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await stands();
  }
}

test("the filters of a returned report find what is asked, and hold over a reload and in another language", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await signInAs("secretariat");
  await page.goto(`${review}?tab=warnings`);
  const warned = await page.locator("article.item").evaluateAll((all) => all.map(({ id }) => id));
  expect(warned.length).toBeGreaterThan(2);
  const asked = page.getByRole("group", { name: `Decision on ${queried}` });
  await asked.getByRole("radio", { name: "Query" }).check();
  await page.getByLabel(`Query to Cambodia on ${queried}`).fill("Made up: fewer than before?");
  await expect(page.locator(`article[id="${queried}"]`).getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Words to go with the queries").fill("Made up: please look at it.");
  await dialog.getByRole("button", { name: /^Return/ }).click();
  await expect(page.getByText("The report was returned")).toBeVisible();

  await signInAs("focal.cambodia");
  await page.goto(report);
  const all = await shown(page);
  for (const [index, code] of changed.entries()) {
    await row(page, code).scrollIntoViewIfNeeded();
    await hold(field(page, code));
    await settled(page, code, field(page, code), `${38 + index}`);
  }
  await row(page, cleared).scrollIntoViewIfNeeded();
  await hold(field(page, cleared));
  await field(page, cleared).fill("");
  await field(page, cleared).press("Enter");
  await state(page, cleared, "Not answered");
  const choose = async (choice: string) => show(page).selectOption(choice);
  await choose("open");
  await mustShow(page, { show: "open" }, [cleared]);
  await choose("warnings");
  // Of what was entered just now, one is near the year before and the other far from it.
  const [near, far] = changed;
  const found = new Set([...warned.filter((code) => code !== near), far]);
  await mustShow(
    page,
    { show: "warnings" },
    all.filter((code) => found.has(code)),
  );
  await choose("changed");
  await mustShow(page, { show: "changed" }, changed);
  await choose("query");
  await mustShow(page, { show: "query" }, [queried]);
  await choose("mine");
  // Nobody else enters a row of it.
  await mustShow(page, { show: "mine" }, all);

  // A goal, and words within it: the code of another goal's indicator is looked for in vain.
  await page.goto(`${report}?goal=G7&show=changed`);
  await mustShow(page, { goal: "G7", show: "changed" }, ["G7.1-a"]);
  await choose("all");
  await mustShow(
    page,
    { goal: "G7" },
    all.filter((code) => code.startsWith("G7.")),
  );
  await find(page).fill("G7.1-a");
  await mustShow(page, { goal: "G7", find: "G7.1-a" }, ["G7.1-a"]);
  await find(page).fill(queried);
  await mustShow(page, { goal: "G7", find: queried }, []);
});

test("the panel is of a row that the filters leave", async ({ page, signInAs }) => {
  await signInAs("focal.cambodia");
  await page.goto(report);
  const about = (code: string) => page.getByRole("complementary", { name: `About ${code}` });
  await expect(about("G1.1-a")).toBeVisible();
  await find(page).fill("G7.1-a");
  await expect(about("G7.1-a")).toBeVisible();
  await find(page).fill("");
  await expect(about("G1.1-a")).toBeVisible();
});
