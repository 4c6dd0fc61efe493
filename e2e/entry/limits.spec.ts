import type { Page } from "@playwright/test";
import { entryForm, field, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// What a definition doesn't allow is refused where it was typed; what is only unlikely is asked about, with its values.

const panel = (page: Page, code: string) => page.getByRole("complementary", { name: `About ${code}` });
const problem = (page: Page, code: string, words: string | RegExp) =>
  expect(row(page, code).getByText(words)).toBeVisible();

/** The approved value of a period in a row of the sheet. */
async function approved(page: Page, code: string, period: string): Promise<number> {
  const text = (await row(page, code).locator(`td[data-h="${period}"]`).textContent()) ?? "";
  const value = Number(text.replaceAll(",", ""));
  expect(value, `${code} ${period}: ${text}`).toBeGreaterThan(0);
  return value;
}

const number = (value: number) => value.toLocaleString("en");

async function addComment(page: Page, code: string, words: string) {
  const about = panel(page, code);
  const box = about.getByRole("textbox", { name: "Add a comment" });
  if (!(await box.isVisible())) await about.getByText("Add a comment", { exact: true }).first().click();
  await about.getByRole("textbox", { name: "Add a comment" }).fill(words);
  await about.getByRole("button", { name: "Add comment" }).click();
  await expect(about.getByText("Your comment was added.")).toBeVisible();
}

test("a share above 100% is refused with what to do, and stays where it was typed @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const [part, whole] = [
    row(page, "G5.2-a").getByRole("textbox").first(),
    row(page, "G5.2-a").getByRole("textbox").nth(1),
  ];
  await part.fill("403");
  await whole.fill("402");
  await whole.press("Enter");
  await state(page, "G5.2-a", "Not saved");
  await problem(
    page,
    "G5.2-a",
    /Error: The first number is larger than the second, and would be more than 100%\. Swap/,
  );
  await expect(part).toHaveAttribute("aria-invalid", "true");
  await page.reload();
  await expect(part).toHaveValue("403");
  await expect(whole).toHaveValue("402");
  await state(page, "G5.2-a", "Not saved");
  await part.fill("402");
  await part.press("Enter");
  await state(page, "G5.2-a", /^Saved/);
  await expect(row(page, "G5.2-a").getByText(/402 \/ 402 = 100/)).toBeVisible();
});

test("a value outside of its scale is refused with the scale, whichever end it is beyond", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
  const elements = field(page, "G1.1.1-a");
  for (const typed of ["13", "-3"]) {
    await elements.fill(typed);
    await elements.press("Enter");
    await state(page, "G1.1.1-a", "Not saved");
    await problem(
      page,
      "G1.1.1-a",
      "Error: Enter a number from 0 to 12 elements. The definition of this indicator allows nothing else",
    );
    await expect(elements).toHaveValue(typed);
    // The server has nothing of it, and the check says that it is in this browser only.
    await page.goto(`${entryForm}/check`);
    await expect(page.getByRole("status").filter({ hasText: "G1.1.1-a" })).toContainText(typed);
    await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
    await expect(elements).toHaveValue(typed);
  }
  await elements.fill("11.5");
  await elements.press("Enter");
  await problem(page, "G1.1.1-a", /Error: Enter a whole number/);
  await settled(page, "G1.1.1-a", elements, "12");
});

test("an unlikely value is asked about with its numbers, a comment explains it, and another value asks again @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const before = await approved(page, "G5.1-a", "2015");
  await field(page, "G5.1-a").fill(`${before * 10}`);
  await field(page, "G5.1-a").press("Enter");
  await state(page, "G5.1-a", /large change/);
  await field(page, "G5.1-a").focus();
  const about = panel(page, "G5.1-a");
  await expect(about).toContainText(`900% higher than the approved value of 2015, ${number(before)}`);
  await expect(about).toContainText("A comment will be asked for at submission.");
  await page.goto(`${entryForm}/check`);
  const asked = page.getByRole("link", { name: "G5.1-a: write a comment that explains the warning" });
  await expect(asked).toBeVisible();

  await page.goto(`${entryForm}?goal=G5&rows=comfortable&indicator=G5.1-a`);
  // On an old laptop the sentence is in sight, and the way to explain it; on a phone both stand at the field.
  await page.setViewportSize({ width: 1366, height: 650 });
  await expect(about.getByText("900% higher")).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(row(page, "G5.1-a").getByText("900% higher")).toBeVisible();
  await row(page, "G5.1-a").getByRole("button", { name: "Say why" }).click();
  await expect(about.getByRole("textbox", { name: "Add a comment" })).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 720 });
  await addComment(page, "G5.1-a", "Made up: three registers were joined.");
  await expect(about).toContainText("900% higher");
  await expect(about).not.toContainText("will be asked for");
  await page.goto(`${entryForm}/check`);
  await expect(asked).toHaveCount(0);

  // The comment knew nothing of a value that came later.
  await page.goto(`${entryForm}?goal=G5&rows=comfortable&indicator=G5.1-a`);
  await field(page, "G5.1-a").fill(`${before * 11}`);
  await field(page, "G5.1-a").press("Enter");
  await state(page, "G5.1-a", /^Saved.*large change/);
  await field(page, "G5.1-a").focus();
  await expect(about).toContainText("1,000% higher");
  await expect(about).toContainText("The comment was on an earlier value");
  await page.goto(`${entryForm}/check`);
  await expect(asked).toBeVisible();
});

test("a digit too many in what is counted from the plan's start is asked about", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G4&rows=comfortable`);
  const before = await approved(page, "G4.1.2-b", "2015");
  await settled(page, "G4.1.2-b", field(page, "G4.1.2-b"), `${before * 2}`);
  await field(page, "G4.1.2-b").fill(`${before * 10}`);
  await field(page, "G4.1.2-b").press("Enter");
  await state(page, "G4.1.2-b", /large change/);
  await field(page, "G4.1.2-b").focus();
  await expect(panel(page, "G4.1.2-b")).toContainText(
    `It grew by ${number(before * 9)} since 2015, 800% more than all that was counted until then, ${number(before)}.`,
  );
});
