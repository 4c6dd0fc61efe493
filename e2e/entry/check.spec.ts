import { field as cell, entryForm, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// What is left to be done is done in the check itself, and stays where it is until the page is loaded again.

const check = "/en/spaiv/reports/THA/2017/check";

test("blanks are answered in place, from one to the next by Enter, and a warning is explained where it stands @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(check);
  const blanks = page.locator("#blanks");
  const shown = await blanks.getByRole("listitem").count();

  const row = page.locator('[id="do-G5.1-a"]');
  await row.getByRole("button", { name: "Enter a value G5.1-a" }).click();
  const field = row.getByRole("textbox").first();
  await expect(field).toBeFocused();
  await field.fill("9-9");
  await field.press("Enter");
  await expect(row).toContainText("Error:");
  await expect(field).toHaveValue("9-9");
  await field.fill("9900");
  await field.press("Enter");
  // Enter has opened the next one; this one is done and hasn't moved.
  await expect(row.getByText("Done")).toBeVisible();
  await expect(blanks.getByRole("listitem")).toHaveCount(shown);
  await expect(page.locator("#blanks [data-mending] .mend")).toHaveCount(2);
  await expect(row.locator(".mend :focus")).toHaveCount(0);

  // Ten times what it was: the check asks why, and is told in its place.
  const asked = page.locator("#commentMissing");
  await expect(asked.getByRole("link", { name: "G5.1-a: write a comment that explains the warning" })).toBeVisible();
  const warned = asked.getByRole("listitem").filter({ hasText: "G5.1-a" });
  await warned.getByRole("button", { name: "Mend here G5.1-a" }).click();
  await expect(warned.getByRole("textbox").first()).toHaveValue(/^9,?900$/);
  await warned.getByLabel("Add a comment").fill("Made up: two registers were joined.");
  await warned.getByRole("button", { name: "Add comment" }).click();
  await expect(warned.locator(".to-do-acts").getByText("Done")).toBeVisible();
  await expect(warned.getByRole("link", { name: /^G5.1-a:/ })).toHaveText("G5.1-a: the warning is explained or gone");

  await page.reload();
  await expect(page.getByRole("link", { name: /^G5.1-a: write/ })).toHaveCount(0);
  await expect(blanks.getByRole("listitem")).toHaveCount(shown - 1);
});

test("within a breakdown Enter goes to the next part, and from its last one on", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(check);
  const row = page.locator('[id="do-G1.1.2-a"]');
  await row.getByRole("button", { name: "Enter a value G1.1.2-a" }).click();
  await row.getByRole("button", { name: /^Open/ }).click();
  const parts = row.locator("[data-fields] [data-row]");
  await parts.first().focus();
  const count = await parts.count();
  expect(count).toBeGreaterThan(2);
  for (let next = 1; next < count; next++) {
    await page.keyboard.press("Enter");
    await expect(parts.nth(next)).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(row.locator(":focus")).toHaveCount(0);
});

test("a saved cell is told aloud once, and only what changed is read again", async ({ page, context, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(check);
  const read: string[] = [];
  const rowOf = (code: string) => page.locator(`[id="do-${code}"]`);
  for (const code of ["G3.2.1-a", "G5.4-a", "G6.3-b"]) {
    await rowOf(code)
      .getByRole("button", { name: `Enter a value ${code}` })
      .click();
    await expect(rowOf(code).getByRole("textbox").first()).toBeVisible();
  }
  page.on("request", (request) => {
    const [, code] = /\/api\/reports\/.*\/indicators\/([^?]+)/.exec(request.url()) ?? [];
    if (code) read.push(code);
  });
  const field = rowOf("G3.2.1-a").getByRole("textbox").first();
  await field.fill("640");
  await field.blur();
  const aloud = page.getByRole("status").filter({ hasText: "G3.2.1-a saved." });
  await expect(aloud).toHaveCount(1);
  await expect(rowOf("G3.2.1-a").getByText("Done")).toBeVisible();
  await expect.poll(() => read).toEqual(["G3.2.1-a"]);
  await expect(aloud).toHaveCount(1);

  // What another window changed meanwhile is read with the next save here.
  const other = await context.newPage();
  await other.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await settled(other, "G6.3-b", cell(other, "G6.3-b"), "31");
  await field.fill("641");
  await field.blur();
  await expect(rowOf("G6.3-b").getByRole("textbox").first()).toHaveValue("31");
  await expect.poll(() => read.toSorted()).toEqual(["G3.2.1-a", "G3.2.1-a", "G6.3-b"]);
});

test("a value that waits for a choice says so from the first moment, and where the server doesn't answer", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const sheet = `${entryForm}?goal=G4&rows=comfortable`;
  await page.goto(sheet);
  const other = await anotherBrowser();
  await other.goto(sheet);
  await settled(other, "G4.1.2-b", cell(other, "G4.1.2-b"), "31");
  await cell(page, "G4.1.2-b").fill("32");
  await cell(page, "G4.1.2-b").press("Enter");
  await state(page, "G4.1.2-b", "Changed elsewhere");
  await page.route("**/api/reports/**/values", (request) => request.abort());
  await page.goto(check);
  const unsent = page.locator("#unsent");
  await expect(unsent).toContainText("G4.1.2-b: 32");
  await expect(unsent).toContainText("Choose in its row which of the two stays.");
  await expect(unsent).not.toContainText("as soon as the server answers");
});

test("without a script each leads to its own page and back to where it stood", async ({ anotherBrowser, signInAs }) => {
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await signInAs("focal.thailand", plain);
  await plain.goto(check);
  await plain.locator("#blanks").getByRole("link", { name: "Enter a value G1.1.1-a" }).click();
  await plain.locator('[id="total|number"]').fill("7");
  await plain.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plain.getByText("Saved.")).toBeVisible();
  await plain.getByRole("link", { name: "Back to the check" }).click();
  await expect(plain).toHaveURL(/\/check#G1\.1\.1-a$/);
  await expect(plain.locator('[id="G1.1.1-a"]').getByRole("cell").first()).toHaveText("7");
});

test("fields whose code is gone for good are had by another page, which is offered", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(check);
  const row = page.locator("#blanks").getByRole("listitem").first();
  const open = row.getByRole("button", { name: /^Enter a value/ });
  await expect(open).toBeEnabled();
  // As a newer build answers.
  await page.route("**/_next/static/chunks/**", (route) => route.fulfill({ status: 404 }));
  await open.click();
  await expect(row.getByText("What you typed stays.")).toBeVisible();
  const anew = row.getByRole("button", { name: "Load the page anew" });
  await expect(anew).toHaveCount(0);
  await row.getByRole("button", { name: "Try again" }).click();
  await expect(row.getByText("It couldn’t be fetched this time either.")).toBeVisible();
  await page.unroute("**/_next/static/chunks/**");
  await anew.click();
  await expect(anew).toHaveCount(0);
  await open.click();
  await expect(row.locator(".mend :focus")).toHaveCount(1);
});

test("on a phone the fields fit, in Thai too", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs("focal.thailand");
  await page.goto(check.replace("/en/", "/th/"));
  const row = page.locator('[id="do-G1.1.2-a"]');
  await row.getByRole("button", { name: "กรอกค่า G1.1.2-a" }).click();
  await expect(row.getByRole("textbox").first()).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(row).not.toContainText(/entryForm|values\./);
});
