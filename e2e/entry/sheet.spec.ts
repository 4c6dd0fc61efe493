import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { entryForm, field, hold, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// The whole report as one dense sheet: what is seen at once, found, marked, copied, filled and folded away.

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("an old laptop shows at least fourteen rows, each in one line, and nothing moves over them", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  const seen = await page.locator("tbody.row > tr:first-child, tbody.goal-head > tr").evaluateAll((rows) => {
    const floor = document.querySelector(".dock")!.getBoundingClientRect().top;
    return rows
      .map((row) => row.getBoundingClientRect())
      .filter(({ top, bottom }) => top >= 0 && bottom <= floor)
      .map(({ height }) => Math.round(height));
  });
  expect(seen.length).toBeGreaterThanOrEqual(14);
  for (const height of seen) expect(height).toBeLessThanOrEqual(28);
  await mustFit(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
});

for (const language of ["en", "th"])
  test(`on an old laptop every digit shows, entered or earlier (${language})`, async ({ page, signInAs }) => {
    await page.setViewportSize({ width: 1366, height: 650 });
    await signInAs("focal.thailand");
    await page.goto(entryForm.replace("/en/", `/${language}/`).replace("2017", "2016?goal=G7"));
    await hold(field(page, "G7.2.3-a"));
    const [of, whole] = await row(page, "G7.2.3-a").getByRole("textbox").all();
    await of!.fill("51209123");
    await whole!.fill("152070456");
    await expect(row(page, "G7.2.3-a").locator(".quotient")).toContainText("33.7%");
    /** What a field or a column of the rows near the hand leaves out. */
    const cutOff = () =>
      page.locator("tbody.row > tr:first-child").evaluateAll((rows) =>
        rows.flatMap((row) => {
          const places = [...row.querySelectorAll<HTMLElement>("input[type=text], .prev:not(.txt)")];
          return places
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map((place) => `${row.id} ${place instanceof HTMLInputElement ? place.value : place.textContent}`);
        }),
      );
    expect(await cutOff()).toEqual([]);
    // The longest number that there is, beside its unit.
    await hold(field(page, "G7.1-a"));
    await field(page, "G7.1-a").fill("123456789012345678");
    expect(await cutOff()).toEqual([]);
    await page.keyboard.press("Escape");
    const heights = await page
      .locator('tr[id="G7.1-a"], tr[id="G7.1.1-a"], tr[id="G7.2-a"], tr[id="G7.3-a"]')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    for (const height of heights) expect(height).toBeLessThanOrEqual(28);

    // A dialog of the sheet is as wide as any other.
    await page.keyboard.press("Control+/");
    expect((await page.getByRole("dialog").boundingBox())!.width).toBeLessThanOrEqual(34 * 16);
  });

test("without a script the sheet offers none of what needs one", async ({ signInAs, anotherBrowser }) => {
  await signInAs("focal.thailand");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(entryForm);
  await expect(plain.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(plain.locator(".sheet-tools")).toBeHidden();
});

test("what a person asks of the sheet stands in the address, over a reload and in Thai", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  await page.getByLabel("Find a code or words").fill("hotline");
  await expect(row(page, "G1.1.1-a")).toHaveCount(0);
  await expect(page.locator("tbody.row").first()).toContainText(/hotline/i);
  await page.getByLabel("Rows to show").selectOption({ index: 1 });
  await page.getByText("View", { exact: true }).click();
  await page.getByLabel("Who enters it").check();
  await page.getByLabel("Target", { exact: true }).uncheck();
  await expect(page).toHaveURL(/find=hotline&show=open&columns=earlier\.state\.who/);
  const codes = () => page.locator("tbody.row > tr:first-child").evaluateAll((rows) => rows.map(({ id }) => id));
  const before = await codes();
  await page.reload();
  expect(await codes()).toEqual(before);
  await expect(page.getByRole("columnheader", { name: "Who enters it" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /^Target/ })).toHaveCount(0);
  await page.goto(page.url().replace("/en/", "/th/"));
  // English words find a row whose title is Thai.
  expect(await codes()).toEqual(before);
});

test("goals fold, and the map of goals leads to rows that are folded or narrowed away", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1`);
  await hold(field(page, "G1.1.1-a"));
  await page.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G7/ }).click();
  await expect(page.getByRole("button", { name: /^G7 / })).toBeFocused();
  await expect(field(page, "G7.1-a")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(row(page, "G7.1-a")).toHaveCount(0);
  await expect(page).toHaveURL(/folded=G7/);
  await page.reload();
  await expect(page.getByRole("button", { name: /^G7 / })).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "G7.1-a")).toHaveCount(0);
  await page.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G7/ }).click();
  await expect(field(page, "G7.1-a")).toBeInViewport();
});

test("cells are marked by Shift and by the mouse, copied, filled down and cleared, each as one change", async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G8`);
  await settled(page, "G8.2-a", field(page, "G8.2-a"), "16");
  await hold(field(page, "G8.2-a"));
  await press(page, "Shift+ArrowDown");
  const range = page.getByRole("group", { name: "Marked cells" });
  await expect(range).toContainText("2 rows marked");
  await press(page, "Control+d");
  await state(page, "G8.2.1-a", /^Saved/);
  await expect(field(page, "G8.2.1-a")).toHaveValue("16");
  await press(page, "Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("16\n16");
  await press(page, "Delete");
  await state(page, "G8.2-a", "Not answered");
  await state(page, "G8.2.1-a", "Not answered");
  await press(page, "Control+z");
  await expect(field(page, "G8.2-a")).toHaveValue("16");
  await expect(field(page, "G8.2.1-a")).toHaveValue("16");
  await press(page, "Escape");
  await expect(range).toHaveCount(0);

  // By mouse, over several columns: code and title are two cells of a spreadsheet.
  const cell = (code: string, column: string) => row(page, code).locator(`[data-column-id="${column}"]`);
  await cell("G8.2-a", "indicator").hover();
  await page.mouse.down();
  await cell("G8.2.1-a", "value").hover();
  await page.mouse.up();
  await press(page, "Control+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").map((line) => line.split("\t").length)).toEqual([6, 6, 6]);
  expect(copied).toMatch(
    /^Code\tIndicator\t2015\t2016\tTarget\t2017\nG8\.2-a\tJoint investigations.*\t16\nG8\.2\.1-a\t.*\t16$/,
  );

  // And it goes in again by its codes.
  await page.getByRole("button", { name: "Unmark" }).click();
  await settled(page, "G8.2-a", field(page, "G8.2-a"), "1");
  await press(page, "Control+v");
  await expect(field(page, "G8.2-a")).toHaveValue("16");
});

test("in a table of parts cells are marked, filled down, copied and cleared, each as one change", async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  const parts = page.getByRole("grid", { name: /by sex × age/ });
  const part = (name: string) => parts.getByRole("textbox", { name, exact: true });
  await hold(part("Female, 0 to 17 years"));
  await page.keyboard.type("4");
  await page.keyboard.press("Tab");
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  await hold(part("Female, 0 to 17 years"));
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("status").filter({ hasText: "2 rows marked" })).toHaveCount(1);
  await page.keyboard.press("Control+d");
  await expect(part("Male, 0 to 17 years")).toHaveValue("4");
  await expect(part("Male, 18 years or over")).toHaveValue("6");
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("4\t6\n4\t6");
  await page.keyboard.press("Control+z");
  await expect(part("Male, 0 to 17 years")).toHaveValue("");
  await expect(part("Male, 18 years or over")).toHaveValue("");

  // By mouse, and cleared.
  await part("Female, 0 to 17 years").hover();
  await page.mouse.down();
  await part("Female, 18 years or over").hover();
  await page.mouse.up();
  await page.keyboard.press("Delete");
  await expect(part("Female, 0 to 17 years")).toHaveValue("");
  await expect(part("Female, 18 years or over")).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(part("Female, 18 years or over")).toHaveValue("6");
  await page.keyboard.press("Escape");
  await expect(parts.locator(".marked")).toHaveCount(0);

  // What is cut elsewhere is neither what is marked in the parts, nor in the sheet.
  await hold(part("Female, 0 to 17 years"));
  await page.keyboard.press("Shift+ArrowRight");
  const search = page.getByLabel("Find a code or words");
  await search.fill("words");
  await search.selectText();
  await page.keyboard.press("Control+x");
  await expect(search).toHaveValue("");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("words");
  await expect(part("Female, 18 years or over")).toHaveValue("6");
  await hold(field(page, "G7.1-a"));
  await press(page, "Shift+ArrowDown");
  await expect(page.getByRole("group", { name: "Marked cells" })).toContainText("2 rows marked");
  await hold(part("Female, 0 to 17 years"));
  await expect(page.getByRole("group", { name: "Marked cells" })).toHaveCount(0);
});

test("a paste of many cells is one request and one undo", async ({ page, context, signInAs }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  const lines = ["G1.1.1-a\t3", "G1.1.2-a\t5", "G1.2-a\t7", "G1.3.1-a\t2", "G3.2.1-a\t9", "G6.2-a\t11", "G8.2-a\t4"];
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/values")) requests.push(request.url());
  });
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join("\n"));
  await press(page, "Control+v");
  for (const line of lines) {
    const [code, value] = line.split("\t");
    await state(page, code!, /^Saved/);
    await row(page, code!).scrollIntoViewIfNeeded();
    await expect(field(page, code!)).toHaveValue(value!);
  }
  expect(requests.map((url) => url.split("/").slice(-2).join("/"))).toEqual(["values/many"]);
  await press(page, "Control+z");
  await expect(page.getByRole("status").filter({ hasText: "Undid: 7 values" })).toHaveCount(1);
  await row(page, "G1.2-a").scrollIntoViewIfNeeded();
  await expect(field(page, "G1.2-a")).toHaveValue("");
});

test("the row's menu has a key for each: a reason, the breakdown, a comment", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7`);
  await settled(page, "G7.2.2-a", field(page, "G7.2.2-a"), "61");
  await hold(field(page, "G7.2.2-a"));
  await press(page, "Alt+r");
  await page.getByRole("option", { name: "Confidential" }).click();
  await state(page, "G7.2.2-a", /^Saved/);
  await press(page, "Control+z");
  await expect(field(page, "G7.2.2-a")).toHaveValue("61");
  await hold(field(page, "G7.1-a"));
  await press(page, "Alt+b");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toBeVisible();
  await press(page, "Alt+b");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toHaveCount(0);
  // From within it the hand goes back to the row, and what was typed is stored.
  await press(page, "Alt+b");
  const part = page
    .getByRole("grid", { name: /by sex × age/ })
    .getByRole("textbox")
    .first();
  await part.fill("3");
  await press(page, "Alt+b");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toHaveCount(0);
  await expect(field(page, "G7.1-a")).toBeFocused();
  await press(page, "Control+z");
  await expect(page.getByRole("status").filter({ hasText: "Undid: G7.1-a" })).toHaveCount(1);
  await press(page, "Alt+c");
  const comment = page.getByRole("complementary").getByLabel("Add a comment");
  await expect(comment).toBeFocused();
  await comment.fill("Made up: half a thought.");
  await press(page, "Escape");
  await expect(field(page, "G7.1-a")).toBeFocused();
  await expect(comment).toHaveValue("Made up: half a thought.");
  await row(page, "G7.1-a").hover();
  const menu = row(page, "G7.1-a").locator(".row-menu > summary");
  await menu.press("Enter");
  await row(page, "G7.1-a").getByRole("button", { name: "Open the breakdown" }).press("Enter");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toBeVisible();
  await expect(menu).toBeFocused();
  await menu.press("Enter");
  await row(page, "G7.1-a").getByRole("button", { name: "Add a comment" }).press("Enter");
  await expect(comment).toBeFocused();
});

test("a row far away has its value as text, and its field as soon as a hand comes near", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  await expect(row(page, "G8.2-a")).toHaveCount(1);
  await expect(row(page, "G8.2-a").getByRole("textbox")).toHaveCount(0);
  await press(page, "Control+End");
  await expect(row(page, "G8.2.3-a").getByRole("radio").first()).toBeFocused();
  await expect(field(page, "G8.2-a")).toBeInViewport();
  await press(page, "Control+Home");
  await expect(page.locator("tbody.row").first().locator("[data-row]").first()).toBeFocused();
});
