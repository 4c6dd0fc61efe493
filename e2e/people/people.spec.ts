import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// The secretariat lets people in by links that it hands over, and takes it back: what is open then can't be saved any more.

const list = `email\tname\trole\tunit\torganisation
nari.madeup@example.org\tNari Made-up\tfocalPoint\tThailand\tNational task force, Thailand (made up)
boon.madeup@example.org\tBoon Made-up\tcontributor\tTHA\tNowhere (made up)`;
const password = "seven quiet rivers of March";

async function paste(page: Page, text: string) {
  await page.getByLabel("List of people").fill(text);
  await page.getByRole("button", { name: "See what will happen" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`two are invited from a list, one accepts and is disabled ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    page,
    browser,
    browserName,
    signInAs,
  }) => {
    test.setTimeout(240_000);
    const own = (text: string) =>
      text.replaceAll("madeup@", `${javaScriptEnabled ? "with" : "without"}.${browserName}@`);
    const secretariat = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAs("secretariat", secretariat);
    await secretariat.goto("/en/people");
    await secretariat.getByRole("link", { name: "Invite several" }).click();
    await paste(secretariat, own(list));
    await expect(secretariat.getByText("One line has to be put right")).toBeVisible();
    await expect(secretariat.getByRole("row", { name: /Boon Made-up/ })).toContainText("isn’t in the directory");
    await expect(secretariat.getByLabel("List of people")).toHaveValue(own(list));
    await paste(secretariat, own(list).replace("Nowhere (made up)", "National task force, Thailand (made up)"));
    await secretariat.getByRole("button", { name: "Invite these 2 people" }).click();
    await expect(secretariat.getByText("2 people are invited. Hand each of them their link.")).toBeVisible();
    const link = await secretariat
      .getByRole("row", { name: new RegExp(own("nari.madeup@")) })
      .getByRole("textbox")
      .inputValue();

    const invited = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const opened = await invited.goto(new URL(link, secretariat.url()).pathname);
    const { headers } = { headers: opened!.headers() };
    expect([headers["referrer-policy"], headers["x-robots-tag"]]).toEqual(["strict-origin", "noindex"]);
    expect(headers["cache-control"]).toContain("no-store");
    await expect(invited.getByText(own("nari.madeup@example.org"))).toBeVisible();
    await invited.getByLabel("New password", { exact: true }).fill(password);
    await invited.getByLabel("New password again").fill("something else");
    await invited.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(invited.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("differ");
    await invited.getByLabel("New password", { exact: true }).fill(password);
    await invited.getByLabel("New password again").fill(password);
    await invited.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(invited).toHaveURL("/en/spaiv/work");
    await invited.goto("/en/spaiv/reports/THA/2018/narrative");
    const words = invited.getByRole("textbox").first();
    await words.fill("Made up: written before they were disabled");

    await secretariat.goto("/en/people?find=nari");
    await secretariat.getByRole("link", { name: "Nari Made-up" }).last().click();
    await secretariat.getByText("Disable …").click();
    await secretariat.getByRole("button", { name: "Disable" }).click();
    await expect(secretariat.getByText("The account is disabled")).toBeVisible();
    await expect(secretariat.getByText("Disabled", { exact: true })).toBeVisible();

    await invited.getByRole("button", { name: /^Save/ }).first().click();
    await expect(invited.getByText(/signed out/i).first()).toBeVisible();
    await invited.goto("/en/account");
    await expect(invited).toHaveURL(/sign-in/);
    await page.goto(new URL(link, secretariat.url()).pathname);
    await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
  });
}

test("a link that was never one is answered as one that was used", async ({ page }) => {
  const answers: string[] = [];
  for (const token of ["1-x", `1-${"A".repeat(43)}`, "nothing", `99999-${"b".repeat(43)}`]) {
    const response = await page.goto(`/en/invitation/${token}`);
    answers.push(`${response!.status()} ${await page.locator("main").innerHTML()}`);
  }
  expect(new Set(answers).size).toBe(1);
});

test("whoever archives an organisation reads first that its people go on signing in", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/organisations?find=thailand");
  await page.getByRole("link", { name: "National task force, Thailand (made up)" }).click();
  await page.getByText("Archive …").click();
  await expect(page.getByText(/belongs? to it, and can sign in afterwards as before/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();
});

test("a focal point sees and invites the own country's people alone @quick", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto("/en/people");
  await expect(page.getByRole("link", { name: "Contributor, Thailand" })).toBeVisible();
  await expect(page.getByText("Focal point, Cambodia")).toHaveCount(0);
  expect((await page.request.get("/en/people/1")).status()).toBe(404);
  await page.getByRole("link", { name: "Invite a person" }).click();
  await expect(page.getByLabel("Role").getByRole("option", { selected: true })).toHaveText("Contributor");
  await expect(page.getByLabel("Plan and country").getByRole("option")).toHaveCount(1);
});

test("whoever works in the dark on a phone finds a person", async ({ page, signInAs }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 780 });
  await signInAs("secretariat");
  await page.goto("/th/people?find=cambodia");
  await expect(page.getByRole("link", { name: "Focal point, Cambodia" })).toBeVisible();
  await mustFit(page);
});
