import { hasPoppler, pagesOf } from "@/lib/publication/typst/testing/read-pdf";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// What a PDF of a public page says, page by page: the browser breaks it there as on paper.

const linesOf = (pdf: Buffer) =>
  pagesOf(pdf).map((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  );

test.beforeEach(async () => {
  test.skip(!(await hasPoppler()), "poppler-utils isn't installed, so that nothing reads the PDF's text");
});

test("the overview prints over how many countries each status of the region is, and where an earlier value stands", async ({
  page,
}) => {
  await page.goto("/en/spaiv/2016");
  const cells = page.locator(".heat td:last-child b");
  await expect(cells.first()).toBeAttached();
  const signs = await cells.allTextContents();
  const shares = signs.filter((sign) => sign.includes("/"));
  const marks = signs.filter((sign) => sign.includes("*"));
  expect(shares.length).toBeGreaterThan(20);
  expect(marks.length).toBeGreaterThan(5);
  // One is a link by now, and another still may not be.
  await expect(page.locator(".heat td:last-child a b")).toHaveCount(signs.length);
  const text = linesOf(await page.pdf({ preferCSSPageSize: true }))
    .flat()
    .join("\n");
  expect(text.match(/(?<![\d/])\d\/\d(?![\d/])/g)?.length).toBeGreaterThanOrEqual(shares.length);
  // With the note that says whose they are.
  expect(text.match(/\*/g)?.length).toBeGreaterThanOrEqual(marks.length + 1);
});

test("a breakdown of many categories prints without a word or number broken, below its title", async ({ page }) => {
  await page.goto("/en/spaiv/indicators/G5.1-a/2016");
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  // A hand on the page has the charts below drawn as well.
  await page.mouse.move(9, 9);
  await expect(page.locator("#breakdown .one:not(.off) .recharts-surface")).toBeVisible();
  const titles = await page.locator("#breakdown .one").evaluateAll((all) =>
    all.map((one) => ({
      title: one.querySelector("h2")!.textContent!,
      // The first words of the table's first row.
      first: one.querySelector("thead th")!.textContent!,
    })),
  );
  expect(titles.length).toBeGreaterThan(4);
  const pages = linesOf(await page.pdf({ preferCSSPageSize: true }));
  const text = pages.flat().join("\n");
  expect(text).not.toMatch(/\b(suppresse|suppre|suppr|Unknow|Unkno)\b/);
  for (const { title, first } of titles) {
    const start = title.slice(0, 30);
    const place = pages.find((lines) => lines.some((line) => line.startsWith(start)))!;
    expect(place, title).toBeDefined();
    const below = place.slice(place.findIndex((line) => line.startsWith(start)) + 1);
    expect(
      below.some((line) => line.startsWith(first.slice(0, 12))),
      title,
    ).toBe(true);
  }
});

test("a country's tables begin with a row below their head", async ({ page }) => {
  await page.goto("/en/spaiv/countries/KHM/2016");
  const codes = await page.locator("main tbody[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(codes.length).toBe(8);
  const pages = linesOf(await page.pdf({ preferCSSPageSize: true }));
  for (const lines of pages) expect(lines.at(-1)).not.toMatch(/^(Indicator\b|G\d [A-Z])/);
  // Each sheet that the table goes on has its whole head, also of the columns that a screen sorts by.
  const further = pages.filter((lines) => /^.*\bTarget 2016\b/.test(lines[0] ?? ""));
  expect(further.length).toBeGreaterThan(1);
  for (const [head] of further) expect(head).toMatch(/^Indicator\b.*\bStatus 2015\b.*\bStatus 2016$/);
});

test("a country takes six sheets, whichever way its margins are told", async ({ page }) => {
  await page.goto("/en/spaiv/countries/VNM/2016");
  // What civil society says comes by itself, and takes lines: of this country and period it is that nothing is public yet.
  await expect(page.getByText("No observation about 2016 is public here yet.")).toBeVisible();
  const margin = { top: "14mm", bottom: "14mm", left: "12mm", right: "12mm" };
  for (const way of [{ preferCSSPageSize: true }, { format: "A4", margin }])
    expect(linesOf(await page.pdf(way)).length).toBeLessThanOrEqual(6);
});

for (const code of ["G5.1-a", "G3.2.1-a"])
  test(`what belongs together in ${code} stands on one page, and words of two columns apart`, async ({ page }) => {
    await page.goto(`/en/spaiv/indicators/${code}/2016`);
    await page.mouse.move(9, 9);
    await expect(page.locator(".recharts-surface").first()).toBeVisible();
    const countries = await page.locator("#countries tbody th, main figure tbody th").allTextContents();
    const facts = await page
      .locator(".facts.tall > div")
      .evaluateAll((all) =>
        all.map((fact) => [...fact.children].map(({ textContent }) => textContent!.slice(0, 24).trim())),
      );
    expect(facts.length).toBeGreaterThan(2);
    const pages = linesOf(await page.pdf({ preferCSSPageSize: true }));
    for (const [number, lines] of pages.entries()) {
      expect(lines.length, `page ${number + 1}`).toBeGreaterThan(1);
      // The head of a table that goes on is followed by more than its last row.
      if (!/^Country\b.*\bStatus\b/.test(lines[0]!)) continue;
      expect(countries.filter((name) => lines[1]!.startsWith(name)).length, lines[1]).toBeGreaterThan(0);
      expect(countries.filter((name) => lines[2]!.startsWith(name)).length, lines[2]).toBeGreaterThan(0);
    }
    for (const [name, text] of facts) {
      const at = pages.flatMap((lines) =>
        lines.flatMap((line, index) => (line.startsWith(name!) ? [[lines[index + 1]]] : [])),
      );
      expect(
        at.some(([next]) => next?.startsWith(text!)),
        name,
      ).toBe(true);
    }
    const foot = pages.at(-1)!;
    expect(foot.findIndex((line) => line.startsWith("About these results"))).toBeGreaterThanOrEqual(0);
    expect(pages.flat().join("\n")).not.toMatch(/(suppressed|report|value) (suppressed|no value|no approved)/);
  });
