import type { Page } from "@playwright/test";
import { startMailServer } from "@/lib/server/mail/testing/mail-server";
import { inDatabase } from "../support/database";
import { expect, test } from "../support/fixtures";
import { filledPlace, freePort, startServer } from "../support/server";

// Whoever forgot their password asks for a link, which comes by mail; whoever asks learns nothing of who has an account.

const email = "focal.thailand@demo.spaiv.example";
const password = "seven quiet rivers of March";

async function ask(page: Page, typed: string) {
  await page.getByLabel("Email address").fill(typed);
  await page.getByRole("button", { name: "Send me a link" }).click();
}
async function signIn(page: Page, as: string) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(as);
  await page.getByRole("button", { name: "Sign in" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a forgotten password is set by a link that comes by mail, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const mails = await startMailServer();
    const place = await filledPlace();
    // Demo accounts are never written to.
    await inDatabase(place, ({ query }) => query(`UPDATE "user" SET is_demo = false WHERE email = '${email}'`));
    const port = await freePort();
    const server = await startServer({
      ...place.env,
      PORT: String(port),
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      SPAIV_MAIL_FROM: "monitor@example.org",
      SPAIV_SMTP_URL: `smtp://127.0.0.1:${mails.settings.port}`,
    });
    const page = await (await browser.newContext({ javaScriptEnabled, baseURL: server.address })).newPage();

    await page.goto("/en/sign-in");
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await expect(page).toHaveURL("/en/forgot-password");
    await ask(page, "nobody");
    await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
    await expect(page.getByLabel("Email address")).toHaveValue("nobody");
    const answers: string[] = [];
    for (const typed of ["nobody.at.all@example.org", email.toUpperCase()]) {
      await page.goto("/en/forgot-password");
      await ask(page, typed);
      await expect(page.getByText("If there is an account with that address")).toBeVisible();
      await expect(page).toHaveURL("/en/forgot-password?asked");
      answers.push((await page.getByRole("main").textContent())!);
    }
    expect(answers[1]).toBe(answers[0]);

    await expect(() => expect(mails.taken).toHaveLength(1)).toPass({ timeout: 60_000 });
    const [mail] = mails.taken;
    expect(mail!.to).toMatchObject({ text: email });
    const link = new RegExp(`${server.address}/en/reset-password/\\S+`).exec(mail!.text!)![0];
    await page.goto(link);
    await page.getByLabel("New password", { exact: true }).fill(password);
    await page.getByLabel("New password again").fill(password);
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(page.getByText("Your new password is set")).toBeVisible();
    await signIn(page, password);
    await expect(page).toHaveURL("/en/spaiv/work");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
    expect(mails.taken).toHaveLength(1);
    await server.stop();
    await place.remove();
    await mails.close();
  });
}

test("a site that sends no mail says who makes a link instead", async ({ page }) => {
  await page.goto("/en/forgot-password");
  await expect(page.getByText("whoever keeps your account makes a link")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});
