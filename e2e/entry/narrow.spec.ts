import type { Locator, Page } from "@playwright/test";
import { choice, entryForm, field, hold, row, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// Entering on a phone: the name of what is asked stays in view, and the bar leaves room for the sheet.

test.use({ viewport: { width: 360, height: 640 } });

const dock = (page: Page) => page.getByRole("region", { name: "Report progress" });

test("an open list covers neither the indicator's name nor the bar, wherever its field is", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const step = choice(page, "G5.3-a");
  const list = page.getByRole("listbox");
  const name = row(page, "G5.3-a").getByRole("rowheader");
  for (const share of [0.2, 0.5, 0.8, 1]) {
    await hold(step);
    await step.evaluate((field, share) => {
      const floor = document.querySelector(".dock")!.getBoundingClientRect().top - 8;
      const { top, height } = field.getBoundingClientRect();
      window.scrollBy({ top: top - share * (floor - height), behavior: "instant" });
    }, share);
    await page.keyboard.press("Enter");
    await expect(list).toBeVisible();
    await page.keyboard.press("End");
    const boxes = [name, step, list, dock(page)].map(async (each) => (await each.boundingBox())!);
    const [title, field, options, bar] = await Promise.all(boxes);
    expect(title!.y, `${share}`).toBeGreaterThanOrEqual(0);
    expect(options!.y, `${share}`).toBeGreaterThanOrEqual(field!.y + field!.height);
    expect(options!.y + options!.height, `${share}`).toBeLessThanOrEqual(bar!.y);
    const last = (await list.locator(".active").boundingBox())!;
    expect(last.y + last.height, `${share}`).toBeLessThanOrEqual(bar!.y);
    await page.keyboard.press("Escape");
  }
});

test("after a paste the bar keeps to a quarter of the screen, and its list has all that it says", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText(`many\t5\n${"9\n".repeat(30)}`));
  await hold(field(page, "G7.1-a"));
  await page.keyboard.press("Control+v");
  // There are more lines than rows of the goal.
  const question = page.getByRole("dialog", { name: "Which rows are these lines for?" });
  await question.getByRole("button", { name: /^Shown rows: \d+ values$/ }).click();
  await state(page, "G7.1-a", "Not saved");
  await state(page, "G7.1-b", /^Saved/);
  const toggle = dock(page).getByRole("button", { name: /\d errors? and \d+ lines? not pasted$/ });
  await expect(toggle).toBeVisible();
  expect((await dock(page).boundingBox())!.height).toBeLessThanOrEqual(160);
  const focused = (await field(page, "G7.1-a").boundingBox())!;
  expect(focused.y + focused.height).toBeLessThanOrEqual((await dock(page).boundingBox())!.y);
  await expect(dock(page).getByRole("link", { name: /errors?$/ })).toBeHidden();

  await toggle.focus();
  await page.keyboard.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await expect(dock(page).getByRole("link", { name: /errors?$/ })).toBeVisible();
  await expect(dock(page).getByRole("link", { name: /lines? not pasted/ })).toBeVisible();
  await expect(dock(page).getByRole("listitem").filter({ hasText: "Pasted by position" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(dock(page).getByRole("listitem").getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(toggle).toBeFocused();
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  // It goes when the hand goes back to the sheet.
  await page.keyboard.press("Enter");
  await hold(field(page, "G7.1-b"));
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
});

test("a keyboard on the screen leaves the field that has the focus in view, here and in a review", async ({
  page,
  signInAs,
}) => {
  const isAboveBar = async (what: Locator, name: string) => {
    const [one, bar] = [
      (await what.boundingBox())!,
      (await page.getByRole("region", { name, exact: true }).boundingBox())!,
    ];
    return one.y >= 0 && one.y + one.height <= bar.y;
  };
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const low = field(page, "G5.1.1-a");
  await hold(low);
  await low.evaluate((element) => {
    const floor = document.querySelector(".dock")!.getBoundingClientRect().top - 10;
    window.scrollBy({ top: element.getBoundingClientRect().bottom - floor, behavior: "instant" });
  });
  await page.setViewportSize({ width: 360, height: 380 });
  await expect.poll(() => isAboveBar(low, "Report progress")).toBe(true);

  await page.setViewportSize({ width: 360, height: 640 });
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017?tab=warnings");
  const decision = page.getByRole("group", { name: "Decision on G5.1.1-b" });
  await decision.getByRole("radio", { name: "Query" }).check();
  const query = page.getByLabel("Query to Cambodia on G5.1.1-b");
  await query.focus();
  await query.evaluate((element) => {
    const floor = document.querySelector(".dock")!.getBoundingClientRect().top - 10;
    window.scrollBy({ top: element.getBoundingClientRect().bottom - floor, behavior: "instant" });
  });
  await page.setViewportSize({ width: 360, height: 380 });
  await expect.poll(() => isAboveBar(query, "Decision on the report")).toBe(true);
});

test("a reason has a line of its own in the column of an earlier period, on a laptop too", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  for (const width of [1280, 1366]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
    const lines = await row(page, "G5.1-a")
      .locator("td.prev")
      .nth(1)
      .evaluate((cell) => {
        cell.setAttribute("class", "prev txt");
        cell.textContent = "Confidential";
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getClientRects().length;
      });
    expect(lines, `${width}`).toBe(1);
  }
});

test("the sheet's tools stand in one line, their menu by its button, and what is for paper fits the screen", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm.replace("2017", "2016"));
  const view = page.getByText("View", { exact: true });
  const button = (await view.boundingBox())!;
  const keys = (await page.getByRole("button", { name: "Keys of the sheet" }).boundingBox())!;
  expect([button.y, button.height]).toEqual([keys.y, keys.height]);
  await view.click();
  const menu = (await page.locator(".sheet-tools .table-columns > div").boundingBox())!;
  expect([menu.x, menu.y]).toEqual([button.x, button.y + button.height]);
  for (const paper of ["print", "print/blank"]) {
    await page.goto(`${entryForm.replace("2017", "2016")}/${paper}`);
    await mustFit(page);
  }
});
