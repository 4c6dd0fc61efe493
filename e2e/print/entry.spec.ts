import { parse } from "csv-parse/sync";
import { factsOf, hasPoppler, pagesOf } from "@/lib/publication/typst/testing/read-pdf";
import { entryForm, hold, row } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// The entry form on paper: somebody takes it to the register and fills it in by hand.

/** As wide as a sheet of A4 for what asks for its width, and as wide as there is room between its margins. */
const paper = { page: 794, within: 703 };

for (const width of [1280, 360])
  test(`a goal's sheet opened at ${width} px prints as one table over the paper's width`, async ({
    page,
    signInAs,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await signInAs("focal.thailand");
    await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
    // With an indicator's parts open, which stand below its row.
    const toggle = row(page, "G5.2-a").getByRole("button", { name: /^Open/ });
    await hold(toggle);
    await page.keyboard.press("Enter");
    await expect(page.locator("tr.sub .xt").first()).toBeVisible();
    const codes = await page.locator("tr[id]").evaluateAll((all) => all.map(({ id }) => id));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paper.page, height: 1000 });
    await page.evaluate((width) => {
      document.body.style.width = `${width}px`;
    }, paper.within);
    const heads = page.locator("table.e > thead th");
    await expect(heads.first()).toHaveText("Indicator");
    expect((await heads.first().boundingBox())!.width).toBeGreaterThan(180);
    const right = (await heads.last().boundingBox())!;
    expect(Math.abs(right.x + right.width - paper.within)).toBeLessThan(2);
    expect((await page.getByRole("heading", { level: 1 }).boundingBox())!.width).toBeGreaterThan(paper.within * 0.8);
    for (const code of codes) {
      const [name, next] = [row(page, code).locator("th"), row(page, code).locator("td").first()];
      expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), code).toBe(0);
      const [one, other] = [(await name.boundingBox())!, (await next.boundingBox())!];
      expect(one.x + one.width, code).toBeLessThanOrEqual(other.x + 1);
      expect(Math.abs(one.y - other.y), code).toBeLessThan(2);
    }
    for (const table of await page.locator("tr.sub .xt").all()) {
      const { x, width } = (await table.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(paper.within);
    }
    // What only a screen can do.
    await expect(page.locator("table.e button.link:visible")).toHaveCount(0);
    await expect(page.locator(".goal-jump")).toBeHidden();
    await page.evaluate(() => document.body.removeAttribute("style"));

    test.skip(!(await hasPoppler()), "poppler-utils isn't installed, so that nothing reads the PDF's text");
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    for (const text of pages) expect(text).toMatch(/^ *Indicator +2015 +2016 +Target 2017 +Value for 2017 +State/m);
    for (const code of codes) expect(pages.filter((text) => text.includes(code)).length, code).toBe(1);
  });

test("a whole report's sheet prints with all rows alike: each has its fields on paper, and few on the screen", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  const cells = page.locator("tbody.row .value-cell");
  const withFields = cells.filter({ has: page.locator("input, textarea, [role=combobox]") });
  // What is in view has been told: the last row has its fields, and hasn't once it is far away again.
  await cells.last().scrollIntoViewIfNeeded();
  await expect(cells.last().locator("[data-row]").first()).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(cells.last().locator("[data-row]")).toHaveCount(0);
  const rows = await cells.count();
  await expect.poll(() => withFields.count()).toBeLessThan(rows - 20);
  await page.evaluate(() => {
    const hear = () => {
      const all = [...document.querySelectorAll("tbody.row .value-cell")];
      const light = all.filter((cell) => !cell.querySelector("input, textarea, [role=combobox]"));
      document.body.dataset.light = light.map((cell) => cell.parentElement!.id).join(" ");
    };
    window.addEventListener("beforeprint", hear);
  });
  await page.pdf({ preferCSSPageSize: true });
  await expect(page.locator("body")).toHaveAttribute("data-light", "");
  await expect.poll(() => withFields.count()).toBeLessThan(rows - 20);
});

/** The words of a text, each as often as it stands there; a line may end within one that has a hyphen. */
const wordsIn = (text: string) => {
  const counts = new Map<string, number>();
  for (const word of text.split(/[^\p{L}\p{N}]+/u)) if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

test("the report and the blank form are sheets of A4: each code once, no short indicator over two pages, values on one of them", async ({
  page,
  signInAs,
}) => {
  test.skip(!(await hasPoppler()), "poppler-utils isn't installed, so that nothing reads the PDF's text");
  await signInAs("focal.thailand");
  const report = "/en/spaiv/reports/THA/2016";
  const all = parse<Record<string, string>>(await (await page.request.get(`${report}/csv`)).text(), {
    bom: true,
    columns: true,
  });
  const totals = all.filter(({ Cell }) => Cell === "total");
  const codes = totals.map((each) => each["Indicator code"]!);
  const parts = new Map<string, number>();
  for (const { Cell, "Indicator code": code, Revision } of all)
    if (Cell !== "total" && Revision !== "0") parts.set(code!, (parts.get(code!) ?? 0) + 1);
  const written = new Intl.NumberFormat("en");
  const shares = totals
    .filter(({ Numerator, Denominator }) => /^\d+$/.test(Numerator!) && /^\d+$/.test(Denominator!))
    .map(
      ({ Numerator, Denominator }) => `${written.format(Number(Numerator))} of ${written.format(Number(Denominator))}`,
    );
  expect(shares.length).toBeGreaterThan(20);
  for (const [address, isBlank] of [
    ["print", false],
    ["print/blank", true],
  ] as const) {
    await page.goto(`${report}/${address}`);
    await page.emulateMedia({ media: "print" });
    const indicators = page.locator("table.printed > tbody");
    const rows = await indicators.allInnerTexts();
    expect(rows.map((text) => text.trim().split(/\s/, 1)[0])).toEqual(codes);
    // Choices are words of their own, also copied or read out.
    const choices = await page.locator(".value:has(> .tick)").evaluateAll((all) => all.map((each) => each.textContent));
    expect(choices.filter((text) => /^Yes No\s/.test(text!)).length > 0).toBe(isBlank);
    expect(choices.filter((text) => /YesNo/.test(text!))).toEqual([]);
    // A box, a choice or lines for each, or none.
    await expect(indicators.filter({ has: page.locator(".box, .tick, .lines") })).toHaveCount(
      isBlank ? rows.length : 0,
    );

    // Each part that was entered stands in a table or a line; what isn't many lines isn't broken.
    const isLong = await indicators.evaluateAll((all) => all.map(({ className }) => className === "long"));
    const heads = await indicators.locator("> tr:first-child").allInnerTexts();
    if (!isBlank) {
      expect(parts.size).toBeGreaterThan(5);
      expect(isLong.filter(Boolean).length).toBeGreaterThan(0);
      expect(isLong.filter(Boolean).length).toBeLessThan(rows.length / 4);
      for (const [code, count] of parts) {
        const entered = indicators.nth(codes.indexOf(code)).locator(".printed-parts :is(dd, td:not(:empty))");
        expect(await entered.count(), code).toBeGreaterThanOrEqual(count);
      }
    }

    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(factsOf(pdf)).toMatch(/^Page size: .*\(A4\)$/m);
    const pages = pagesOf(pdf);
    // A code heads its row; what is said of another may name it too.
    const headedBy = (code: string) => new RegExp(`^ *${code.replaceAll(".", "\\.")} `, "gm");
    for (const code of codes)
      expect(
        pages.flatMap((text) => text.match(headedBy(code)) ?? []),
        code,
      ).toHaveLength(1);
    // All words of an indicator are on its page, beside those of the page's others; of a long one those of its head.
    for (const [at, text] of pages.entries()) {
      const whole = rows
        .map((text, row) => (isLong[row] ? heads[row]! : text))
        .filter((_, row) => headedBy(codes[row]!).test(text))
        .join(" ");
      const there = wordsIn(text);
      const elsewhere = [...wordsIn(whole)].filter(([word, count]) => (there.get(word) ?? 0) < count);
      expect(elsewhere, `${address}, page ${at + 1}`).toEqual([]);
    }
    const text = pages.join(" ").replace(/\s+/g, " ");
    expect(shares.filter((share) => text.includes(share)).length, address).toBe(isBlank ? 0 : shares.length);
  }
});

test("the check on paper has none of what mends it on a screen", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/check`);
  const acts = page.locator(".to-do-acts").getByRole("button", { name: /^(Enter a value|Mend here|Look)/ });
  await expect(acts.first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(acts).toHaveCount(0);
});

test("nothing on paper asks to be pressed, and nothing asks for a file", async ({ page, signInAs }) => {
  const report = "/en/spaiv/reports/THA/2016";
  const onScreenAlone = page.locator("main :is(button, .btn, input[type=file])").filter({ visible: true });
  const look = async (address: string) => {
    await page.emulateMedia({ media: "screen" });
    await page.goto(address);
    await expect(onScreenAlone.first(), address).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(onScreenAlone, address).toHaveCount(0);
  };
  await signInAs("focal.thailand");
  for (const below of ["import", "narrative", "indicators/G6.2-a"]) await look(`${report}/${below}`);
  await look(`${report}/check`);
  for (const words of [
    "No value? Give a reason",
    "One reason for all that are ticked",
    "Add files",
    "Values of the last",
  ])
    await expect(page.locator("main").getByText(words).filter({ visible: true }), words).toHaveCount(0);
  await expect(page.getByRole("columnheader").filter({ visible: true }).last()).toHaveText("Answer");
  await expect(page.getByText("They have neither a value nor a reason.")).toBeVisible();
  await signInAs("secretariat");
  await look("/en/spaiv/review/KHM/2017?tab=all");
  await look("/en/spaiv/review/KHM/2017/return");
});
