import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible, mustFit } from "../support/look";

// A whole report reviewed by keyboard: what nothing speaks against in one act, the others one by one.

const review = "/en/spaiv/review/KHM/2017";
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });
const atOnce = (page: Page) => page.getByRole("region", { name: "Accept at once" });
const group = (page: Page, code: string) => page.getByRole("group", { name: `Decision on ${code}` });

/** Each key that is pressed and each text that is typed is an act. */
function counting(page: Page) {
  let acts = 0;
  return {
    acts: () => acts,
    press: async (key: string) => {
      acts++;
      await page.keyboard.press(key);
    },
    type: async (words: string) => {
      acts++;
      await page.keyboard.type(words);
    },
  };
}

test("92 indicators, of which 80 are clean, are reviewed by keyboard in 25 acts at most @both", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(review);
  const { press, type, acts } = counting(page);
  await expect(atOnce(page)).toContainText("12 more are left to look at: 7 with warnings; 5 without a value.");
  await mustBeAccessible(page);
  await press("Shift+A");
  await expect(atOnce(page)).toContainText("80 indicators were accepted at once by you");
  await expect(bar(page)).toContainText("80 accepted, 0 queries, 12 without a decision");
  const first = page.locator("article:focus");
  await expect(first).toHaveAccessibleDescription("No decision");
  await expect(first).toBeInViewport({ ratio: 0.99 });

  await press("q");
  await type("Made up: why is there no value, and when will there be one?");
  await press("Escape");
  await expect(bar(page)).toContainText("80 accepted, 1 query, 11 without a decision");
  for (let left = 10; left >= 0; left--) {
    await expect(page.locator("article:focus")).toHaveAccessibleDescription("No decision");
    await press("a");
    await expect(bar(page)).toContainText(`${91 - left} accepted, 1 query, ${left} without a decision`);
  }
  expect(acts()).toBeLessThanOrEqual(25);

  // What is said is stored, and undone act by act, the last first.
  await expect(page.getByText("Saving …")).toHaveCount(0);
  const asked = page.getByRole("textbox", { name: /^Query to Cambodia on/ });
  await asked.fill("Made up: something else");
  await asked.press("Escape");
  await press("u");
  await expect(asked).toHaveValue(/^Made up: why/);
  await expect(bar(page)).toContainText("91 accepted, 1 query, 0 without a decision");
  await press("u");
  await expect(bar(page)).toContainText("90 accepted, 1 query, 1 without a decision");
  await page.reload();
  await expect(bar(page)).toContainText("90 accepted, 1 query, 1 without a decision");
  // What was done before isn't known any more by what came last: a key takes nothing back of it.
  await page.locator("body").press("u");
  await atOnce(page).getByRole("button", { name: "Undo" }).click();
  await expect(bar(page)).toContainText("10 accepted, 1 query, 81 without a decision");
  await expect(group(page, "G1.1-a").getByRole("radio", { checked: true })).toHaveCount(0);
  await page.reload();
  await expect(bar(page)).toContainText("10 accepted, 1 query, 81 without a decision");
});

test("keys lead through the list, are listed under “?”, can be turned off, and let everybody type", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  const codeOf = () => page.evaluate(() => document.activeElement?.closest("article")?.id);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await codeOf()).toBe("G1.1.1-a");
  await page.keyboard.press("k");
  expect(await codeOf()).toBe("G1.1-a");
  await page.keyboard.press("q");
  const words = page.getByLabel("Query to Cambodia on G1.1-a");
  await expect(words).toBeFocused();
  await words.pressSequentially("quick ajax? uk");
  await expect(words).toHaveValue("quick ajax? uk");
  await page.keyboard.press("Escape");
  expect(await codeOf()).toBe("G1.1.1-a");
  await page.keyboard.press("k");
  await page.keyboard.press("q");
  await expect(words).toBeFocused();
  await page.keyboard.type(" More?");
  await expect(words).toHaveValue("quick ajax? uk More?");
  await page.keyboard.press("Escape");
  await expect(page.locator('article[id="G1.1-a"]').getByText("Saved", { exact: true })).toBeVisible();
  await page.keyboard.press("u");
  await expect(group(page, "G1.1-a").getByRole("radio", { checked: true })).toHaveCount(0);
  expect(await codeOf()).toBe("G1.1-a");

  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toContainText("Undo the last decision");
  await mustBeAccessible(page);
  await list.getByLabel("Single-letter keys are on").uncheck();
  await list.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("a");
  await page.reload();
  await expect(page.getByText("Single-letter keys are turned off.")).toBeVisible();
  await page.keyboard.press("j");
  expect(await codeOf()).toBeUndefined();
  await expect(group(page, "G1.1-a").getByRole("radio", { checked: true })).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
});

test("a key takes nothing back of what an earlier visit left", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  const item = page.locator('article[id="G1.1-a"]');
  const chosen = group(page, "G1.1-a").getByRole("radio", { checked: true });
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  const answers = "**/api/reports/**/review-answers";
  await page.route(answers, (route) => route.abort());
  await page.keyboard.press("u");
  await expect(item).toContainText("kept in this browser and sent again by itself");
  await page.reload();
  await expect(chosen).toHaveCount(0);
  await page.unroute(answers);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await page.locator("body").press("u");
  await page.keyboard.press("j");
  await expect(item).toBeFocused();
  await expect(chosen).toHaveCount(0);
});

test("a key decides about no indicator that is out of sight: the first press brings it back into view", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  await page.keyboard.press("j");
  const item = page.locator('article[id="G1.1-a"]');
  const accepted = group(page, "G1.1-a").getByRole("radio", { name: "Accept" });
  await expect(item).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(item).not.toBeInViewport();
  await page.keyboard.press("a");
  await expect(item).toBeInViewport();
  await expect(item).toBeFocused();
  await expect(accepted).not.toBeChecked();
  await page.keyboard.press("a");
  await expect(accepted).toBeChecked();
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await page.keyboard.press("u");
  await expect(accepted).not.toBeChecked();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything clean is accepted by a form, and taken back", async ({ page, signInAs }) => {
    await signInAs("secretariat");
    await page.goto(`${review}?tab=warnings`);
    await page.getByRole("button", { name: /^Accept \d+ other indicators at once/ }).click();
    await expect(atOnce(page)).toContainText("accepted at once by you");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(page.getByRole("button", { name: /^Accept \d+ other indicators at once/ })).toBeVisible();
  });
});
