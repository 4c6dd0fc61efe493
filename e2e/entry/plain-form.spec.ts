import { gzipSync } from "node:zlib";
import { expect, test } from "../support/fixtures";

const entryForm = "/en/spaiv/reports/THA/2017";
const form = `${entryForm}/indicators/G5.1-a`;

test("pages with hundreds of fields and rows stay light: each thing is sent once", async ({ page, signInAs }) => {
  const isLight = async (address: string, bound: number) => {
    const body = await (await page.request.get(address)).body();
    expect(body.byteLength, `bytes of ${address}`).toBeLessThanOrEqual(bound * 1024);
  };
  await signInAs("focal.thailand");
  // With the documents of the report and the values that can be carried over.
  await isLight(`${entryForm}/check`, 196);
  await isLight(form, 150);
  // The whole report, of eight goals.
  await isLight(entryForm, 336);
  await signInAs("secretariat");
  await isLight("/en/spaiv/review", 65);
});

test("the sheet brings no more scripts than are needed before a hand is on it", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  const html = await (await page.request.get(entryForm)).text();
  // What browsers load that know no modules isn't loaded by any of today.
  const scripts = html.matchAll(/<script(?![^>]*noModule)[^>]*\ssrc="(\/_next\/[^"]+)/gi);
  const sizes = await Promise.all(
    [...new Set([...scripts].map(([, address]) => address!))].map(
      async (address) => gzipSync(await (await page.request.get(address)).body()).length,
    ),
  );
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(230 * 1024);
});

test("without a script, what somebody else entered meanwhile stays through a refusal of a form that showed none", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  const save = (where: typeof page) => where.getByRole("button", { name: "Save", exact: true }).click();
  const part = (where: typeof page) => where.locator('[name="sex=female;age=0-17|number"]');
  await plain.goto(form);
  await expect(part(plain)).toHaveValue("");
  await page.goto(form);
  await part(page).fill("7");
  await save(page);
  await expect(page.getByText("Saved.")).toBeVisible();
  const total = plain.getByLabel("Value (persons)");
  await total.fill("many");
  await save(plain);
  await expect(plain.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await total.fill("40");
  await save(plain);
  await expect(plain.getByText("Saved.")).toBeVisible();
  await expect(total).toHaveValue("40");
  await expect(part(plain)).toHaveValue("7");
});

test("without a script, a form that was sent after the session's end is stored once one is signed in again", async ({
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(form);
  await plain.getByLabel("Value (persons)").fill("41");
  await plain.context().clearCookies();
  await plain.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plain.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  const opened = plain.context().waitForEvent("page");
  await plain.getByRole("link", { name: "Sign in" }).click();
  await (await opened).waitForURL("**/sign-in");
  await signInAs("focal.thailand", plain);
  // The browser sends it again.
  await plain.reload();
  await expect(plain.getByText("Saved.")).toBeVisible();
  await expect(plain.getByLabel("Value (persons)")).toHaveValue("41");
});
