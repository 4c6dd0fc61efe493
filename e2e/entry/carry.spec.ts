import { hold, row, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { inOwnFonts } from "../support/look";

// Values of the period before are taken over in the sheet, and are nobody's until they are confirmed or corrected.

const entryForm = "/en/spaiv/reports/LAO/2017";

test("all unanswered rows take last period's values over at once, and one by its key, until they are confirmed @quick", async ({
  page,
  signInAs,
}) => {
  await inOwnFonts(page);
  await signInAs("focal.laopdr");
  await page.goto(entryForm);
  const rows = page.locator("tbody.row > tr:first-child");
  await hold(rows.first().locator("[data-row]").first());
  const show = page.getByLabel("Rows to show");
  const dock = page.locator(".dock");
  await expect(show.getByRole("option", { name: /^Carried over/ })).toHaveCount(0);
  const tool = page.getByRole("button", { name: /^Carry over \(\d+\)$/ });
  const count = Number(/\d+/.exec((await tool.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(2);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/values") && request.method() !== "GET") sent.push(request.method());
  });
  await tool.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`into ${count} unanswered rows?`);
  await dialog.getByRole("button", { name: "Carry over" }).press("Enter");
  await expect(dock).toContainText(`Carried over the values of ${count} rows.`);
  expect(sent).toEqual(["POST"]);
  // The answered ones that nobody has confirmed are counted beside.
  await expect(dock.getByRole("link", { name: `${count} to be confirmed`, exact: true })).toHaveAttribute(
    "href",
    `${entryForm}/check#carried`,
  );
  await expect(tool).toHaveCount(0);
  // The button went, and the hand is back in the sheet.
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);

  // They are found by their filter, and are undone as one change.
  await show.selectOption("carried");
  await expect(page).toHaveURL(/show=carried/);
  await expect(rows).toHaveCount(count);
  const first = (await rows.first().getAttribute("id"))!;
  const last = (await rows.last().getAttribute("id"))!;
  await state(page, first, "Carried over, to be confirmed");
  // Where it has one line, it is shorter, and whole.
  const brief = row(page, first).locator(".state > span");
  await expect(brief).toHaveAttribute("data-brief", "To be confirmed");
  await expect.poll(() => brief.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  // It keeps away from the edge of the sheet.
  const edge = await brief.evaluate(
    (said) => said.closest("td")!.getBoundingClientRect().right - said.getBoundingClientRect().right,
  );
  expect(edge).toBeGreaterThanOrEqual(4);
  await page.keyboard.press("Control+z");
  await expect(dock).toContainText("Undid: ");
  await expect(dock).not.toContainText("to be confirmed");
  await state(page, first, "Not answered");
  await state(page, last, "Not answered");
  expect(sent).toEqual(["POST", "POST"]);
  // Done again they are carried over anew, not reported; and that is taken back like the first time.
  await page.keyboard.press("Control+y");
  await expect(dock).toContainText(`Carried over the values of ${count} rows.`);
  await state(page, first, "Carried over, to be confirmed");
  await state(page, last, "Carried over, to be confirmed");
  expect(sent).toEqual(["POST", "POST", "POST"]);
  await page.keyboard.press("Control+z");
  await expect(dock).toContainText("Undid: ");
  await state(page, first, "Not answered");
  await state(page, last, "Not answered");

  // One by its key, which a reload knows, and the same key confirms it.
  const field = row(page, first).locator("[data-row]").first();
  await hold(field);
  await page.keyboard.press("Alt+l");
  await state(page, first, "Carried over, to be confirmed");
  // Nobody confirms a value that they don't see.
  await page.goto(`${entryForm}/check`);
  await expect(page.locator("#carried").getByRole("listitem").locator("b")).toHaveText(/\S/);
  await page.goto(`${entryForm}?show=carried`);
  await expect(rows).toHaveCount(1);
  await state(page, first, "Carried over, to be confirmed");
  await hold(field);
  await page.keyboard.press("Alt+l");
  await expect(dock).toContainText("Confirmed one row for this period.");
  await expect(row(page, first).locator(".state")).not.toContainText("Carried over");
  await page.goto(`${entryForm}/check`);
  await expect(page.locator("#carried")).toHaveCount(0);
});
