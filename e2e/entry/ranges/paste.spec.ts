import type { BrowserContext, Page } from "@playwright/test";
import { choice, entryForm, field, hold, row, state } from "../../support/entry-form";
import { expect, test } from "../../support/fixtures";

// A range copied from a spreadsheet: everything lands, or is listed with the reason why not.

async function paste(context: BrowserContext, page: Page, lines: readonly string[]) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${lines.join("\r\n")}\r\n`);
  await page.keyboard.press("Control+v");
}
const listed = (page: Page) => page.getByRole("region", { name: /has no place|have no place/ });

test("by position: across the fields, over the end of the goal, and one undo takes all of it back @quick", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?rows=comfortable`);
  const codes = await page.locator('tr[id^="G7."]').evaluateAll((rows) => rows.map(({ id }) => id));
  const last = codes.at(-1)!;
  await row(page, last).scrollIntoViewIfNeeded();
  await hold(row(page, last).locator("[data-row]").first());
  const lastIsAnswer = (await row(page, last).getByRole("radio").count()) > 0;
  await paste(
    context,
    page,
    [lastIsAnswer ? "yes" : "3", "1", "2", "3", "4", "5", "6", "7", "8", "9"].concat(Array(15).fill("1")),
  );
  await state(page, last, /^Saved/);
  await expect(page.getByRole("status").filter({ hasText: "Pasted by position" })).toHaveCount(1);
  await expect(listed(page)).toContainText("There is no indicator left below.");
  const count = await listed(page).getByRole("listitem").count();
  // The list goes along to another goal, until a person dismisses it.
  await page.goto(`${entryForm}?goal=G8&rows=comfortable`);
  await expect(listed(page).getByRole("listitem")).toHaveCount(count);
  const filled = await page
    .locator("[data-row]")
    .evaluateAll(
      (all) =>
        all.filter(
          (each) =>
            "value" in each && each.value !== "" && !(each instanceof HTMLInputElement && each.type === "radio"),
        ).length,
    );
  expect(filled).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Dismiss the list" }).press("Enter");
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);
  await expect(listed(page)).toHaveCount(0);
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("status").filter({ hasText: /^Undid: \d+ values/ })).toHaveCount(1);
  await state(page, last, "Not answered");
  await expect(listed(page)).toHaveCount(0);
});

test("by code, wherever the hand is; a share alone asks for both of its numbers", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await hold(field(page, "G5.4-a"));
  await paste(context, page, ["Code\t2017", "G5.1-a\t88", "G5.2-a\t12 %", "G6.2-a\t7", "G9.9-z\t1"]);
  await state(page, "G5.1-a", /^Saved/);
  await expect(field(page, "G5.1-a")).toHaveValue("88");
  await expect(field(page, "G5.4-a")).toHaveValue("");
  await expect(page.getByRole("status").filter({ hasText: "Pasted by indicator code" })).toHaveCount(1);
  await expect(row(page, "G5.2-a").getByText(/Enter how many out of how many/)).toBeVisible();
  await expect(listed(page).getByRole("listitem")).toHaveText([/Line 5: G9.9-z \| 1/]);
  await page.getByRole("link", { name: "1 line not pasted" }).click();
  await expect(listed(page)).toBeFocused();
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await expect(field(page, "G6.2-a")).toHaveValue("7");

  // Both numbers in one cell are the same alone as among others.
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const share = row(page, "G5.2-a").getByRole("textbox");
  for (const [text, values] of [
    ["45/60", ["45", "60"]],
    ["46 of 61", ["46", "61"]],
  ] as const) {
    await hold(share.nth(1));
    await hold(share.first());
    await paste(context, page, [text]);
    await expect(share.first()).toHaveValue(values[0]);
    await expect(share.nth(1)).toHaveValue(values[1]);
  }

  // And the same in a part's cell as in the row's own.
  await page.goto(`${entryForm}?goal=G4&rows=comfortable`);
  await row(page, "G4.1-a").getByRole("button", { name: /^Open/ }).click();
  const parts = page.getByRole("grid", { name: /by sex/i }).getByRole("textbox");
  const texts = () => parts.evaluateAll((all) => all.slice(0, 6).map((each) => (each as HTMLInputElement).value));
  await hold(parts.nth(1));
  await hold(parts.first());
  await paste(context, page, ["45/60"]);
  await expect.poll(texts).toEqual(["45", "60", "", "", "", ""]);
  await paste(context, page, ["46 of 61", "", "47/62"]);
  await expect.poll(texts).toEqual(["46", "61", "", "", "47", "62"]);
  for (let undone = 0; undone < 2; undone++) await page.keyboard.press("Control+z");
  await expect.poll(texts).toEqual(["", "", "", "", "", ""]);
  await state(page, "G4.1-a", "Not answered");
});

test("by position: where rows between aren’t shown, it asks which rows the lines are for", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?folded=G2`);
  const here = choice(page, "G1.3.2-a");
  const question = page.getByRole("dialog", { name: "Which rows are these lines for?" });
  const bar = page.getByRole("region", { name: "Report progress" });
  await hold(here);
  await paste(context, page, ["", "", "Not applicable"]);
  await expect(question).toContainText("Rows after G1.3.2-b aren’t shown here.");
  // Enter does what does no harm.
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(here).toBeFocused();
  await expect(bar.getByRole("link", { name: /not pasted/ })).toHaveCount(0);

  // Into the next row that shows, beyond the goal that is folded.
  const next = "G3.1-a";
  await paste(context, page, ["", "", "Not applicable"]);
  await question.getByRole("button", { name: "Shown rows: one value" }).click();
  await state(page, next, /^Saved/);
  await expect(bar).toContainText("Pasted by position: one value.");
  await page.keyboard.press("Control+z");
  await state(page, next, "Not answered");
  await expect(here).toBeFocused();

  // Into the row that follows in the report, which nobody sees.
  await hold(here);
  await paste(context, page, ["", "", "Not applicable"]);
  await question.getByRole("button", { name: "All rows: one value" }).click();
  await expect(bar).toContainText("one value, one of them in a row that isn’t shown");
  await state(page, next, "Not answered");
  await page.keyboard.press("Control+z");

  // Behind the last row that shows, there is no place for a line.
  await page.goto(`${entryForm}?goal=G1`);
  await hold(here);
  await paste(context, page, ["", "", "6500"]);
  await question.getByRole("button", { name: "Shown rows: no value" }).click();
  await expect(listed(page).getByRole("listitem")).toHaveText([/Line 3: 6500\. No row that is shown is left below\./]);
  await page.getByRole("button", { name: "Dismiss the list" }).click();
});

test("a line with the values of several years stores none, unless a line names the years", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const before = await field(page, "G5.4.1-a").inputValue();
  await hold(field(page, "G5.4.1-a"));
  await paste(context, page, ["G5.4.1-a\tCalls\t8\t9\t12"]);
  await expect(listed(page).getByRole("listitem")).toHaveText([
    /G5.4.1-a: 8 \| 9 \| 12\. It can’t be told which column/,
  ]);
  await expect(field(page, "G5.4.1-a")).toHaveValue(before);
  await paste(context, page, ["Code\tIndicator\t2015\t2016\t2017", "G5.4.1-a\tCalls\t8\t9\t12"]);
  await state(page, "G5.4.1-a", /^Saved/);
  await expect(field(page, "G5.4.1-a")).toHaveValue("12");
  await page.keyboard.press("Control+z");
  await expect(field(page, "G5.4.1-a")).toHaveValue(before);

  // Blank under the sheet's own head stays blank, whatever stands beside it.
  await page.getByRole("button", { name: "Dismiss the list" }).click();
  await hold(field(page, "G5.4.1-a"));
  await paste(context, page, [
    "Code\tIndicator\t2016\tValue for 2017",
    "G5.4.1-a\tCalls\t8\t",
    "G5.1-a\tVictims\t9\t77",
  ]);
  await state(page, "G5.1-a", /^Saved/);
  await expect(page.getByRole("status").filter({ hasText: "Left out: 2016." })).toHaveCount(1);
  await expect(field(page, "G5.1-a")).toHaveValue("77");
  await expect(field(page, "G5.4.1-a")).toHaveValue(before);
  await expect(listed(page)).toHaveCount(0);
  await paste(context, page, ["Code\tTarget 2017\tResult", "G5.1-a\t80\t78"]);
  await expect(listed(page).getByRole("listitem")).toHaveText([/It can’t be told from these heads/]);
  await expect(field(page, "G5.1-a")).toHaveValue("77");
  await page.getByRole("button", { name: "Dismiss the list" }).click();
});

test("a value pasted over words that nobody is writing is listed, and the words stay", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const words = field(page, "G5.3-b");
  await words.fill("Made up: from July.");
  await words.press("Tab");
  await state(page, "G5.3-b", /^Saved/);
  await hold(words);
  await paste(context, page, ["12"]);
  await expect(listed(page).getByRole("listitem")).toHaveText([/G5.3-b: 12\. This question is answered in words/]);
  await expect(words).toHaveValue("Made up: from July.");
  await page.getByRole("button", { name: "Dismiss the list" }).click();
  await hold(words);
  await paste(context, page, ["12\t13"]);
  await expect(listed(page).getByRole("listitem")).toHaveText([
    /G5.3-b: 12 \| 13\. This question is answered in words/,
  ]);
  await expect(words).toHaveValue("Made up: from July.");
  // While the words are written, a value is one of them.
  await hold(words);
  await page.keyboard.press("F2");
  await page.keyboard.type(" In all ");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("12"));
  await page.keyboard.press("Control+v");
  await expect(words).toHaveValue("Made up: from July. In all 12");
  await page.getByRole("button", { name: "Dismiss the list" }).click();
});

for (const [what, lines] of [
  ["paragraphs after years", ["2016\tReferrals broke off.", "2017\tShelters were full."]],
  ["a list of a word processor", ["1.\tReferrals broke off.", "2.\tShelters were full."]],
  ["a text of which one line has a tab", ["2016", "Made up: 12", "of\t14 shelters", "", "2017"]],
  ["a table of values", ["2016\t12", "2017\t15"]],
] as const)
  test(`a text pasted on words that nobody is writing is theirs: ${what}`, async ({ page, context, signInAs }) => {
    await signInAs("focal.thailand");
    await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
    const words = field(page, "G5.3-b");
    await words.fill("Made up:");
    await words.press("Tab");
    await state(page, "G5.3-b", /^Saved/);
    const values = page.locator("table [data-field]");
    const before = await values.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    await hold(words);
    await paste(context, page, lines);
    await expect(words).toHaveValue(`Made up:${lines.join("\n").replaceAll("\t", " ")}`);
    expect(await values.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual(before);
    await expect(listed(page)).toHaveCount(0);
    await words.press("Control+Enter");
    await state(page, "G5.3-b", /^Saved/);
    // The reason why there are none gives way to the words as a whole, too.
    await hold(words);
    for (const key of ["F2", "Control+a", "Delete"]) await page.keyboard.press(key);
    await row(page, "G5.3-b")
      .getByRole("button", { name: /^No value/ })
      .click();
    await page.keyboard.press("Escape");
    await paste(context, page, lines);
    await expect(words).toHaveValue(lines.join("\n").replaceAll("\t", " "));
    expect(await values.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual(before);
  });

test("into a table of parts: what is outside of it is listed", async ({ page, context, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  const parts = page.getByRole("grid", { name: /by sex × age/ });
  await hold(parts.getByRole("textbox", { name: "Female, 0 to 17 years", exact: true }));
  await paste(context, page, ["4\t6\t1\t99", "5\t7"]);
  await expect(parts.getByRole("textbox", { name: "Male, 18 years or over", exact: true })).toHaveValue("7");
  await expect(listed(page).getByRole("listitem")).toHaveText([
    /Line 1, G7.1-a: 99\. There is no field for this column/,
  ]);
  await page.keyboard.press("Control+z");
  await expect(parts.getByRole("textbox", { name: "Male, 18 years or over", exact: true })).toHaveValue("");
});

test("what lands in a row that isn’t shown counts at once, and so does taking it back", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G2&rows=comfortable`);
  const bar = page.getByRole("region", { name: "Report progress" });
  const goals = page.getByRole("navigation", { name: "Goals" });
  const answered = async () => Number(/(\d+) of 92 answered/.exec((await bar.textContent()) ?? "")?.[1]);
  const before = await answered();
  await hold(field(page, "G2.1.1-b"));
  await paste(context, page, ["G2.1.1-b\t3", "G6.3-b\t7", "G4.2.1-a\t1"]);
  await state(page, "G2.1.1-b", /^Saved/);
  await expect(bar).toContainText(`${before + 3} of 92 answered`);
  await expect(bar).toContainText("2 of them in rows that aren’t shown");
  await expect(goals.getByRole("link", { name: /^G4/ })).toContainText("1 of ");
  await page.reload();
  await expect(bar).toContainText(`${before + 3} of 92 answered`);
  await page.keyboard.press("Control+z");
  await expect(bar).toContainText(`${before} of 92 answered`);
});

test("what a paste left over goes when it is taken back, and that of two pastes is told apart", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G2&rows=comfortable`);
  const bar = page.getByRole("region", { name: "Report progress" });
  const into = "G2.1.1-b";
  await hold(field(page, into));
  await paste(context, page, [`${into}\t4`, "G9.1-z\t1"]);
  await state(page, into, /^Saved/);
  await expect(listed(page).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(listed(page)).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(listed(page).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(bar.getByRole("link", { name: /not pasted/ })).toHaveCount(0);
  await state(page, into, "Not answered");
  await paste(context, page, [`${into}\t5`, "G9.3-z\t3"]);
  await state(page, into, /^Saved/);
  await expect(listed(page).getByRole("listitem")).toHaveText([/Line 2: G9.3-z/]);
  await expect(bar.getByRole("link", { name: "1 line not pasted" })).toBeVisible();
  await expect(listed(page).getByText(/^Paste \d/)).toHaveCount(0);
  await paste(context, page, [`${into}\t6`, "G9.4-z\t4"]);
  await expect(listed(page).getByRole("heading")).toHaveText("2 pasted lines have no place");
  await expect(listed(page).getByText(/^Paste \d/)).toHaveText(["Paste 1: one line", "Paste 2: one line"]);
  await state(page, into, /^Saved/);
  await page.reload();
  await hold(field(page, into));
  await page.keyboard.press("Control+z");
  await expect(listed(page).getByRole("listitem")).toHaveText([/Line 2: G9.3-z/]);
  await page.getByRole("button", { name: "Dismiss the list" }).click();
});

test("by position under a year: somebody says whether it heads the column", async ({ page, context, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const column = page.getByRole("dialog", { name: "Is the first line the head of the column?" });
  const before = await field(page, "G5.1-a").inputValue();
  await hold(field(page, "G5.1-a"));
  await paste(context, page, ["2017", "44"]);
  await column.getByRole("button", { name: "Cancel" }).click();
  await expect(field(page, "G5.1-a")).toHaveValue(before);
  await hold(field(page, "G5.1-a"));
  await paste(context, page, ["2017", "44"]);
  await column.getByRole("button", { name: "The head: one value" }).click();
  await state(page, "G5.1-a", /^Saved/);
  await expect(field(page, "G5.1-a")).toHaveValue("44");
  await expect(page.getByRole("status").filter({ hasText: "Left out: 2017." })).toHaveCount(1);
  await hold(field(page, "G5.1-a"));
  await paste(context, page, ["2017", "45"]);
  await column.getByRole("button", { name: "A value: 2 values" }).click();
  await expect(field(page, "G5.1-a")).toHaveValue("2017");
});
