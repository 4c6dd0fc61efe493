import { entryForm, field, hold, press, row, settled, state } from "../../support/entry-form";
import { expect, test } from "../../support/fixtures";

// Ranges of cells: marked, copied, filled down, cleared and pasted, each as one change.

test("cells are marked by Shift and by the mouse, copied, filled down and cleared, each as one change @quick", async ({
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
  await row(page, "G8.2-a").locator("th").hover();
  await page.mouse.down();
  await row(page, "G8.2.1-a").locator(".value-cell").hover();
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

  // Down over a question of yes or no, which can't take a number and is named.
  await settled(page, "G8.2-a", field(page, "G8.2-a"), "17");
  await hold(field(page, "G8.2-a"));
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expect(field(page, "G8.2.1-a")).toHaveValue("17");
  const said = /^Filled one value\. Not filled, .*: G8\.2\.3-a\./;
  await expect(page.getByRole("status").filter({ hasText: said })).toHaveCount(1);
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

test("a paste of many cells is one request and one undo @quick", async ({ page, context, signInAs }) => {
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

test("Ctrl+A marks the text of the field first; many values change only after a question", async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  const [first, other] = [field(page, "G1.1.1-a"), field(page, "G1.2-a")];
  await settled(page, "G1.1.1-a", first, "3");
  await settled(page, "G1.2-a", other, "7");
  const range = page.getByRole("group", { name: "Marked cells" });
  await first.click();
  await press(page, "Control+a", "Delete");
  await expect(first).toHaveValue("");
  await press(page, "Enter");
  await state(page, "G1.1.1-a", "Not answered");
  await expect(other).toHaveValue("7");
  await press(page, "Control+z");
  await expect(first).toHaveValue("3");

  await first.click();
  await press(page, "Control+a", "Control+a");
  await expect(range).toContainText(/\d\d rows marked/);
  await page.evaluate(() => navigator.clipboard.writeText("5"));
  await press(page, "Control+v");
  const question = page.getByRole("dialog", { name: /^Fill \d\d values at once/ });
  await expect(question).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(first).toBeFocused();
  await expect(range).toBeVisible();
  await expect(other).toHaveValue("7");
  await press(page, "Control+v");
  await question.getByRole("button", { name: /^Fill/ }).click();
  await expect(question).toBeHidden();
  await expect(other).toHaveValue("5");
  await state(page, "G1.2-a", /^Saved/);
  await press(page, "Control+z");
  await expect(other).toHaveValue("7");
  await expect(first).toHaveValue("3");
});

test("Delete clears all that is marked where the hand is on an answer; behind a dialog nothing is undone", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await settled(page, "G1.1.2-a", field(page, "G1.1.2-a"), "35");
  const answers = page.locator('[data-row="G1.1.1-b"]');
  await answers.first().check();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  await expect(answers.and(page.locator(":checked"))).toHaveCount(0);
  await expect(field(page, "G1.1.2-a")).toHaveValue("");
  await page.keyboard.press("Control+/");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(field(page, "G1.1.2-a")).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(answers.and(page.locator(":checked"))).toHaveCount(1);
});

test("what is typed where rows are marked ends the marking, and Esc takes it back", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G8`);
  await settled(page, "G8.2-a", field(page, "G8.2-a"), "16");
  const range = page.getByRole("group", { name: "Marked cells" });
  for (const undone of [["Escape"], ["Backspace", "Escape"]]) {
    await hold(field(page, "G8.2-a"));
    await press(page, "Shift+ArrowDown");
    await expect(range).toContainText("2 rows marked");
    await press(page, "8");
    await expect(field(page, "G8.2-a")).toHaveValue("8");
    await expect(range).toHaveCount(0);
    await press(page, ...undone);
    await expect(field(page, "G8.2-a")).toHaveValue("16");
  }
  await press(page, "ArrowDown");
  await state(page, "G8.2-a", /^Saved/);
  await page.reload();
  await expect(field(page, "G8.2-a")).toHaveValue("16");
});
