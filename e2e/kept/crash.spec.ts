import { entryForm, field, hold, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { keptTexts } from "./kept-texts";

// A window that ends between a key and the browser's database.

test("what was typed right before a window crashed is stored by the next one", async ({ page, context, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await hold(field(page, "G3.2.1-a"));
  await page.route("**/api/reports/**", (request) => request.abort());
  await field(page, "G3.2.1-a").fill("813");
  await field(page, "G3.2.1-a").press("Enter");
  await expect.poll(async () => Object.values(await keptTexts(page)).join()).toContain("813");
  const devtools = await context.newCDPSession(page);
  await field(page, "G3.2.1-a").fill("814");
  await field(page, "G3.2.1-a").press("Enter");
  const crashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => null);
  await crashed;

  const next = await context.newPage();
  await next.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await expect(field(next, "G3.2.1-a")).toHaveValue("814");
  await state(next, "G3.2.1-a", /^Saved/);
  await expect.poll(() => keptTexts(next)).toEqual({});
  await next.reload();
  await expect(field(next, "G3.2.1-a")).toHaveValue("814");
  await state(next, "G3.2.1-a", /^Saved/);
});
