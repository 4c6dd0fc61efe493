import type { Page } from "@playwright/test";
import { choice, choose, entryForm, field, hold, press, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// Entering by keyboard alone, as in a spreadsheet: arrows move and never change, Enter confirms, Esc restores a value and loses no words.

const focusedRow = (page: Page) => page.evaluate(() => document.activeElement?.closest("tr[id]")?.id ?? "");
/** What every field of the sheet holds, in order. */
const held = (page: Page) =>
  page
    .locator("[data-row]")
    .evaluateAll((fields) =>
      fields.map((each) =>
        each instanceof HTMLInputElement && each.type === "radio"
          ? `${each.value} ${each.checked}`
          : ((each as HTMLInputElement).value ?? ""),
      ),
    );

test("moving over every cell of a goal with every moving key changes none, whatever its type @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await choose(page, "G5.3-a", "3 of 5: Adopted");
  await row(page, "G5.2.1-a").getByRole("radio", { name: "No" }).check();
  await row(page, "G5.3.1-a")
    .getByRole("button", { name: /^No value/ })
    .click();
  await page.getByRole("option", { name: "Not collected" }).click();
  for (const code of ["G5.3-a", "G5.2.1-a", "G5.3.1-a"]) await state(page, code, /^Saved/);
  const sent: string[] = [];
  page.on("request", (request) => {
    // Where the hand is may be told to others meanwhile.
    if (request.method() === "POST" && !request.url().endsWith("/presence")) sent.push(request.url());
  });
  const before = await held(page);
  await hold(field(page, "G5.1-a"));
  const rows = await page.locator("tr[id]").evaluateAll((all) => all.map(({ id }) => id));
  const walked: string[] = [await focusedRow(page)];
  for (let step = 1; step < rows.length; step++) {
    await press(page, "ArrowDown");
    walked.push(await focusedRow(page));
  }
  expect(walked).toEqual(rows);
  for (const id of rows.toReversed()) {
    expect(await focusedRow(page)).toBe(id);
    await press(page, "ArrowRight", "ArrowLeft", "Home", "End", "Home", "ArrowUp");
  }
  await press(page, "PageDown", "PageUp", "Control+End", "Control+Home", "Control+ArrowDown", "Control+ArrowUp");
  expect(await focusedRow(page)).toBe(rows[0]);
  await press(page, "Control+End");
  expect(await focusedRow(page)).toBe(rows.at(-1));
  expect(await held(page)).toEqual(before);
  expect(sent).toEqual([]);
});

test("a list opens by Enter, Space, a letter or Alt and down; Esc closes it as it was, Enter chooses and goes down", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await choose(page, "G5.3-a", "3 of 5: Adopted");
  const step = choice(page, "G5.3-a");
  const list = page.getByRole("listbox");
  for (const key of ["Enter", "Space", "Alt+ArrowDown", "5"]) {
    await step.press(key);
    await expect(list).toBeVisible();
    await expect(step).toHaveAttribute("aria-expanded", "true");
    await press(page, "ArrowUp", "Escape");
    await expect(list).toHaveCount(0);
    await expect(step).toBeFocused();
    await expect(step).toHaveText("3 of 5: Adopted");
  }
  // The end of the list is a step: clearing is for Delete.
  await press(page, "Space", "End");
  await expect(list.locator(".active")).toContainText("5 of 5");
  await press(page, "ArrowDown");
  await expect(list.locator(".active")).toContainText("5 of 5");
  await press(page, "Escape");
  // A mouse that rests where the list opens chooses nothing.
  await step.hover();
  const at = await step.boundingBox();
  await page.mouse.move(at!.x + 20, at!.y + at!.height + 20);
  await press(page, "5");
  await expect(step).toHaveAttribute("aria-activedescendant", /.+/);
  await press(page, "Enter");
  await expect(step).toContainText("5 of 5");
  await state(page, "G5.3-a", /^Saved/);
  expect(await focusedRow(page)).toBe("G5.3-b");
});

test("yes or no is chosen by Space or its letter, and cleared by Delete", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  const [yes, no] = ["Yes", "No"].map((name) => row(page, "G6.3.2-b").getByRole("radio", { name }));
  await hold(yes!);
  await press(page, "ArrowRight");
  await expect(no!).toBeFocused();
  await expect(no!).not.toBeChecked();
  await press(page, "Space");
  await expect(no!).toBeChecked();
  await press(page, "y");
  await expect(yes!).toBeChecked();
  await press(page, "Delete");
  await state(page, "G6.3.2-b", "Not answered");
  await expect(row(page, "G6.3.2-b").getByRole("radio", { checked: true })).toHaveCount(0);
  await press(page, "y");
  await row(page, "G6.3.2-b").getByRole("button", { name: "Clear" }).press("Enter");
  await expect(yes!).toBeFocused();
});

test("typing replaces, F2 changes within, Esc restores, and Enter returns to where a run of Tabs began @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const [cases, days] = [field(page, "G5.1-a"), field(page, "G5.4-a")];
  await settled(page, "G5.1-a", cases, "125");
  await press(page, "ArrowUp");
  await expect(cases).toBeFocused();
  await page.keyboard.type("7");
  await expect(cases).toHaveValue("7");
  await press(page, "Escape");
  await expect(cases).toHaveValue("125");
  await press(page, "F2", "ArrowLeft", "ArrowLeft");
  await expect(cases).toBeFocused();
  await page.keyboard.type("9");
  await expect(cases).toHaveValue("1925");
  await press(page, "Escape");
  await expect(cases).toHaveValue("125");
  await state(page, "G5.1-a", /^Saved/);
  // A click takes the whole, a second one a place within it.
  await days.fill("12.5");
  await days.press("Enter");
  await days.click();
  await page.keyboard.type("3");
  await expect(days).toHaveValue("3");
  await press(page, "Escape");
  await expect(days).toHaveValue("12.5");
  const [part, whole] = [0, 1].map((at) => row(page, "G5.2-a").getByRole("textbox").nth(at));
  await hold(part!);
  await page.keyboard.type("337");
  await press(page, "Tab");
  await expect(whole!).toBeFocused();
  await page.keyboard.type("402");
  await press(page, "Enter");
  await state(page, "G5.2-a", /^Saved/);
  expect(await focusedRow(page)).toBe("G5.2.1-a");
  await press(page, "ArrowUp");
  await expect(part!).toBeFocused();
});

test("a run of Tabs from the second of two answers begins in the first column", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
  const officials = field(page, "G1.1.2-a");
  await hold(row(page, "G1.1.1-b").getByRole("radio").last());
  for (let stops = 0; stops < 5 && !(await officials.evaluate((own) => own === document.activeElement)); stops += 1)
    await press(page, "Tab");
  await expect(officials).toBeFocused();
  await press(page, "Enter");
  await expect(row(page, "G1.1.2-b").getByRole("textbox").first()).toBeFocused();
});

test("words are typed after a deliberate Enter, never replaced by a letter, and stored by Esc as one change", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const words = field(page, "G5.3-b");
  await words.fill("Made up: two lines.");
  await words.press("Tab");
  await state(page, "G5.3-b", /^Saved/);
  await hold(words);
  await press(page, "ArrowUp");
  expect(await focusedRow(page)).toBe("G5.3-a");
  await press(page, "ArrowDown", "Enter", "Enter");
  await page.keyboard.type("More.");
  await expect(words).toHaveValue("Made up: two lines.\nMore.");
  await press(page, "Escape");
  await state(page, "G5.3-b", /^Saved/);
  await expect(words).toBeFocused();
  await expect(words).toHaveValue("Made up: two lines.\nMore.");
  // The writing is over: the whole of it is taken back, and arrows go on.
  await press(page, "Control+z");
  await expect(words).toHaveValue("Made up: two lines.");
  await press(page, "Control+y");
  await expect(words).toHaveValue("Made up: two lines.\nMore.");
  await press(page, "ArrowUp");
  expect(await focusedRow(page)).toBe("G5.3-a");
});

test("arrows lead into an open table of parts and out of it again", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  const parts = page.getByRole("grid", { name: /by sex × age/ });
  const first = parts.getByRole("textbox").first();
  // Right after the page their code may still be on its way.
  await expect(first).toBeVisible();
  await hold(field(page, "G7.1-a"));
  await press(page, "ArrowDown");
  await expect(first).toBeFocused();
  await press(page, "End");
  await expect(parts.getByRole("row").nth(1).getByRole("textbox").last()).toBeFocused();
  await press(page, "Home", "ArrowUp");
  await expect(field(page, "G7.1-a")).toBeFocused();
});

test("the focused field is under no bar, wide, low and narrow, on the way down and up", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  for (const size of [
    { width: 1366, height: 650 },
    { width: 360, height: 640 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
    await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
    const covered = () =>
      page.evaluate(
        () =>
          new Promise<string>((done) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                const field = document.activeElement!;
                const { left, right, top, bottom, height } = field.getBoundingClientRect();
                const at = [top + 1, top + height / 2, bottom - 1].map((y) =>
                  document.elementFromPoint((left + right) / 2, y),
                );
                const hidden = at.some((found) => !found || !(field.contains(found) || found.contains(field)));
                done(hidden ? `${field.id} ${Math.round(top)} ${Math.round(bottom)}` : "");
              }),
            ),
          ),
      );
    await hold(field(page, "G7.1-a"));
    const fields = await page.locator("[data-row]").count();
    for (const key of ["ArrowDown", "ArrowUp", "Tab", "Shift+Tab"])
      for (let step = 0; step < Math.min(fields, 40); step++) {
        await press(page, key);
        expect(await covered(), `${size.width} ${key} ${step}`).toBe("");
      }
  }
});

test("the list of keys names those that do something here", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  const listed = page.getByRole("dialog", { name: "Keys of the sheet" }).locator("dt");
  for (const [year, count] of [
    ["2016", 1],
    // Nothing is entered into an approved report.
    ["2015", 0],
  ] as const) {
    await page.goto(`/en/spaiv/reports/THA/${year}`);
    await page.getByRole("button", { name: "Keys of the sheet" }).click();
    await expect(listed.filter({ hasText: "Tab, Shift+Tab" })).toBeVisible();
    await expect(listed.filter({ hasText: "Ctrl+Z, Ctrl+Y" })).toHaveCount(count);
  }
});
