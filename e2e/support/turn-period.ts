import { expect, type Page } from "@playwright/test";

/** The secretariat closes or opens the period 2017. */
export async function turnPeriod(secretariat: Page, verb: "Close" | "Open"): Promise<void> {
  await secretariat.goto("/en/spaiv/periods");
  await secretariat.getByRole("link", { name: `${verb} 2017` }).click();
  await secretariat.getByRole("button", { name: `${verb} 2017`, exact: true }).click();
  await expect(secretariat.getByText(`2017 is ${verb === "Close" ? "closed" : "open"} now`)).toBeVisible();
}
