import type { Page } from "@playwright/test";
import { field, hold, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// Three contributors and a focal point in one report at once, each in a browser of their own.

const report = "/en/spaiv/reports/THA/2017";
const password = "seven quiet rivers of March";
const office = "Office of the Attorney General, Thailand (made up)";
const list = `email\tname\trole\tunit\torganisation
boon.together@example.org\tBoon Made-up\tcontributor\tTHA\t${office}
dao.together@example.org\tDao Made-up\tcontributor\tTHA\t${office}`;
const codes = ["G7.2.2-a", "G7.1-a", "G7.1-d"] as const;
/** Which two of them enter at once. */
const shared = "G7.1-c";

/** Lets two more contributors in, by links that the secretariat hands over. */
async function letIn(secretariat: Page, browsers: readonly Page[]) {
  await secretariat.goto("/en/people");
  await secretariat.getByRole("link", { name: "Invite several" }).click();
  await secretariat.getByLabel("List of people").fill(list);
  await secretariat.getByRole("button", { name: "See what will happen" }).click();
  await secretariat.getByRole("button", { name: "Invite these 2 people" }).click();
  const names = ["boon.together", "dao.together"];
  for (const [index, name] of names.entries()) {
    const link = await secretariat
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("textbox")
      .inputValue();
    const theirs = browsers[index]!;
    await theirs.goto(new URL(link, secretariat.url()).pathname);
    await theirs.getByLabel("New password", { exact: true }).fill(password);
    await theirs.getByLabel("New password again").fill(password);
    await theirs.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(theirs).toHaveURL("/en/spaiv/work");
  }
}

/** Confirms what is typed: whether it is stored, or somebody else's was before it. */
async function stateAfterEnter(theirs: Page, code: string) {
  await field(theirs, code).press("Enter");
  const ends = /^(Saved|Changed elsewhere)/;
  await state(theirs, code, ends);
  return ends.exec((await row(theirs, code).locator(".state").textContent()) ?? "")?.[1];
}

test("each enters, nothing is lost, each is seen in their row, and one is told of a comment", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(300_000);
  const [chai, boon, dao, secretariat] = [
    await anotherBrowser(),
    await anotherBrowser(),
    await anotherBrowser(),
    await anotherBrowser(),
  ];
  await signInAs("prosecution.thailand", chai);
  await signInAs("secretariat", secretariat);
  await letIn(secretariat, [boon, dao]);

  // What is assigned to their office is each of theirs.
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/assignments?unit=THA&period=2017&by=organisations");
  await page.getByLabel("Goal").selectOption("G7");
  await page.getByLabel("Assign what is shown to").selectOption({ label: office });
  await page.getByRole("button", { name: /^Assign all \d+ shown$/ }).click();
  await page.getByRole("button", { name: "Save assignments" }).click();
  await expect(page.getByText(/assignments were added/)).toBeVisible();

  await page.goto(`${report}?goal=G7&rows=comfortable`);
  const contributors = [chai, boon, dao];
  for (const [index, theirs] of contributors.entries()) {
    await theirs.goto(`${report}?rows=comfortable`);
    await hold(field(theirs, codes[index]!));
  }
  // The focal point sees whose row is whose, and they see each other.
  await hold(field(page, "G7.1-b"));
  for (const [index, [name, brief]] of [
    ["Contributor, Thailand", "CT"],
    ["Boon Made-up", "BM"],
    ["Dao Made-up", "DM"],
  ].entries()) {
    const here = row(page, codes[index]!).locator(".here");
    await expect(here).toHaveText(`Here: ${name}`, { timeout: 40_000 });
    await expect(here).toHaveAttribute("data-brief", brief!);
  }
  await expect(page.locator(".also-here")).toContainText("Boon Made-up (G7.1-a)");

  // All at once, each in a row of their own.
  const own = (theirs: Page, code: string, value: string) => settled(theirs, code, field(theirs, code), value);
  await Promise.all(contributors.map((theirs, index) => own(theirs, codes[index]!, `${61 + index}`)));
  // Then with the focal point too, and two of them in one cell: one is stored, the other is asked.
  const two = [
    { browser: boon, name: "Boon Made-up", value: "71" },
    { browser: dao, name: "Dao Made-up", value: "72" },
  ];
  for (const { browser, value } of two) await field(browser, shared).fill(value);
  const [states] = await Promise.all([
    Promise.all(two.map(({ browser }) => stateAfterEnter(browser, shared))),
    own(page, "G7.1-b", "70"),
    own(chai, "G7.3.2-a", "73"),
  ]);
  expect(states.toSorted()).toEqual(["Changed elsewhere", "Saved"]);
  const [first, second] = states[0] === "Saved" ? [two[0]!, two[1]!] : [two[1]!, two[0]!];
  const asked = second.browser.getByRole("alert").filter({ hasText: "Which value stays?" });
  await expect(asked).toContainText(`The value: ${first.name} changed it`);
  for (const { value } of [first, second])
    await expect(asked.getByRole("definition").filter({ hasText: value })).toHaveCount(1);
  await asked.getByRole("button", { name: "Keep mine" }).click();
  await state(second.browser, shared, /^Saved/);

  // Whatever was said to be saved is stored, for whoever looks.
  const stored = [
    ["G7.1-b", "70"],
    ["G7.3.2-a", "73"],
    [codes[0], "61"],
    [codes[1], "62"],
    [codes[2], "63"],
    [shared, second.value],
  ];
  for (const somebody of [page, first.browser]) {
    await somebody.reload();
    for (const [code, value] of stored) await expect(field(somebody, code!)).toHaveValue(value!);
  }
  // Also what the second chose to replace.
  await hold(field(page, shared));
  const panel = page.locator("#about-indicator");
  await panel.getByText("Who changed it in this report").click();
  const revisions = panel.getByRole("listitem").filter({ hasText: "Made-up, " });
  await expect(revisions).toContainText([
    new RegExp(`^${second.name}, .*${first.value}( persons)? → ${second.value}`),
    new RegExp(`^${first.name}, .*blank → ${first.value}`),
  ]);

  // By the panel of the row, one of them is told of a comment, and answers.
  await hold(field(page, codes[1]));
  await panel.getByText("Add a comment", { exact: true }).first().click();
  const box = panel.getByRole("textbox", { name: "Add a comment" });
  await box.pressSequentially("Made up: is it the whole year? @boon");
  await expect(panel.getByRole("option", { name: /Boon Made-up/ })).toBeVisible();
  await box.press("Enter");
  await expect(box).toHaveValue("Made up: is it the whole year? ");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Told to Boon Made-up")).toBeVisible();
  await boon.goto("/en/spaiv/work");
  const told = boon.getByRole("region", { name: "Addressed to you" });
  await expect(told).toContainText("is it the whole year?");
  await dao.goto("/en/spaiv/work");
  await expect(dao.getByRole("region", { name: "Addressed to you" })).toHaveCount(0);
  await told.getByRole("link", { name: /G7\.1-a/ }).click();
  await boon.getByRole("textbox", { name: "Add a comment" }).fill("Made up: it is.");
  await boon.getByRole("button", { name: "Add comment" }).click();
  await expect(boon.getByText("Made up: it is.").first()).toBeVisible();

  // One hands the own part back, and says why something is left.
  await chai.goto(`${report}/check`);
  await chai.getByLabel("Comment").fill("Made up: the courts count in March.");
  await chai.getByRole("button", { name: "Hand back" }).click();
  await expect(chai.getByText("You handed your part back. The focal point is told.")).toBeVisible();
  await page.goto("/en/spaiv/work");
  await expect(page.getByText(/Contributor, Thailand handed back on/)).toBeVisible();
});
