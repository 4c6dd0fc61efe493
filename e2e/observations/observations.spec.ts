import type { Page } from "@playwright/test";
import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustFit } from "../support/look";
import { signInByForm } from "../support/sign-in";

// What civil society says of a value goes by the safety check to the government, and back with its reply.

const problem = (page: Page) => page.getByRole("alert", { name: "There is a problem" });

/** Answers all that the form asks; the choices say what they mean. */
async function fillIn(page: Page, body: string) {
  await page.getByRole("radio", { name: "Reports a gap" }).check();
  await page.getByRole("radio", { name: "Own service data" }).check();
  await page.getByLabel("What you observe").fill(body);
  await page.getByRole("radio", { name: "Public", exact: true }).check();
  await page.getByRole("radio", { name: "Named to governments only" }).check();
}

test("an observation is sent back once, passed on, replied to and closed @quick", async ({
  page,
  signInAs,
  browser,
}) => {
  test.setTimeout(240_000);
  const of = async (account: string) => {
    const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const theirs = await context.newPage();
    await signInAs(account, theirs);
    return theirs;
  };
  // A member of civil society begins where their organisation's observations are.
  await signInByForm(page, "cso");
  await expect(page).toHaveURL("/en/spaiv/work");
  await expect(page.getByRole("link", { name: /^Read the reply: China, 2015/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Say whether it still holds: Cambodia, 2016/ })).toBeVisible();
  await page.getByRole("link", { name: "Add an observation" }).click();
  await page.getByLabel("Country or region").selectOption("THA");
  await page.getByLabel("Reporting period").selectOption("2016");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Indicator (optional)").selectOption("G5.1-a");

  // Nothing chosen or typed is lost when it is refused, nor when the page is left.
  await page.getByLabel("What you observe").fill("In the north, shelters turned people away.");
  await page.getByRole("radio", { name: "Public", exact: true }).check();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(problem(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.getByLabel("What you observe")).toHaveValue("In the north, shelters turned people away.");
  await expect(page.getByRole("radio", { name: "Public", exact: true })).toBeChecked();
  await page.reload();
  await expect(page.getByLabel("What you observe")).toHaveValue("In the north, shelters turned people away.");
  await expect(page.getByRole("radio", { name: "Public", exact: true })).toBeChecked();
  await expect(page.getByLabel("Indicator (optional)")).toHaveValue("G5.1-a");
  await fillIn(page, "Shelters in the north turned three women of one village away.");
  await page.getByLabel("Title of source 1").fill("Annual report (made up)");
  await page.getByLabel("Link to source 1").fill("https://shelter.example/2016");
  await page.getByRole("button", { name: "Submit" }).click();
  // So few people come back once, to be looked at by whoever wrote of them.
  await page.getByLabel("I looked at this: nobody can be recognised by it").check();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("It is submitted.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Observation \d+$/);
  await expect(main(page)).toContainText("In the safety check since");
  await page.setViewportSize({ width: 360, height: 780 });
  await mustFit(page);
  const here = new URL(page.url()).pathname;

  // The secretariat says which rule it breaks, and changes no word.
  const secretariat = await of("secretariat");
  await secretariat.goto("/en/spaiv/work");
  await secretariat.getByRole("link", { name: /^Check for safety: Thailand, 2016: G5\.1-a/ }).click();
  await secretariat.getByText("Send it back …").click();
  await secretariat.getByRole("button", { name: "Send back" }).click();
  await expect(secretariat.getByRole("link", { name: "Choose the rule that it breaks" })).toBeVisible();
  await secretariat.getByRole("radio", { name: "Gives a count below five of persons" }).check();
  await secretariat.getByLabel("Note to its author").fill("The last four words.");
  await secretariat.getByRole("button", { name: "Send back" }).click();
  await expect(secretariat.getByText("It is sent back to its author.")).toBeVisible();

  // Its author reads why, and puts it right with the keyboard alone.
  await page.goto("/en/spaiv/work");
  await expect(main(page)).toContainText("The last four words.");
  await page.getByRole("link", { name: /^Put right and submit again: Thailand/ }).focus();
  await page.keyboard.press("Enter");
  await expect(main(page)).toContainText("Sent back: Gives a count below five of persons.");
  const body = page.getByLabel("What you observe");
  await body.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Shelters in the north turned women away.");
  await expect(body).toHaveValue("Shelters in the north turned women away.");
  const submit = page.getByRole("button", { name: "Submit" });
  for (let presses = 0; presses < 30; presses++) {
    if (await submit.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(submit).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("It is submitted.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Observation \d+$/);

  await secretariat.goto(here);
  await secretariat.getByText("Pass it on …").click();
  await expect(main(secretariat)).toContainText(
    "Thailand reads it at once, as it was written, and has 60 days to reply.",
  );
  await secretariat.getByRole("button", { name: "Pass on" }).click();
  await expect(secretariat.getByText("It is passed on.")).toBeVisible();

  // The country knows the organisation, for that was chosen, and replies in time.
  const thailand = await of("focal.thailand");
  await thailand.goto("/en/spaiv/work");
  await thailand.getByRole("link", { name: /^Reply: Thailand, 2016/ }).click();
  await expect(main(thailand)).toContainText("Shelters in the north turned women away.");
  await expect(main(thailand)).not.toContainText("Not told");
  await thailand.getByRole("radio", { name: "Will correct the value" }).check();
  await thailand.getByLabel("Your reply").fill("We count them again.");
  await thailand.getByRole("button", { name: "Save draft" }).click();
  await expect(thailand.getByText("The draft of the reply is saved.")).toBeVisible();
  await page.goto(here);
  await expect(main(page)).not.toContainText("We count them again.");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByText("The reply is sent.")).toBeVisible();
  await thailand.getByRole("link", { name: "Correct the value in the report" }).click();
  await expect(thailand).toHaveURL("/en/spaiv/reports/THA/2016/indicators/G5.1-a");

  // Its author says whether that answers it; another window, opened before, is told that something changed.
  await page.goto("/en/spaiv/work");
  await page.getByRole("link", { name: /^Read the reply: Thailand/ }).click();
  await expect(main(page)).toContainText("We count them again.");
  const other = await page.context().newPage();
  await other.goto(here);
  await page.getByText("Close it …").click();
  await page.getByRole("radio", { name: "Yes, it was answered" }).check();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(main(page)).toContainText("Closed as answered");
  await other.getByText("Speak once more …").click();
  await other.getByLabel("What you say").fill("Which year?");
  await other.getByRole("button", { name: "Keep as a draft" }).click();
  await expect(problem(other)).toBeVisible();
  await expect(other.getByLabel("What you say")).toHaveValue("Which year?");
});

test("without a script a draft is added, found in the list and deleted", async ({ anotherBrowser, signInAs }) => {
  await signInAs("cso");
  const phone = await anotherBrowser(plainPhone);
  await phone.goto("/en/spaiv/work/observations/new?unit=CHN&period=2017&indicator=G5.1-a");
  await expect(main(phone)).toContainText("About China, 2017: G5.1-a");
  await phone.getByRole("button", { name: "Save draft" }).click();
  await expect(phone.getByRole("link", { name: "Write what you want to say" })).toBeVisible();
  await fillIn(phone, "What works: one desk for all.");
  // A value of its own is read as the same is where it is reported, and may not tell of few persons.
  const value = phone.getByLabel("Your value, in total (persons)");
  await phone.getByText("A value of your own (optional)").click();
  await value.fill("4");
  await phone.getByRole("button", { name: "Save draft" }).click();
  await expect(phone.getByRole("link", { name: "Say how you came to this value, or clear it" })).toBeVisible();
  await phone.getByLabel("How you came to it").fill("Counted at our desks.");
  await phone.getByRole("button", { name: "Save draft" }).click();
  await expect(phone.getByRole("link", { name: /^This tells of fewer than 5 persons/ })).toBeVisible();
  await expect(value).toHaveValue("4");
  await value.fill("1,234");
  await mustFit(phone);
  await phone.getByRole("button", { name: "Save draft" }).click();
  await expect(main(phone)).toContainText("Your draft is saved.");
  await mustFit(phone);
  await phone.goto("/en/spaiv/work/observations");
  await mustFit(phone);
  await phone.getByRole("link", { name: "Draft: China, 2017" }).click();
  await expect(phone.getByLabel("What you observe")).toHaveValue("What works: one desk for all.");
  await expect(value).toHaveValue("1234");
  await phone.getByText("Delete the draft …").click();
  await phone.getByRole("button", { name: "Delete" }).click();
  await expect(main(phone)).toContainText("The draft is deleted.");
  await expect(main(phone)).not.toContainText("China, 2017");
});
