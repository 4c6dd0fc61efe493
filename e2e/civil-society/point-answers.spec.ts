import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// A government answers a point of a platform's report as it replies to an observation.

const report = "/en/spaiv/work/civil-society/THA/2016";
const asAnybody = "/en/spaiv/civil-society/CSO-THA-2016";

test("a contributor drafts an answer, the focal point sends it late, and tells later what was done", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  await signInAs("prosecution.thailand");
  await page.goto("/en/spaiv/work");
  await page.getByRole("link", { name: /CSO-THA-2016/ }).click();
  await page.getByRole("link", { name: "Answer for Thailand" }).first().click();
  const here = new URL(page.url()).pathname;
  await expect(main(page)).toContainText("Thailand: no answer by");
  await page.getByRole("radio", { name: "It is being acted on" }).check();
  await page.getByLabel("Your reply").fill("Shelters are paid for three years. Call 081 234 5678");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("081 234 5678");
  await page.getByLabel("Your reply").fill("Shelters are paid for three years.");
  await page.getByLabel("Title of the evidence").fill("Budget of three years (made up)");
  await page.getByLabel("Link to the evidence").fill("https://gov.example/budget");
  // What is typed is kept in the browser until the server has it.
  await page.reload();
  await expect(page.getByLabel("Your reply")).toHaveValue("Shelters are paid for three years.");
  await page.getByRole("radio", { name: "It is being acted on" }).check();
  await expect(page.getByText("Your focal point reads your draft")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send reply" })).toHaveCount(0);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft of the answer is saved.")).toBeVisible();
  await page.getByText("Add a key action …").click();
  await page.getByLabel("What is done").fill("Sign contracts with all shelters.");
  await page.getByLabel("Who does it").selectOption({ index: 1 });
  const organisation = (await page.getByLabel("Who does it").locator("option").nth(1).textContent())!;
  await page.getByLabel("By when").fill("2099-06-30");
  await page.getByRole("button", { name: "Add the key action" }).click();
  await expect(main(page)).toContainText(`${organisation}. Planned, due 30 June 2099`);
  await mustBeAccessible(page);

  // Nobody else reads the draft.
  const reader = await anotherBrowser(plainPhone);
  await reader.goto(asAnybody);
  await expect(main(reader)).not.toContainText("Shelters are paid");
  await expect(main(reader)).not.toContainText("Sign contracts");

  const thailand = await anotherBrowser();
  await signInAs("focal.thailand", thailand);
  await thailand.goto(here);
  await expect(main(thailand)).toContainText("Only your country reads it.");
  await expect(thailand.getByLabel("Your reply")).toHaveValue("Shelters are paid for three years.");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByText("The answer is sent.")).toBeVisible();
  await expect(main(thailand)).toContainText(/late: it was due on/);
  await reader.goto(asAnybody);
  await expect(main(reader)).toContainText("Shelters are paid for three years.");
  await expect(reader.getByRole("link", { name: "Budget of three years (made up)" })).toBeVisible();
  await mustFit(reader);

  // Without a script, on a phone: how it stands, and one that is promised later.
  const phone = await anotherBrowser(plainPhone);
  await signInAs("focal.thailand", phone);
  await phone.goto(here);
  await phone.getByText("Tell how a key action stands …").click();
  await phone.getByRole("radio", { name: "Done" }).check();
  await phone.getByLabel("Title of the evidence").fill("Contracts of shelters (made up)");
  await phone.getByLabel("Link to the evidence").fill("https://gov.example/contracts");
  await phone.getByRole("button", { name: "Tell it" }).click();
  await expect(phone.getByText("What became of it is told.")).toBeVisible();
  await phone.getByText("Add a key action …").click();
  await phone.getByLabel("What is done").fill("Publish what each shelter gets.");
  await phone.getByLabel("By when").fill("2099-12-31");
  await phone.getByRole("button", { name: "Add the key action" }).click();
  await expect(phone.getByText("The key action is added.")).toBeVisible();
  await mustFit(phone);
  await reader.goto(asAnybody);
  await expect(reader.getByRole("link", { name: "Contracts of shelters (made up)" })).toBeVisible();
  await expect(main(reader)).toContainText("Publish what each shelter gets.");

  // One answer is taken down alone: its place and what is done about it stay.
  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await secretariat.goto(report);
  await secretariat.getByText("Take words down for safety …").click();
  const parts = secretariat.getByRole("combobox", { name: "Which words?" });
  await parts.selectOption({ label: "The reply of Thailand: Shelters are paid for three years." });
  await secretariat.getByRole("radio", { name: "Lets somebody be recognised" }).check();
  await secretariat.getByRole("checkbox", { name: "I have understood that nothing brings them back" }).check();
  await secretariat.getByRole("button", { name: "Take down" }).click();
  await expect(secretariat.getByText("It is taken down.")).toBeVisible();
  await reader.goto(asAnybody);
  await expect(main(reader)).not.toContainText("Shelters are paid");
  await expect(reader.getByRole("link", { name: "Budget of three years (made up)" })).toHaveCount(0);
  await expect(main(reader)).toContainText("Taken down for safety. These words are no longer shown.");
  await expect(main(reader)).toContainText("Sign contracts with all shelters.");
});
