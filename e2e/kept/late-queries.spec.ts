import { expect, test } from "../support/fixtures";
import { submitReport } from "../support/submit-report";

// A reviewer's words that hadn't reached the server when the other reviewer returned the report aren't lost.

const review = "/en/spaiv/review/KHM/2017";
const code = "G2.1.1-b";
const query = "Made up: which register is this from?";

test("a query that was begun without a line is shown on the returned report, and can be asked of the next", async ({
  page,
  context,
  browser,
  signInAs,
}) => {
  const asked = `Query to Cambodia on ${code}`;
  await signInAs("secretariat.second");
  const begun = await context.newPage();
  await begun.goto(`${review}?tab=all`);
  await context.setOffline(true);
  await begun
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: "Query" })
    .check();
  await begun.getByLabel(asked).fill(query);
  await expect(begun.locator(`article[id="${code}"]`)).toContainText("the server can’t be reached");
  await begun.close();

  const other = await (await browser.newContext()).newPage();
  await signInAs("secretariat", other);
  await other.goto(review);
  await other.getByRole("button", { name: "Return report" }).click();
  await other.getByRole("dialog").getByLabel("Why").fill("Made up: see the remarks.");
  await other.getByRole("dialog").getByRole("button", { name: "Return report" }).click();
  await expect(other.getByText("The report was returned")).toBeVisible();

  await context.setOffline(false);
  await page.goto("/en/spaiv/review");
  await expect(page.getByText("One query in the review of KHM 2017")).toBeVisible();
  await page.goto("/en/spaiv/work");
  await page.getByText("One query in the review of").getByRole("link", { name: "KHM 2017" }).click();
  const late = page.getByRole("status").filter({ hasText: "A query that you had begun wasn’t sent" });
  await expect(late).toContainText(query);
  await expect(late).toContainText(/submission returned on .* by/);
  await expect(late.getByRole("button", { name: /^Ask/ })).toHaveCount(0);

  await signInAs("focal.cambodia", other);
  await submitReport(other, "/en/spaiv/reports/KHM/2017");
  await page.goto(`${review}?tab=all`);
  await expect(late).toContainText(query);
  await expect(page.getByLabel(asked)).toHaveValue("");
  await late.getByRole("button", { name: `Ask it of this submission on ${code}` }).click();
  await expect(page.getByLabel(asked)).toBeFocused();
  await expect(page.locator(`article[id="${code}"]`).getByText("Saved", { exact: true })).toBeVisible();
  await expect(late).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel(asked)).toHaveValue(query);
  await expect(late).toHaveCount(0);
});

test("a query that was stored without an answer is late on no page, and one that is let go isn't any more", async ({
  page,
  context,
  browser,
  signInAs,
}) => {
  const [stored, lost] = ["G4.2.2-b", "G3.2.2-a"];
  await signInAs("secretariat.second");
  const begun = await context.newPage();
  await begun.goto(`${review}?tab=all`);
  await begun.route("**/review-answers", async (route) => {
    if (route.request().postData()?.includes(stored)) await route.fetch();
    await route.abort();
  });
  for (const [code, words] of [
    [stored, "Made up: stored unheard"],
    [lost, "Made up: never stored"],
  ] as const) {
    const item = begun.locator(`article[id="${code}"]`);
    await item.getByRole("radio", { name: "Query" }).check();
    await begun.getByLabel(`Query to Cambodia on ${code}`).fill(words);
    await expect(item).toContainText("the server can’t be reached");
  }
  await expect
    .poll(async () => (await page.request.get(`${review}?tab=all`)).text())
    .toContain("Made up: stored unheard");
  // What a page sends on its way out, and a route holds, is let through once the page is gone.
  await context.setOffline(true);
  await begun.unrouteAll();
  await begun.close();

  const other = await (await browser.newContext()).newPage();
  await signInAs("secretariat", other);
  await other.goto(review);
  await other.getByRole("button", { name: /^Return/ }).click();
  await other
    .getByRole("dialog")
    .getByRole("button", { name: /^Return/ })
    .click();
  await expect(other.getByText("The report was returned")).toBeVisible();

  await context.setOffline(false);
  const notice = page.getByText("in the review of KHM 2017");
  await page.goto("/en/spaiv/work");
  await notice.getByRole("link", { name: "KHM 2017" }).click();
  const late = page.getByRole("status").filter({ hasText: "A query that you had begun wasn’t sent" });
  await expect(late.getByRole("listitem")).toHaveCount(1);
  await expect(late).toContainText("Made up: never stored");
  await page.goto("/en/spaiv/review");
  await expect(notice).toContainText("One query");
  await page.goBack();
  await late.getByText(`Let it go … on ${lost}`).press("Enter");
  await late.getByRole("button", { name: `Let it go for good on ${lost}` }).press("Enter");
  await expect(late).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "The query was let go." })).toBeFocused();
  await page.goto("/en/spaiv/work");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
