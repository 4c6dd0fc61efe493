import { expect, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

test("a delegate finds the brief of their country on their first page @quick", async ({
  anotherBrowser,
  signInAs,
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs("secretariat");
  await page.goto("/en/spaiv/work/meetings/new");
  await page.getByLabel("Title in English").fill("Made-up meeting of delegations");
  await page.getByLabel("Code").fill("SOM19");
  await page.getByLabel("Kind").selectOption("som");
  await page.getByLabel("First day").fill("2019-03-04");
  await page.getByRole("button", { name: "Plan the meeting" }).click();
  await expect(main(page)).toContainText("The meeting stands in the calendar.");

  const theirs = await anotherBrowser();
  await signInAs("delegate.thailand", theirs);
  await theirs.goto("/en/spaiv/work");
  await expect(main(theirs)).toContainText("Your next meeting");
  await mustBeAccessible(theirs);
  await theirs.getByRole("link", { name: "The brief of Thailand" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Brief of Thailand");
  await expect(main(theirs)).toContainText("The meeting’s papers aren’t out");
  await expect(theirs.getByRole("region", { name: "Observations that wait for a reply" })).toBeVisible();
  await mustBeAccessible(theirs);
  await theirs.setViewportSize({ width: 360, height: 780 });
  await mustFit(theirs);
  await theirs.goto("/th/spaiv/work/briefs/SOM19");
  await mustFit(theirs);
  for (const path of ["/en/spaiv/work/briefs/SOM19?unit=KHM", "/en/spaiv/review", "/en/spaiv/reports/THA/2016"])
    expect((await theirs.request.get(path)).status(), path).toBe(404);
});
