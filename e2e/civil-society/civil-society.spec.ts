import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// Member organisations write a report together, and their government answers it point by point.

const here = "/en/spaiv/work/civil-society/THA/2018";
async function step(page: Page, opens: string, button: string, said: string) {
  await page.getByText(opens).click();
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText(said)).toBeVisible();
}

test("a report of a platform is agreed, presented and answered, and the public reads each step", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  await signInAs("cso.thailand");
  await page.goto("/en/spaiv/work/civil-society/THA");
  await page.getByText("Begin a report …").click();
  await page.getByRole("combobox", { name: "Year" }).selectOption("2018");
  await page.getByRole("button", { name: "Begin it" }).click();
  await expect(page.getByText("The report is begun.")).toBeVisible();
  await page.getByRole("link", { name: "Write the report" }).click();
  await page.getByLabel("Challenge 1").fill("Interpreters are missing. Call 081 234 5678");
  await page.getByLabel("Priority 1").fill("One referral form.");
  await page.getByLabel("What was done").first().fill("Training of social workers");
  await page.getByLabel("People of communities reached").first().fill("3");
  await page.getByRole("button", { name: "Save the report" }).click();
  const problems = page.getByRole("alert", { name: "There is a problem" });
  await expect(problems).toContainText("081 234 5678");
  // What was typed stays.
  await expect(page.getByLabel("Priority 1")).toHaveValue("One referral form.");
  await page.getByLabel("Challenge 1").fill("Interpreters are missing.");
  await page.getByRole("button", { name: "Save the report" }).click();
  await expect(problems).toContainText("So few people may be recognised");
  await page.getByLabel("People of communities reached").first().fill("310");
  // So few beside their place are to be looked at, as in a sentence.
  await page.getByLabel("Where", { exact: true }).first().fill("Poipet");
  await page.getByLabel("Whom it reached, in words").first().fill("2 girls");
  await page.getByRole("button", { name: "Save the report" }).click();
  await expect(problems).toContainText("2 girls");
  await page.getByLabel("Whom it reached, in words").first().fill("Girls and women");
  await page.getByRole("button", { name: "Save the report" }).click();
  await expect(page.getByText("The report is saved.")).toBeVisible();
  await step(page, "Agree for your organisation …", "Agree", "Your organisation agrees to the words as they are.");
  // A member that doesn't report reads the draft, is told who writes it, and agrees.
  const member = await anotherBrowser();
  await signInAs("cso", member);
  await member.goto("/en/spaiv/work");
  await member.getByRole("link", { name: "Read CSO-THA-2018, and agree to it" }).click();
  await expect(main(member)).toContainText("Interpreters are missing.");
  await expect(main(member)).toContainText("CSO reporters of the member organisations begin this platform’s reports");
  await expect(member.getByRole("link", { name: "Write the report" })).toHaveCount(0);
  await expect(member.getByText("Say that it is agreed …")).toHaveCount(0);
  expect((await member.request.get(`${here}/edit`)).status()).toBe(404);
  await step(member, "Agree for your organisation …", "Agree", "Your organisation agrees to the words as they are.");
  await member.goto("/en/spaiv/work/civil-society/THA");
  await expect(member.getByText("Begin a report …")).toHaveCount(0);
  // Nobody else knows of it yet.
  const reader = await anotherBrowser({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  expect((await reader.request.get("/en/spaiv/civil-society/CSO-THA-2018")).status()).toBe(404);
  // Its session ended when others signed in with its cookies.
  await signInAs("cso.thailand");
  await page.goto(here);
  await step(page, "Say that it is agreed …", "It is agreed", "The report is agreed.");
  await expect(main(page)).toContainText("Agreed by 2 of 2 organisations");

  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await secretariat.goto("/en/spaiv/work");
  await secretariat.getByRole("link", { name: "Say where CSO-THA-2018 was presented" }).click();
  await secretariat.getByText("It was presented …").click();
  await secretariat.getByRole("combobox", { name: "Meeting" }).selectOption("RTF-2018-02");
  await secretariat.getByRole("button", { name: "It was presented" }).click();
  await expect(secretariat.getByText("It is presented.")).toBeVisible();

  const thailand = await anotherBrowser();
  await signInAs("focal.thailand", thailand);
  await thailand.goto(here);
  await thailand.getByRole("link", { name: "Answer for Thailand" }).first().click();
  await thailand.getByRole("radio", { name: "It is being acted on" }).check();
  await thailand.getByLabel("Your reply").fill("We begin.");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByRole("alert", { name: "There is a problem" })).toContainText("add a key action");
  await thailand.getByText("Add a key action …").click();
  await thailand.getByLabel("What is done").fill("Draw up a list of interpreters.");
  await thailand.getByLabel("By when").fill("2099-01-01");
  await thailand.getByRole("button", { name: "Add the key action" }).click();
  await expect(thailand.getByText("The key action is added.")).toBeVisible();
  await expect(thailand.getByLabel("Your reply")).toHaveValue("We begin.");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByText("The answer is sent.")).toBeVisible();

  await reader.goto("/en/spaiv/civil-society");
  await reader.getByRole("link", { name: "CSO-THA-2018: report of 2018" }).click();
  await expect(main(reader)).toContainText("1 of 2 points answered");
  await expect(main(reader)).toContainText("Draw up a list of interpreters.");
  await expect(main(reader)).toContainText("Task force of Thailand. Planned, due 1 January 2099");

  await thailand.getByRole("link", { name: "Back to CSO-THA-2018" }).click();
  await thailand.getByRole("link", { name: "Tell what became of it for Thailand" }).click();
  await thailand.getByText("Tell how a key action stands …").click();
  await thailand.getByRole("radio", { name: "Done" }).check();
  await thailand.getByRole("button", { name: "Tell it" }).click();
  await expect(thailand.getByRole("alert", { name: "There is a problem" })).toBeVisible();
  await expect(thailand.getByRole("radio", { name: "Done" })).toBeChecked();
  await thailand.getByLabel("Title of the evidence").fill("List of interpreters");
  await thailand.getByLabel("Link to the evidence").fill("https://example.org/interpreters");
  await thailand.getByRole("button", { name: "Tell it" }).click();
  await expect(thailand.getByText("What became of it is told.")).toBeVisible();
  await reader.reload();
  await expect(main(reader).getByRole("link", { name: "List of interpreters" })).toBeVisible();
  // One part is taken down for safety: the form says first what is missing, and keeps what was chosen.
  await secretariat.goto(here);
  await secretariat.getByText("Take words down for safety …").click();
  await secretariat.getByRole("combobox", { name: "Which words?" }).selectOption("challenge-1");
  await secretariat.getByRole("radio", { name: "Lets somebody be recognised" }).check();
  await secretariat.getByRole("button", { name: "Take down" }).click();
  await expect(secretariat.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Tick that nothing brings it back",
  );
  await expect(secretariat.getByRole("combobox", { name: "Which words?" })).toHaveValue("challenge-1");
  await expect(secretariat.getByRole("radio", { name: "Lets somebody be recognised" })).toBeChecked();
  await secretariat.getByRole("checkbox", { name: "I have understood that nothing brings them back" }).check();
  await secretariat.getByRole("button", { name: "Take down" }).click();
  await expect(secretariat.getByText("It is taken down.")).toBeVisible();
  await signInAs("cso.thailand");
  await page.goto(here);
  await expect(main(page)).toContainText("Taken down for safety by the secretariat: Lets somebody be recognised.");
  await reader.goto("/en/spaiv/civil-society/CSO-THA-2018");
  await expect(main(reader)).toContainText("Taken down for safety. Its words are no longer shown.");
  for (const gone of ["Interpreters are missing.", "We begin.", "Draw up a list of interpreters."])
    for (const shown of [page, reader, secretariat]) await expect(main(shown)).not.toContainText(gone);

  for (const [of, path] of [
    [reader, "/en/spaiv/civil-society/CSO-THA-2018"],
    [page, here],
  ] as const) {
    await of.setViewportSize({ width: 360, height: 740 });
    await of.goto(path);
    await mustFit(of);
    await mustBeAccessible(of);
  }
});
