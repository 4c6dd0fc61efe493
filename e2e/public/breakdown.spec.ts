import { expect, test } from "../support/fixtures";
import { cells, csvOf, plain, shownAs } from "./public-files";

test.use({ readsAlone: true });

const indicator = "/en/spaiv/indicators/G6.2-a/2016";

test("a comparison by sex: bars, the same values beneath, and once who has no approved report", async ({
  page,
  complaints,
}) => {
  await page.goto(indicator);
  const file = await csvOf(page, `${indicator}/csv`);
  const breakdown = page.locator("#breakdown");
  await breakdown.getByRole("button", { name: "Sex", exact: true }).click();
  await page.mouse.move(9, 9);
  await expect(breakdown.locator(".recharts-surface")).toHaveCount(1);
  const bySex = breakdown.getByRole("table", { name: /: Sex, 2016$/ });
  const sexes = ["female", "male", "other", "unknown"];
  // The region's values too, worked out from the countries'.
  const names = ["Cambodia", "China", "Lao PDR", "Myanmar", "Thailand", "Viet Nam"];
  const units = [...names, file.find(({ unit }) => unit === "REGION")!.unit_name];
  expect(await bySex.getByRole("rowheader").allInnerTexts()).toEqual(units);
  for (const [index, row] of (await cells(bySex)).slice(1).entries()) {
    const total = file.find(
      ({ unit_name, period, cell }) => unit_name === units[index] && period === "2016" && cell === "total",
    );
    // A country without an approved report says so once; the file has a row of its total alone.
    if (total?.missing_reason === "noApprovedReport") {
      expect(row, units[index]).toEqual([shownAs(total)]);
      continue;
    }
    const values = sexes.map((sex) => {
      const found = file.find(
        ({ unit_name, period, cell }) => unit_name === units[index] && period === "2016" && cell === `sex=${sex}`,
      );
      return found ? shownAs(found) : "no value";
    });
    expect(row.slice(0, 4).map(plain), units[index]).toEqual(values);
  }
  // On a phone its words are in the window, before anybody scrolls the table.
  await page.setViewportSize({ width: 360, height: 740 });
  const words = bySex.getByRole("cell", { name: "no approved report" });
  await words.scrollIntoViewIfNeeded();
  const right = await words.evaluate((cell) => {
    const text = document.createRange();
    text.selectNodeContents(cell);
    cell.closest(".scroll")!.scrollLeft = 0;
    return text.getBoundingClientRect().right;
  });
  expect(right).toBeLessThan(360);
  await page.setViewportSize({ width: 1280, height: 720 });
  // With the countries across, the head of its column says so, and the cells hold nothing.
  await breakdown.getByRole("button", { name: "Sex and age", exact: true }).click();
  const crossed = breakdown.getByRole("table", { name: /: Sex and age, 2016$/ });
  await expect(crossed.getByRole("columnheader", { name: "Thailand no approved report", exact: true })).toBeVisible();
  const ofThailand = (await cells(crossed)).slice(1).map((row) => row[names.indexOf("Thailand")]);
  expect(new Set(ofThailand)).toEqual(new Set(["–"]));
  expect(complaints).toEqual([]);
});
