import type { Page } from "@playwright/test";

/** Takes words down for safety on the page that is open: the part of that value, because it lets somebody be recognised. */
export async function takeDown(page: Page, part = "text"): Promise<void> {
  await page.getByText("Take words down for safety …").click();
  await page.getByRole("combobox", { name: "Which words?" }).selectOption(part);
  await page.getByRole("radio", { name: "Lets somebody be recognised" }).check();
  await page.getByRole("checkbox", { name: "I have understood that nothing brings them back" }).check();
  await page.getByRole("button", { name: "Take down" }).click();
}
