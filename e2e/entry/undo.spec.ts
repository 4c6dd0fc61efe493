import { entryForm, field, hold, press, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// The last whole change is taken back, wherever the hand is, and nobody else's.

test("Ctrl+Z takes back the last whole change wherever the hand is, says it, and Ctrl+Y makes it again @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  const codes = ["G6.2-a", "G6.2.1-a"];
  const [first, second] = codes.map((code) => field(page, code));
  await settled(page, "G6.2-a", first!, "12");
  await settled(page, "G6.2-a", first!, "125");
  await hold(second!);
  await page.keyboard.type("9");
  await press(page, "Control+z");
  // Still typed: the cell's own text goes first, and as a whole.
  await expect(second!).toHaveValue("");
  await expect(first!).toHaveValue("125");
  await press(page, "Control+z");
  await expect(first!).toHaveValue("12");
  await expect(second!).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Undid: G6.2-a, 125 → 12" })).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Report progress" })).toContainText("Undid: G6.2-a, 125 → 12");
  await state(page, "G6.2-a", /^Saved/);
  await page.reload();
  await expect(first!).toHaveValue("12");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(first!).toHaveValue("125");
  await state(page, "G6.2-a", /^Saved/);
  await hold(first!);
  await press(page, "Control+z", "Control+z");
  await expect(first!).toHaveValue("");
  await press(page, "Control+Shift+z");
  await expect(first!).toHaveValue("12");
  await state(page, "G6.2-a", /^Saved/);
  // From another goal's sheet.
  await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
  const [answer] = await Promise.all([page.waitForResponse("**/api/reports/**/values"), press(page, "Control+z")]);
  expect(answer.status()).toBe(200);
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await expect(first!).toHaveValue("");
});

test("undo overwrites nobody: what another stored meanwhile is asked about @quick", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await settled(page, "G6.3-b", field(page, "G6.3-b"), "40");
  await settled(page, "G6.3-b", field(page, "G6.3-b"), "41");
  const other = await anotherBrowser();
  await other.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await settled(other, "G6.3-b", field(other, "G6.3-b"), "44");
  await press(page, "Control+z");
  await state(page, "G6.3-b", "Changed elsewhere");
  await expect(page.getByRole("alert").filter({ hasText: "Which value stays?" })).toContainText("44");
  const bar = page.getByRole("region", { name: "Report progress" });
  await expect(bar).toContainText("choose first which of the two");
  await other.reload();
  await expect(field(other, "G6.3-b")).toHaveValue("44");
  // Once it is chosen, nothing asks for it any more.
  await page.getByRole("button", { name: "Keep mine" }).click();
  await state(page, "G6.3-b", /^Saved/);
  await expect(bar).not.toContainText("choose first");
  await other.reload();
  await expect(field(other, "G6.3-b")).toHaveValue("40");
  // What was kept went over the other's value, and that one comes back.
  await press(page, "Control+z");
  await expect(bar).toContainText("Undid: G6.3-b, 40 → 44");
  await settled(other, "G6.2-a", field(other, "G6.2-a"), "250");
  await field(page, "G6.2-a").fill("260");
  await field(page, "G6.2-a").press("Enter");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await state(page, "G6.2-a", /^Saved/);
  await press(page, "Control+z");
  await expect(bar).toContainText("Undid: G6.2-a, 260 → 250");
  await other.reload();
  await expect(field(other, "G6.2-a")).toHaveValue("250");
  // Whoever takes the stored one gets what is stored by now, and is told so.
  await settled(other, "G6.2-a", field(other, "G6.2-a"), "251");
  await field(page, "G6.2-a").fill("261");
  await field(page, "G6.2-a").press("Enter");
  await state(page, "G6.2-a", "Changed elsewhere");
  await settled(other, "G6.2-a", field(other, "G6.2-a"), "252");
  await page.getByRole("button", { name: "Take the stored one" }).click();
  await expect(field(page, "G6.2-a")).toHaveValue("252");
  await expect(bar).toContainText("Stored is now: 252.");
});

test("an undo is called done when the server has it, and never where another value stands", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  const persons = field(page, "G6.3-b");
  await settled(page, "G6.3-b", persons, "20");
  await settled(page, "G6.3-b", persons, "21");
  await page.evaluate(() => {
    const page = Object.assign(window, { heard: [] as string[] });
    const watch = new MutationObserver(() => {
      for (const each of document.querySelectorAll("[role=status]")) page.heard.push(each.textContent ?? "");
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join("\n"));
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/reports/**/values", async (route) => {
    await until;
    await route.continue();
  });
  const bar = page.getByRole("region", { name: "Report progress" });
  await press(page, "Control+z");
  await expect(persons).toHaveValue("20");
  await expect(bar).toContainText("Undoing: G6.3-b, 21 → 20 …");
  const other = await anotherBrowser();
  await other.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await settled(other, "G6.3-b", field(other, "G6.3-b"), "24");
  answer();
  await state(page, "G6.3-b", "Changed elsewhere");
  await expect(bar).toContainText("choose first which of the two");
  await expect(bar).not.toContainText("Undoing");
  expect(await heard()).not.toContain("Undid");
  await page.evaluate(() => Object.assign(window, { heard: [] }));
  await page.getByRole("button", { name: "Take the stored one" }).click();
  await expect(persons).toHaveValue("24");
  await expect(bar).not.toContainText("choose first");
  // Who took what was stored saved nothing, whatever is saved next.
  await settled(page, "G6.2-a", field(page, "G6.2-a"), "3");
  await expect(page.getByRole("status").filter({ hasText: "G6.2-a saved" })).toHaveCount(1);
  expect(await heard()).not.toMatch(/G6\.3-b saved|Saved: /);
  await settled(page, "G6.3-b", persons, "25");
  await press(page, "Control+z");
  await expect(page.getByRole("status").filter({ hasText: "Undid: G6.3-b, 25 → 24" })).toHaveCount(1);
});

test("the browser's own undo, in a comment, never gets to a cell", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  const persons = field(page, "G6.2-a");
  await hold(persons);
  await page.keyboard.type("31");
  await press(page, "Enter");
  await state(page, "G6.2-a", /^Saved/);
  await page.getByText("Add a comment", { exact: true }).first().click();
  const comment = page.getByRole("textbox", { name: "Add a comment" });
  await comment.focus();
  await page.keyboard.type("abc");
  for (let times = 0; times < 6; times++) await press(page, "Control+z");
  await expect(comment).toBeFocused();
  await expect(comment).toHaveValue("");
  await expect(persons).toHaveValue("31");
  await state(page, "G6.2-a", /^Saved/);
});

for (const [fold, label] of [
  ["Add a comment", "Add a comment"],
  ["Add a link instead", "Title of the document"],
] as const)
  test(`words that undo took out of the panel come back: ${fold}`, async ({ page, signInAs }) => {
    await signInAs("focal.thailand");
    await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
    await hold(field(page, "G6.2-a"));
    const value = await field(page, "G6.2-a").inputValue();
    const panel = page.getByRole("complementary", { name: /About/ });
    await panel.getByText(fold, { exact: true }).first().click();
    const words = panel.getByRole("textbox", { name: label });
    await expect(words).toBeFocused();
    await page.keyboard.type("Made up: three words");
    for (const redo of ["Control+Shift+z", "Control+y"]) {
      for (let times = 0; times < 3; times++) await press(page, "Control+z");
      await expect(words).toHaveValue("");
      await press(page, redo);
      await expect(words).toHaveValue("Made up: three words");
    }
    await expect(words).toBeFocused();
    await expect(field(page, "G6.2-a")).toHaveValue(value);
  });
