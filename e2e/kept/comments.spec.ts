import type { Page } from "@playwright/test";
import { entryForm, hold } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { holdKept, keptNames } from "./kept-texts";

// A comment is kept in the browser exactly until the server has it.

const kept = async (page: Page) => (await keptNames(page)).filter((key) => key.includes("/comment G3")).length;

test("a comment that is stored while another row is looked at is kept no longer, and a newer one is", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable&indicator=G3.1-a`);
  const panel = page.getByRole("complementary", { name: /About/ });
  const comment = panel.getByLabel("Add a comment");
  const fieldOf = (code: string) => page.locator(`tr[id="${code}"]`).locator("[data-row]").first();
  let answer = () => {};
  const holdBack = async () => {
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/goal=G3/, async (route) => {
      if (route.request().method() === "POST") await until;
      await route.continue();
    });
  };
  await holdBack();
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await comment.fill("Made up: sent and left");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await fieldOf("G3.2.1-a").focus();
  await expect(panel).toContainText("G3.2.1-a,");
  // Back again before the answer: the words are there, and aren't sent twice.
  await fieldOf("G3.1-a").focus();
  await expect(comment).toHaveValue("Made up: sent and left");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await fieldOf("G3.2.1-a").focus();
  expect(await kept(page)).toBe(1);
  answer();
  await expect.poll(() => kept(page)).toBe(0);
  await fieldOf("G3.1-a").focus();
  await expect(panel.getByText("Made up: sent and left")).toHaveCount(1);
  await expect(comment).toHaveValue("");

  await page.unrouteAll();
  await holdBack();
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await comment.fill("Made up: the second");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await comment.fill("Made up: the third, meanwhile");
  answer();
  await expect(panel.getByText("Your comment was added.")).toBeVisible();
  await expect(comment).toHaveValue("Made up: the third, meanwhile");
  expect(await kept(page)).toBe(1);
});

test("a comment whose page was left before the answer came is known as stored", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable&indicator=G3.2.1-a`);
  const panel = page.getByRole("complementary", { name: /About/ });
  const comment = panel.getByLabel("Add a comment");
  await page.route(/goal=G3/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    // The server stores it, and its answer never comes.
    await route.fetch();
    return route.abort();
  });
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await comment.fill("Made up: nobody heard the answer");
  await panel.getByRole("button", { name: "Add comment" }).click();
  // The sheet stays, and nobody says that it wasn't saved.
  await expect(panel.getByRole("alert")).toContainText("it isn’t known whether this was saved");
  await expect(comment).toHaveValue("Made up: nobody heard the answer");
  await expect(page.locator('tr[id="G3.2.1-a"]')).toBeVisible();
  expect(await kept(page)).toBe(1);
  await page.goto(`${entryForm}/check`);
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await expect(page.getByText("in this browser only")).toHaveCount(0);
  await page.unrouteAll();
  await page.goto(`${entryForm}?goal=G3&rows=comfortable&indicator=G3.2.1-a`);
  await expect(panel.getByText("Made up: nobody heard the answer")).toHaveCount(1);
  await hold(page.locator('tr[id="G3.2.1-a"]').locator("[data-row]").first());
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await expect(comment).toHaveValue("");
  expect(await kept(page)).toBe(0);
});

test("a comment that is sent before it is known what the browser keeps says that it is being saved, and is", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const other = await context.newPage();
  await other.goto("/en/spaiv/reports");
  await other.evaluate(holdKept);
  await page.goto(`${entryForm}/indicators/G5.2-a`);
  await page.getByLabel("Add a comment").fill("Made up: the registers were joined.");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saving …" })).toBeVisible();
  await other.close();
  await expect(page.getByText("Your comment was added.")).toBeVisible();
});
