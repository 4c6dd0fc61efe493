import { expect, test } from "../support/fixtures";

test("an auditor narrows the audit without a script, takes it out as a file, and has it verified", async ({
  anotherBrowser,
  page,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signInAs("auditor");
  await page.goto("/en/audit?action=submitted");
  await expect(
    page
      .getByRole("cell", { name: /^Report submitted|^Made-up report written/ })
      .or(page.getByText("No events"))
      .first(),
  ).toBeVisible();
  await page.goto("/en/audit?action=signedIn");
  await expect(page.getByRole("cell", { name: /^Signed in: / }).first()).toBeVisible();
  await page.getByLabel("Person: name, email address or number").fill("secretariat@demo.spaiv.example");
  await page.getByLabel("Action").selectOption({ label: "Any" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/person=secretariat/);

  await page.goto("/en/audit");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Take out as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("audit.csv");
  await page.goto("/en/audit?action=auditExported");
  await expect(page.getByRole("cell", { name: /^Audit taken out as a file/ }).first()).toBeVisible();

  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("All of it is as it was written.")).toBeVisible({ timeout: 90_000 });

  const stranger = await anotherBrowser();
  await signInAs("secretariat", stranger);
  expect((await stranger.request.get("/en/audit")).status()).toBe(404);
  const file = await stranger.request.post("/api/audit/export", {
    form: { locale: "en" },
    headers: { origin: baseURL! },
  });
  // Led to the page, which isn't theirs.
  expect([file.status(), new URL(file.url()).pathname]).toEqual([404, "/en/audit"]);
});

test("a file of the audit that is refused leads to a page that says why", async ({ context, page, signInAs }) => {
  await signInAs("auditor");
  await page.goto("/th/audit?action=signedIn");
  await page.locator("input[type=hidden][name=person]").evaluate((input: HTMLInputElement) => {
    input.value = "nobody of that name";
  });
  await page.locator("form[action='/api/audit/export'] button").click();
  await expect(page).toHaveURL("/th/audit?person=nobody+of+that+name&action=signedIn");
  await expect(page.getByRole("heading", { name: /nobody of that name/ })).toBeVisible();

  await page.goto("/en/audit?action=signedIn");
  await context.clearCookies();
  await page.getByRole("button", { name: "Take out as CSV" }).click();
  await expect(page).toHaveURL("/en/sign-in?from=%2Fen%2Faudit%3Faction%3DsignedIn");
});
