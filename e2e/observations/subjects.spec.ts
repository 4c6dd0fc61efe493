import type { Page } from "@playwright/test";
import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// What is said about a part of the plan stands with it, from its page until everybody reads it.

test("an output is observed from its goal's page, on a phone without a script, until all read it under the goal", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  const author = await anotherBrowser(plainPhone);
  await signInAs("cso", author);
  await author.goto("/en/spaiv/goals/G5/2016");
  await author.getByRole("link", { name: "Add an observation about G5.1.1" }).click();
  await expect(main(author)).toContainText(/G5\.1\.1 \w+/);
  await author.getByLabel("Country or region").selectOption("THA");
  await author.getByRole("button", { name: "Continue" }).click();
  await expect(main(author)).toContainText(/About Thailand, 2016: G5\.1\.1 \w+/);
  await mustFit(author);
  const here = await observe(author, "The hotline of the output answers in two more languages.");
  const number = (await author.getByRole("heading", { level: 1 }).textContent())!.replace(/\D/g, "");
  await expect(main(author)).toContainText(/Thailand, 2016: G5\.1\.1 \w+/);
  await untilReplied({ signInAs, anotherBrowser }, here, "focal.thailand");

  await page.goto(`/en/spaiv/observations/${number}`);
  await expect(page.getByRole("heading", { level: 1, name: /^G5\.1\.1 / })).toBeVisible();
  await mustBeAccessible(page);
  const output = page.getByRole("link", { name: /^G5\.1\.1 / }).first();
  await expect(output).toHaveAttribute("href", /\/goals\/G5\/2016#G5\.1\.1$/);
  const listed = main(page).locator(`a[href$="/observations/${number}"]`);
  await page.goto("/en/spaiv/observations?about=G5");
  await expect(listed).toBeVisible();
  await page.goto("/en/spaiv/observations?about=G1");
  await expect(listed).toHaveCount(0);
});

test("a decision is observed from its meeting's page, by one of the countries it asks, and counted there", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  const author = await anotherBrowser();
  await signInAs("cso", author);
  await author.goto("/en/spaiv/meetings/RTF-2018-02");
  await author.getByRole("link", { name: "Add an observation about RTF-2018-02-D1" }).click();
  await expect(author.getByLabel("Country or region").getByRole("option")).toHaveText([
    ...["Choose one", "Lao PDR", "Thailand"],
  ]);
  await author.getByLabel("Country or region").selectOption("LAO");
  await author.getByLabel("Reporting period").selectOption("2017");
  await author.getByRole("button", { name: "Continue" }).click();
  await expect(main(author)).toContainText("About Lao PDR, 2017: RTF-2018-02-D1");
  await mustBeAccessible(author);
  const here = await observe(author, "Both countries have a desk at the bridge.");
  const number = (await author.getByRole("heading", { level: 1 }).textContent())!.replace(/\D/g, "");
  await page.goto("/en/spaiv/meetings/RTF-2018-02");
  await expect(page.getByRole("link", { name: "One observation about this decision" })).toHaveCount(0);
  await untilReplied({ signInAs, anotherBrowser }, here, "focal.laopdr");

  await page.goto("/en/spaiv/meetings/RTF-2018-02");
  await mustBeAccessible(page);
  await page.getByRole("link", { name: "One observation about this decision" }).click();
  await main(page).locator(`a[href$="/observations/${number}"]`).click();
  await expect(page.getByRole("heading", { level: 1, name: "RTF-2018-02-D1" })).toBeVisible();
  const decision = main(page).locator('a[href$="/meetings/RTF-2018-02#D1"]').first();
  await expect(decision).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await mustFit(page);
});

/** Writes and submits a public observation in the form that is open. @returns its address */
async function observe(page: Page, words: string): Promise<string> {
  await page.getByRole("radio", { name: "Adds context" }).check();
  await page.getByRole("radio", { name: "Monitoring in the field" }).check();
  await page.getByLabel("What you observe").fill(words);
  await page.getByRole("radio", { name: "Public", exact: true }).check();
  await page.getByRole("radio", { name: "Named to everybody" }).check();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("It is submitted.")).toBeVisible();
  return new URL(page.url()).pathname;
}

type People = Pick<Parameters<Parameters<typeof test>[2]>[0], "signInAs" | "anotherBrowser">;

/** The secretariat passes it on, and the country replies. */
async function untilReplied({ signInAs, anotherBrowser }: People, here: string, focalPoint: string) {
  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await secretariat.goto(here);
  await secretariat.getByText("Pass it on …").click();
  await secretariat.getByRole("button", { name: "Pass on" }).click();
  await expect(secretariat.getByText("It is passed on.")).toBeVisible();
  const country = await anotherBrowser();
  await signInAs(focalPoint, country);
  await country.goto(here);
  await country.getByRole("radio", { name: "Explains" }).check();
  await country.getByLabel("Your reply").fill("It does since March.");
  await country.getByRole("button", { name: "Send reply" }).click();
  await expect(country.getByText("The reply is sent.")).toBeVisible();
}
