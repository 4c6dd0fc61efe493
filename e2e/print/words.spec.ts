import type { Page } from "@playwright/test";
import { hasPoppler, pagesOf } from "@/lib/publication/typst/testing/read-pdf";
import { entryForm, field, hold } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// Words that are being written, on paper: all of them, each line once and whole, however many there are.

const lines = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name} ${index + 1}.`);

async function expectPrinted(page: Page, ...all: string[][]) {
  const text = pagesOf(await page.pdf({ preferCSSPageSize: true })).join("\n");
  for (const words of all) {
    const name = words[0]!.split(" ")[0];
    expect(text.match(new RegExp(`\\b${name} \\d+\\.`, "g")), name).toEqual(words);
  }
  await expect(page.locator(".on-paper")).toHaveCount(0);
}

test.beforeEach(async () => {
  test.skip(!(await hasPoppler()), "poppler-utils isn't installed, so that nothing reads the PDF's text");
});

test("texts of the report narrative, also one that is longer than a sheet", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/narrative`);
  const [long, short] = [lines("Row", 150), lines("Line", 12)];
  await page.locator("textarea").nth(0).fill(long.join("\n"));
  await page.locator("textarea").nth(1).fill(short.join("\n"));
  await expectPrinted(page, long, short);

  // The others have room for a pen.
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const empty = (await page.locator(".on-paper").nth(2).boundingBox())!;
  expect(empty.width).toBeGreaterThan(400);
  expect(empty.height).toBeGreaterThan(60);
});

test("the words of an indicator, in its goal's sheet and in its own form", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  const words = lines("Row", 90);
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await hold(field(page, "G5.3-b"));
  await field(page, "G5.3-b").fill(words.join("\n"));
  await expectPrinted(page, words);

  await page.goto(`${entryForm}/indicators/G5.3-b`);
  const comment = lines("Line", 30);
  await page.locator("textarea[name$=text]").fill(words.join("\n"));
  await page.locator("#body").fill(comment.join("\n"));
  await expectPrinted(page, words, comment);
});

test("a query, and on the way to return the report all queries and the reason", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017?tab=all");
  const item = page.locator(`article[id="G4.2.2-b"]`);
  const query = lines("Row", 60);
  await item.getByRole("radio", { name: "Query" }).check();
  await item.getByLabel("Query to Cambodia on G4.2.2-b").fill(query.join("\n"));
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await expectPrinted(page, query);

  await page.goto("/en/spaiv/review/KHM/2017/return");
  const reason = lines("Line", 25);
  await page.locator("#reason").fill(reason.join("\n"));
  await expectPrinted(page, query, reason);
});

test("a narrowed review says how it is narrowed, and how the answers stand", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017?tab=warnings&goal=G5");
  const count = await page.locator("article.item").count();
  const shown = page.getByText(
    new RegExp(`^Shown here: ${count} of \\d+ indicators under “Warnings”, goal G5 alone\\.$`),
  );
  await expect(shown).toBeHidden();
  const bar = page.getByRole("region", { name: "Decision on the report" }).locator("b");
  await expect(bar).toContainText("without a decision");
  const counts = (await bar.textContent())!;
  await page.emulateMedia({ media: "print" });
  await expect(shown).toBeVisible();
  await expect(page.locator(".print-only").getByText(counts)).toBeVisible();
  await expect(bar).toBeHidden();
  // A whole one says so too.
  await page.goto("/en/spaiv/review/KHM/2017?tab=all");
  await expect(page.getByText(/^Shown here: (\d+) of \1 indicators\.$/)).toBeVisible();
});

test("a long indicator of a review begins where there is room, and its value stands below its name", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017?tab=warnings");
  // What that would change makes them longer.
  await expect(page.getByText("The public results would change at once")).toBeVisible({ timeout: 60_000 });
  await page.goto("/en/spaiv/review/KHM/2017?tab=warnings&open=all");
  const items = await page
    .locator("article.item")
    .evaluateAll((all) => all.map((item) => ({ code: item.id, value: item.querySelector(".now")!.textContent })));
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages[0]!.split("\n").filter((line) => line.trim()).length).toBeGreaterThan(20);
  for (const { code, value } of items) {
    const place = pages.find((text) => text.includes(code))!;
    expect(place.slice(place.indexOf(code)), code).toContain(value);
  }
});
