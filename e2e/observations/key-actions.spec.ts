import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// A government that acts on what was observed says what it does, and later how that stands.

test("a reply that something is being done needs a key action, which is told of until it is done", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  await signInAs("cso");
  await page.goto("/en/spaiv/work/observations/new?unit=THA&period=2016&node=G5");
  await page.getByRole("radio", { name: "Reports a gap" }).check();
  await page.getByRole("radio", { name: "Own service data" }).check();
  await page.getByLabel("What you observe").fill("The hotline speaks one language at night.");
  await page.getByRole("radio", { name: "Public", exact: true }).check();
  await page.getByRole("radio", { name: "Named to everybody" }).check();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("It is submitted.")).toBeVisible();
  const here = new URL(page.url()).pathname;
  const number = (await page.getByRole("heading", { level: 1 }).textContent())!.replace(/\D/g, "");

  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await secretariat.goto(here);
  await secretariat.getByText("Pass it on …").click();
  await secretariat.getByRole("button", { name: "Pass on" }).click();
  await expect(secretariat.getByText("It is passed on.")).toBeVisible();

  // What is typed in the reply stays while the key action that it needs is added.
  const thailand = await anotherBrowser();
  await signInAs("focal.thailand", thailand);
  await thailand.goto(here);
  await thailand.getByRole("radio", { name: "Is being acted on" }).check();
  await thailand.getByLabel("Your reply").fill("Two more languages are being added.");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByRole("alert", { name: "There is a problem" })).toContainText("add a key action");
  await thailand.getByText("Add a key action …").click();
  await thailand.getByLabel("What is done").fill("Train staff of the night shift.");
  await thailand.getByLabel("By when").fill("2018-01-01");
  await thailand.getByRole("button", { name: "Add the key action" }).click();
  await expect(thailand.getByRole("link", { name: "Choose today or a later day" })).toBeVisible();
  await expect(thailand.getByLabel("What is done")).toHaveValue("Train staff of the night shift.");
  await thailand.getByLabel("By when").fill("2099-06-30");
  await thailand.getByRole("button", { name: "Add the key action" }).click();
  await expect(thailand.getByText("The key action is added.")).toBeVisible();
  await expect(main(thailand)).toContainText("Task force of Thailand. Planned, due 30 June 2099");
  // What was added doesn't stand in the form for the next one, however often one is added.
  await expect(thailand.getByLabel("What is done")).toHaveValue("");
  await thailand.getByText("Add a key action …").click();
  await thailand.getByLabel("What is done").fill("Tell callers of it.");
  await thailand.getByLabel("By when").fill("2099-12-31");
  await thailand.getByRole("button", { name: "Add the key action" }).click();
  await expect(main(thailand)).toContainText("Planned, due 31 December 2099");
  await expect(thailand.getByLabel("What is done")).toHaveValue("");
  await expect(thailand.getByLabel("Your reply")).toHaveValue("Two more languages are being added.");
  await mustBeAccessible(thailand);
  await page.goto(here);
  await expect(main(page)).not.toContainText("Train staff");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByText("The reply is sent.")).toBeVisible();

  // How it stands is told without a script, on a phone, and read by everybody.
  const phone = await anotherBrowser(plainPhone);
  await signInAs("focal.thailand", phone);
  await phone.goto(here);
  await phone.getByText("Tell how a key action stands …").click();
  await phone.getByRole("radio", { name: "Train staff of the night shift." }).check();
  await phone.getByRole("radio", { name: "Done" }).check();
  await phone.getByRole("button", { name: "Tell it" }).click();
  await expect(phone.getByRole("link", { name: "Say where it can be read that it was done" })).toBeVisible();
  await mustFit(phone);
  await phone.getByLabel("Title of the evidence").fill("Programme of the training (made up)");
  await phone.getByLabel("Link to the evidence").fill("https://gov.example/training");
  await phone.getByRole("button", { name: "Tell it" }).click();
  await expect(phone.getByText("It is told.")).toBeVisible();
  await page.goto(`/en/spaiv/observations/${number}`);
  await expect(main(page)).toContainText(/Train staff of the night shift\.\s*Task force of Thailand\. Done, /);
  await expect(page.getByRole("link", { name: "Programme of the training (made up)" })).toBeVisible();
  await mustBeAccessible(page);
});
