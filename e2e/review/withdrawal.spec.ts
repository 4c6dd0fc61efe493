import { expect, test } from "../support/fixtures";
import { submitReport } from "../support/submit-report";

// Nobody takes a report back by one press: it is asked first, and what was done is told.

const check = "/en/spaiv/reports/KHM/2017/check";

test("a withdrawal is asked about in a dialog, and leaves the report as it is until it is confirmed @both", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.cambodia");
  await page.goto(check);
  const open = page.getByRole("button", { name: "Withdraw the submission" });
  const dialog = page.getByRole("dialog", { name: "Withdraw the submission?" });
  await open.click();
  await expect(dialog).toContainText("say once more who approved it");
  await expect(dialog.getByRole("button").first()).toHaveText("Cancel");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await page.reload();
  await expect(page.getByText("The report waits for its review.")).toBeVisible();
  await open.click();
  await dialog.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "You can change the report again." })).toBeFocused();
  await expect(page.getByText("The report waits for its review.")).toHaveCount(0);

  // Whoever reviews reads of one submission not that it was sent and that it wasn't.
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review");
  const row = page.getByRole("row").filter({ hasText: "then withdrawn" });
  await expect(row).toContainText("Withdrawn, overdue");
});

test("whoever withdraws what another window withdrew is told, and sees the report as it is", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.cambodia");
  await submitReport(page, "/en/spaiv/reports/KHM/2018");
  const [other, check] = [await context.newPage(), "/en/spaiv/reports/KHM/2018/check"];
  for (const each of [page, other]) await each.goto(check);
  for (const each of [other, page]) {
    await each.getByRole("button", { name: "Withdraw the submission" }).click();
    await each.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
    await expect(each.locator("#done")).toBeFocused();
  }
  await expect(page.locator("#done")).toContainText("This page withdrew nothing");
  await expect(page.getByText("The report waits for its review.")).toHaveCount(0);
});

test("without a script the withdrawal stands behind its command, in Thai as well", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.cambodia");
  await submitReport(page, "/en/spaiv/reports/KHM/2018");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto("/th/spaiv/reports/KHM/2018/check");
  const confirm = plain.getByRole("button", { name: "ถอนการส่ง", exact: true });
  await expect(confirm).toBeHidden();
  await plain.locator("#withdraw summary").click();
  await expect(plain.locator("#withdraw .panel")).toContainText("ระบุผู้ที่เห็นชอบอีกครั้ง");
  await confirm.click();
  await expect(plain).toHaveURL(/done=withdrawn/);
  await expect(plain.getByRole("status").filter({ hasText: "ถอนการส่งรายงานแล้ว" })).toBeVisible();
});
