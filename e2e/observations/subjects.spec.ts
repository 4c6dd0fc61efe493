import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";
import { fillIn, passOn, submitObservation, untilReplied } from "../support/observe";

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
  await fillIn(author, "The hotline of the output answers in two more languages.");
  const { here, number } = await submitObservation(author);
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
    "Choose one",
    "Lao PDR",
    "Thailand",
  ]);
  await author.getByLabel("Country or region").selectOption("LAO");
  await author.getByLabel("Reporting period").selectOption("2017");
  await author.getByRole("button", { name: "Continue" }).click();
  await expect(main(author)).toContainText("About Lao PDR, 2017: RTF-2018-02-D1");
  await mustBeAccessible(author);
  await fillIn(author, "Both countries have a desk at the bridge.");
  const { here, number } = await submitObservation(author);
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

test("words of a country's report are observed from where they stand, and its focal point sees which", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  const author = await anotherBrowser();
  await signInAs("cso", author);
  await author.goto("/en/spaiv/countries/KHM/2016");
  await author.getByRole("link", { name: "Add an observation about P2, Progress" }).click();
  const about = /Cambodia, 2016: P2 Prevention: Progress/;
  await expect(main(author)).toContainText(about);
  await fillIn(author, "The campaign reaches no village without a road.");
  const { here } = await submitObservation(author);
  await expect(main(author)).toContainText(about);

  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await passOn(secretariat, here);
  await signInAs("focal.cambodia");
  await page.goto("/en/spaiv/work");
  await page.getByRole("link", { name: /^Reply: Cambodia, 2016: P2 Prevention: Progress/ }).click();
  await expect(page).toHaveURL(here);
  await expect(main(page)).toContainText("The campaign reaches no village without a road.");
  // The words themselves are one step away.
  await main(page).getByRole("link", { name: "P2 Prevention: Progress" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2016#narratives-title");
  await expect(page.getByRole("region", { name: "In the country’s own words" })).toContainText("Made-up text");
});
