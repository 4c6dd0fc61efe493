import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// A decision asks a country and an organisation; what is done about it is said, told as done, and read at the next meeting.

test("a decision gets key actions of a country and an organisation, done with evidence", async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs("secretariat");
  await page.goto("/en/spaiv/work/meetings");
  await page.getByRole("link", { name: "SOM6" }).click();
  await page.getByRole("link", { name: "Write down a decision" }).click();
  await page.getByRole("radio", { name: "Task" }).check();
  await page.getByLabel("What is decided").fill("Made up: posters hang in every port.");
  await page.getByRole("checkbox", { name: "Thailand", exact: true }).check();
  const organisations = page.getByRole("group", { name: "Which organisations it addresses" });
  const organisation = (await organisations.locator("label").first().textContent())!.trim();
  await organisations.getByRole("checkbox").first().check();
  await mustBeAccessible(page);
  await page.getByRole("button", { name: "Save the decision" }).click();
  await expect(main(page)).toContainText(`SOM6-D1 · Task · To Thailand and ${organisation}`);
  await page.getByText("The outcome is agreed …").click();
  await page.getByRole("button", { name: "It is agreed" }).click();
  await expect(main(page)).toContainText("The outcome is agreed.");

  // The country finds it on its first page, also on a phone without a script.
  const phone = await (await browser.newContext({ baseURL, ...plainPhone })).newPage();
  await signInAs("focal.thailand", phone);
  await phone.goto("/en/spaiv/work");
  const waiting = phone.getByRole("region", { name: "Decisions of meetings that ask you to act" });
  await waiting.getByRole("link", { name: /^SOM6-D1/ }).click();
  await mustFit(phone);
  await phone.getByText("Add a key action …").click();
  await phone.getByLabel("What is done").fill("Print posters in four languages.");
  await phone.getByLabel("By when").fill("2018-01-01");
  await phone.getByRole("button", { name: "Add the key action" }).click();
  await expect(phone.getByRole("link", { name: "Choose today or a later day" })).toBeVisible();
  await expect(phone.getByLabel("What is done")).toHaveValue("Print posters in four languages.");
  await phone.getByLabel("By when").fill("2099-06-30");
  await phone.getByRole("button", { name: "Add the key action" }).click();
  await expect(main(phone)).toContainText("The key action is added.");
  await expect(main(phone)).toContainText("Task force of Thailand. Planned, due 30 June 2099");
  await phone.getByText("Tell how a key action stands …").click();
  await phone.getByRole("radio", { name: "Done" }).check();
  await phone.getByRole("button", { name: "Tell it" }).click();
  await expect(phone.getByRole("alert", { name: "There is a problem" })).toBeVisible();
  await phone.getByLabel("Title of the evidence").fill("Photographs of posters");
  await phone.getByLabel("Link to the evidence").fill("https://gov.example/posters");
  await phone.getByRole("button", { name: "Tell it" }).click();
  await expect(main(phone)).toContainText("It is told how the key action stands.");
  await mustFit(phone);
  await phone.goto("/en/spaiv/work");
  await expect(phone.getByRole("link", { name: /^SOM6-D1/ })).toHaveCount(0);

  // The secretariat says what the organisation does.
  await page.goto("/en/spaiv/work");
  await page.getByRole("link", { name: /^SOM6-D1/ }).click();
  await mustBeAccessible(page);
  await page.getByText("Add a key action …").click();
  await page.getByLabel("What is done").fill("Hang them at piers.");
  await page.getByLabel("By when").fill("2099-03-31");
  await page.getByRole("button", { name: "Add the key action" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("What is done")).toHaveValue("Hang them at piers.");
  await page.getByLabel("Who does it").selectOption({ label: organisation });
  await page.getByRole("button", { name: "Add the key action" }).click();
  await expect(main(page)).toContainText(`${organisation}. Planned, due 31 March 2099`);

  // The next meeting reads both, and is told that it is done.
  await page.goto("/en/spaiv/work/meetings");
  await page.getByRole("link", { name: "SOM8" }).click();
  await page.getByRole("link", { name: "Tell what became of them" }).click();
  await expect(main(page)).toContainText("Print posters in four languages.");
  await mustBeAccessible(page);
  await page.getByLabel("What became of SOM6-D1").selectOption("Done");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(main(page)).toContainText("What the meeting was told is saved.");
  for (const path of ["/en/spaiv/meetings/SOM6", "/en/spaiv/meetings/SOM8"]) {
    await page.goto(path);
    await expect(main(page).getByRole("link", { name: "Photographs of posters" })).toBeVisible();
    await expect(main(page)).toContainText("Hang them at piers.");
    await mustBeAccessible(page);
  }
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/th/spaiv/meetings/SOM6", "/th/spaiv/meetings/SOM8/presentation"]) {
    await page.goto(path);
    await mustFit(page);
  }
});
