import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// Without a mail server nothing leaves, and what would have been sent is there to be read.

for (const javaScriptEnabled of [true, false])
  test(`the outbox shows what would have been sent, and no secret, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    anotherBrowser,
    signInAs,
  }) => {
    const email = `nok.${javaScriptEnabled ? "with" : "without"}@nowhere.example`;
    await signInAs("secretariat");
    const page = await anotherBrowser({ javaScriptEnabled });
    if (!javaScriptEnabled) await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/en/people/invite");
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Name", { exact: true }).fill("Nok Nowhere");
    await page.getByLabel("Organisation").selectOption({ label: "National task force, Thailand (made up)" });
    await page.getByLabel("Role").selectOption({ label: "Government focal point" });
    await page
      .getByLabel("Plan and country")
      .selectOption({ label: "Fourth COMMIT Sub-regional Plan of Action (SPAIV): Thailand" });
    await page.getByLabel("Language").selectOption("th");
    await page.getByRole("button", { name: "Invite" }).click();
    await expect(page.getByText("One person is invited. Hand the link over to them.")).toBeVisible();
    await page.goto("/en/manage");
    await page.getByRole("link", { name: "Mail", exact: true }).click();
    await expect(page.getByText("No mail server is set, so nothing leaves.")).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: email });
    await expect(async () => {
      await page.reload();
      await expect(row).toContainText("Would have been sent", { timeout: 1_000 });
    }).toPass();
    await mustFit(page);
    await row.getByRole("link", { name: "Invitation" }).click();
    await expect(page.getByText("SPAIV Monitor: คำเชิญ")).toBeVisible();
    await expect(page.getByText("A link that lets in whoever has it isn’t shown here.")).toBeVisible();
    expect(await page.content()).not.toContain("/invitation/");
  });

test("each chooses what to be told by mail, with a script and without", async ({ anotherBrowser, page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto("/en/account");
  await page.getByLabel("A report is due soon").uncheck();
  const own = page.getByRole("group", { name: "What you are told by mail" });
  const form = page.locator("form").filter({ has: own });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice is saved.")).toBeVisible();
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto("/en/account");
  await expect(plain.getByLabel("A report is due soon")).not.toBeChecked();
  await expect(plain.getByLabel("A report is returned")).toBeChecked();
  await plain.getByLabel("No mail at all, except about your account").check();
  const there = plain.locator("form").filter({ hasText: "What you are told by mail" });
  await there.getByRole("button", { name: "Save" }).click();
  await expect(plain.getByText("Your choice is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("No mail at all, except about your account")).toBeChecked();
});
