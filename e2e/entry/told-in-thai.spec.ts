import { entryForm, field, row } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// What the sheet says in Thai is Thai, whole, and read from its beginning.

const thai = entryForm.replace("/en/", "/th/");

test("a limit is told in the words for what is counted, in the sheet and on the indicator's page", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${thai}?goal=G1&rows=comfortable`);
  await field(page, "G1.1.1-a").fill("13");
  await field(page, "G1.1.1-a").press("Enter");
  await expect(row(page, "G1.1.1-a").locator(".under.bad")).toContainText("0 ถึง 12 องค์ประกอบ");
  await page.goto(`${thai}/indicators/G1.1.1-a`);
  await page.locator("#main form").getByRole("textbox").first().fill("13");
  await page.locator("#main form").getByRole("textbox").first().press("Enter");
  await expect(page.locator(".error-summary")).toContainText("0 ถึง 12 องค์ประกอบ");
});

test("when a report is due is told whole, and the keys are read from the first", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await signInAs("focal.thailand");
  await page.goto(thai);
  const due = page.locator(".sheet-top > .kicker");
  await expect(due).toBeVisible();
  const cut = await due.evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]);
  expect(Math.max(...cut)).toBeLessThanOrEqual(1);
  const [text, tools] = [(await due.boundingBox())!, (await page.locator(".sheet-tools").boundingBox())!];
  expect(text.x + text.width).toBeLessThanOrEqual(tools.x);
  expect(text.height).toBeLessThan(44);
  await page.keyboard.press("Control+/");
  const keys = page.getByRole("dialog");
  await expect(keys.getByRole("heading")).toBeInViewport();
  expect(await keys.evaluate((box) => box.scrollTop)).toBe(0);
});
