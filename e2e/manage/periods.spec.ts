import type { Page } from "@playwright/test";
import { expect, plainPhone, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// A period's way from being added to being locked; what each step means is said before it is done.

const periods = "/en/spaiv/periods";
const row = (page: Page, period: string) => page.getByRole("row", { name: new RegExp(`^${period}`) });

/** Takes a step of the list, and gives what its page says of it. */
async function opened(page: Page, link: string): Promise<string> {
  await page.getByRole("link", { name: link, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(link);
  return (await page.getByRole("main").textContent())!;
}

test("a period is added, opened, closed and locked, each after what it means is said @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(periods);
  await expect(row(page, "2018")).toContainText("Open");
  expect(await opened(page, "Add a period")).toMatch(
    /The next year follows 2018 without a gap.*can’t be taken out again/s,
  );
  await page.getByLabel("Code").fill("20 19");
  await page.getByRole("button", { name: "Add the period" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("Code")).toHaveValue("20 19");
  await page.getByLabel("Code").fill("2019");
  await page.getByRole("button", { name: "Add the period" }).click();
  await expect(page.getByText("2019 is added, and closed until you open it.")).toBeVisible();
  await expect(row(page, "2019")).toContainText("After the plan’s end");

  expect(await opened(page, "Open 2019")).toContain("can enter values and submit their reports");
  await page.getByRole("button", { name: "Open 2019" }).click();
  await expect(page.getByText("2019 is open now.")).toBeVisible();
  const closing = await opened(page, "Close 2019");
  expect(closing).toContain("Cambodia");
  expect(closing).toContain("You can open the period again at any time.");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(row(page, "2019")).toContainText("Open");
  await page.getByRole("link", { name: "Close 2019" }).click();
  await page.getByRole("button", { name: "Close 2019" }).click();
  await expect(page.getByText("2019 is closed now.")).toBeVisible();
  expect(await opened(page, "Lock 2019")).toContain("Nobody can change anything in the period any more");
  await page.getByRole("button", { name: "Lock 2019" }).click();
  await expect(page.getByText("2019 is locked now.")).toBeVisible();
  // Whoever opened the page before finds that it stands so already.
  await page.goto(`${periods}/2019/lock`);
  await expect(page.getByText("2019 is locked, so this can’t be done now")).toBeVisible();
  await expect(page.getByRole("button", { name: "Lock 2019" })).toHaveCount(0);
});

test("one country has another due date, with a reason that it reads, on a phone without a script", async ({
  anotherBrowser,
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  const phone = await anotherBrowser(plainPhone);
  await phone.goto(periods);
  await mustFit(phone);
  await phone.getByRole("link", { name: "Due dates of 2018" }).click();
  await phone.getByLabel("Reporting unit").selectOption({ label: "Thailand" });
  await phone.getByRole("button", { name: "Set its due date" }).click();
  await expect(phone.getByRole("alert").first()).toBeVisible();
  await expect(phone.getByLabel("Reporting unit")).toHaveValue("THA");
  await phone.getByLabel("Its report is due on").fill("2099-05-31");
  await phone.getByLabel("Why on another day").fill("Made up: the census.");
  await phone.getByRole("button", { name: "Set its due date" }).click();
  await expect(phone.getByText("2018: the own due date is changed.")).toBeVisible();
  await expect(row(phone, "2018")).toContainText("Thailand: 31 May 2099. Made up: the census.");
  await mustFit(phone);

  await signInAs("focal.thailand", page);
  await page.goto("/en/spaiv/work");
  await expect(page.getByRole("main")).toContainText("31 May 2099");
  await page.goto(periods);
  await expect(row(page, "2018")).toContainText("Made up: the census.");
  await expect(page.getByRole("link", { name: "Close 2018" })).toHaveCount(0);
});
