import { expect, type Page } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";

const emailOf = (account: string) => `${account}@demo.spaiv.example`;

/** Signs a demo account in as a person does, and ends where the person begins. */
export async function signInByForm(page: Page, account: string): Promise<void> {
  await page.goto("/en/sign-in");
  await page.getByLabel("Email").fill(emailOf(account));
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  // Whoever has no work here begins at the results, which say nothing of a session.
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/sign-in"));
}

/**
 * Gives the page's browser a demo account's session: the same form is sent, by no browser, which would draw the form and the
 * page behind it. The page stays where it is.
 */
export async function signInByRequest({ request }: Page, account: string): Promise<void> {
  const form = await request.get("/en/sign-in");
  const hidden = (await form.text()).matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g);
  const multipart = Object.fromEntries(
    [...hidden].map(([, name, value = ""]) => [name!, value.replaceAll("&quot;", '"')]),
  );
  const answer = await request.post("/en/sign-in", {
    multipart: { ...multipart, email: emailOf(account), password: demoPassword },
    headers: { origin: new URL(form.url()).origin },
    maxRedirects: 0,
  });
  expect(answer.headers()["set-cookie"], `the answer to ${account}: ${answer.status()}`).toContain("session-token=");
}
