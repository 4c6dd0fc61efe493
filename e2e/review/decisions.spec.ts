import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible } from "../support/look";
import { submitReport } from "../support/submit-report";

// Decisions under harder circumstances: no script, a lost connection, one's own report, a closed period, two people at once.

const review = "/en/spaiv/review/KHM/2017";
const group = (page: Page, code: string) => page.getByRole("group", { name: `Decision on ${code}` });
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("answers are sent as a form, and nothing typed is lost @both", async ({ page, signInAs }) => {
    await signInAs("secretariat");
    await page.goto(`${review}?tab=warnings`);
    await group(page, "G4.1.2-a").getByRole("radio", { name: "Accept" }).check();
    await group(page, "G5.1.1-b").getByRole("radio", { name: "Query" }).check();
    await page.getByLabel("Query to Cambodia on G5.1.1-b").fill("All 102 in one year?");
    await group(page, "G8.1.2-a").getByRole("radio", { name: "Query" }).check();
    await page.getByRole("button", { name: "Save the decisions" }).click();
    // A query without words is told, at its place; the other decisions are stored.
    await expect(page.getByRole("link", { name: "Write what you want to say" })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: Cambodia, 2017 report/);
    await expect(page.getByLabel("Query to Cambodia on G5.1.1-b")).toHaveValue("All 102 in one year?");
    await expect(group(page, "G8.1.2-a").getByRole("radio", { name: "Query" })).toBeChecked();
    await page.getByLabel("Query to Cambodia on G8.1.2-a").fill("By video link only?");
    await page.getByRole("button", { name: "Save the decisions" }).click();
    await expect(page.getByText("Your decisions are saved.")).toBeVisible();
    await expect(page).toHaveTitle(/^Cambodia, 2017 report/);
    await expect(bar(page)).toContainText("1 accepted, 2 queries, 89 without a decision");

    // The decision about the report asks for confirmation on a page of its own.
    await bar(page).getByRole("button", { name: "Return with 2 queries" }).click();
    await expect(page).toHaveURL(`${review}/return`);
    await expect(page.getByText("By video link only?")).toBeVisible();
    const asked = page.getByRole("main").getByRole("link", { name: "G8.1.2-a" });
    await asked.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(asked).toBeFocused();
    expect(await cutOfRing(asked)).toBe(0);
    await page.getByRole("link", { name: "Cancel" }).click();
    await bar(page).getByRole("button", { name: "Approve report" }).click();
    await expect(page.getByText("2 indicators are queried.")).toBeVisible();
    for (const code of ["G5.1.1-b", "G8.1.2-a"]) {
      await page.goto(`${review}?tab=warnings`);
      await group(page, code).getByRole("radio", { name: "Accept" }).check();
      await page.getByRole("button", { name: "Save and leave" }).click();
      await expect(page).toHaveURL("/en/spaiv/review");
    }
    await page.goto(`${review}/return`);
    await page.getByRole("button", { name: "Return report" }).click();
    await expect(page.getByLabel("Why")).toHaveAccessibleDescription(/Error: Write why/);
    await expect(page).toHaveTitle(/^Error: Return the report to Cambodia\?/);
  });
});

/** How many pixels of the ring around what has the focus its scrolling box cuts off. */
const cutOfRing = (focused: Locator) =>
  focused.evaluate((element) => {
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(element);
    if (outlineStyle === "none") throw new Error("there is no ring");
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const [ring, box] = [element.getBoundingClientRect(), element.closest("ul")!.getBoundingClientRect()];
    const beyond = [box.left - ring.left, ring.right - box.right, box.top - ring.top, ring.bottom - box.bottom];
    return Math.max(0, ...beyond.map((by) => Math.round(by + reach)));
  });

test("a decision that couldn't be sent stays on the screen and is sent again", async ({ page, context, signInAs }) => {
  await signInAs("secretariat");
  await page.goto(`${review}?tab=warnings`);
  await context.setOffline(true);
  await group(page, "G5.1.1-b").getByRole("radio", { name: "Query" }).check();
  await page.getByLabel("Query to Cambodia on G5.1.1-b").fill("Fewer than before?");
  await expect(page.getByText("the server can’t be reached")).toBeVisible();
  await page.getByRole("button", { name: /^Return with/ }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // What holds the return up is said above its button, and leads to where it is.
  const held = bar(page).getByRole("alert");
  await expect(held).toContainText("The report isn’t returned yet. The server can’t be reached.");
  await expect(held.getByRole("link", { name: "The decision on G5.1.1-b isn’t saved" })).toBeFocused();
  await mustBeAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.locator('article[id="G5.1.1-b"]')).toBeFocused();
  await context.setOffline(false);
  await expect(page.locator('article[id="G5.1.1-b"]').getByText("Saved", { exact: true })).toBeVisible();
  await expect(held).toHaveCount(0);
  await page.getByRole("button", { name: "Take back on G5.1.1-b" }).click();
  await expect(page.locator('article[id="G5.1.1-b"]').getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(group(page, "G5.1.1-b").getByRole("radio", { checked: true })).toHaveCount(0);
});

test("decisions that a silent server didn't take are counted, and sent again by themselves", async ({
  page,
  signInAs,
}) => {
  const answers = "**/api/reports/**/review-answers";
  const codes = ["G1.2-a", "G1.3-a", "G3.1.1-a"];
  const item = (code: string) => page.locator(`article[id="${code}"]`);
  await page.clock.install();
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  await page.route(answers, (route) => route.abort());
  for (const code of codes) {
    await group(page, code).getByRole("radio", { name: "Accept" }).check();
    await expect(item(code)).toContainText("kept in this browser and sent again by itself");
  }
  await expect(bar(page)).toContainText("3 decisions aren’t saved");
  // One of them is taken back before the server answers.
  await page.getByRole("button", { name: `Take back on ${codes[0]}` }).click();
  // While it stays silent, one try is enough to know.
  const tried = page.waitForEvent("requestfailed");
  await page.clock.fastForward(60_000);
  await tried;
  await expect(bar(page)).toContainText("3 decisions aren’t saved");
  // The browser was online all the time, and hears nothing of the server's return.
  await page.unroute(answers);
  await page.clock.fastForward(60_000);
  for (const code of codes) await expect(item(code).getByText("Saved", { exact: true })).toBeVisible();
  await expect(bar(page)).not.toContainText("saved");
  for (const code of codes.slice(1)) {
    await page.getByRole("button", { name: `Take back on ${code}` }).click();
    await expect(item(code).getByText("Saved", { exact: true })).toBeVisible();
  }
});

test("the field for a query is in view as soon as it is chosen, and a mouse's choice leads into it", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${review}?tab=all`);
  const code = "G4.1.2-b";
  const asked = page.getByLabel(`Query to Cambodia on ${code}`);
  const radio = (name: string) => group(page, code).getByRole("radio", { name });
  /** The choices stand right above the bar, as where somebody has read down to them. */
  const readDown = () =>
    group(page, code).evaluate((choices) => {
      const bar = document.querySelector(".dock")!.getBoundingClientRect().top;
      window.scrollBy({ top: choices.getBoundingClientRect().bottom - bar + 4, behavior: "instant" });
    });
  const expectClear = async () =>
    expect
      .poll(async () => {
        const [field, floor] = [(await asked.boundingBox())!, (await bar(page).boundingBox())!];
        return field.y >= 0 && field.y + field.height <= floor.y;
      })
      .toBe(true);
  await radio("Accept").check();
  await expect(page.locator(`article[id="${code}"]`).getByText("Saved", { exact: true })).toBeVisible();
  await readDown();
  const { x, y, width, height } = (await group(page, code).getByText("Query", { exact: true }).boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(asked).toBeFocused();
  await expectClear();
  await page.keyboard.type("Made up: who counted?");
  await expect(asked).toHaveValue("Made up: who counted?");
  // Whoever goes through the choices by key goes on there.
  await radio("Query").focus();
  await page.keyboard.press("ArrowUp");
  await expect(radio("Accept")).toBeChecked();
  await readDown();
  await page.keyboard.press("ArrowDown");
  await expect(radio("Query")).toBeChecked();
  await expect(radio("Query")).toBeFocused();
  await expectClear();
  await page.getByRole("button", { name: `Take back on ${code}` }).click();
  await expect(asked).toBeHidden();
});

test("nobody decides about a report that they submitted @quick", async ({ page, baseURL, signInAs }) => {
  await signInAs("secretariat");
  const entered = { kind: "number", number: "", missingReason: "notCollected" };
  const entryForm = "/en/spaiv/reports/REGION/2017";
  await page.goto(entryForm);
  const codes = await page
    .locator('a[href*="/indicators/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const answers = await Promise.all(
    [...new Set(codes.map((href) => /G\d[\d.]*-[a-z]/.exec(href)?.[0]).filter((code) => code !== undefined))].map(
      (indicator) =>
        page.request.post(`/api/reports/spaiv/REGION/2017/values`, {
          data: { indicator, cell: "total", expectedRevision: 0, entered },
          headers: { origin: baseURL! },
        }),
    ),
  );
  expect(answers.some((answer) => answer.ok())).toBe(true);
  await submitReport(page, entryForm);
  await page.goto("/en/spaiv/review/REGION/2017");
  await expect(page.getByText("You submitted this report")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve report" })).toHaveCount(0);
  await page.goto("/en/spaiv/review/REGION/2017/approve");
  await expect(page.getByText("nobody decides about what they submitted themselves")).toBeVisible();
});

test("a locked period says so, and opens again, and keeps what is decided meanwhile", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  const reviewing = await page.context().newPage();
  await reviewing.clock.install();
  await reviewing.goto(`${review}?tab=all`);
  const item = reviewing.locator('article[id="G1.3-a"]');
  await expect(group(reviewing, "G1.3-a").getByRole("radio", { name: "Accept" })).toBeEnabled();
  await page.goto("/en/spaiv/review");
  const section = page.getByRole("region", { name: "2017", exact: true });
  await section.getByRole("link", { name: "Lock 2017" }).click();
  await expect(page.getByRole("main")).toContainText("Viet Nam can’t put its returned report right.");
  await page.getByRole("button", { name: "Lock 2017" }).click();
  await expect(page.getByText("2017 is locked now.")).toBeVisible();
  await page.goto(review);
  await expect(page.getByText("Nothing can be decided until the period is opened again.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve report" })).toHaveCount(0);
  await group(reviewing, "G1.3-a").getByRole("radio", { name: "Accept" }).check();
  await expect(item).toContainText("This reporting period is locked.");
  await expect(reviewing.getByText("changed this report meanwhile")).toHaveCount(0);
  await page.goto("/en/spaiv/review");
  await section.getByRole("link", { name: "Open 2017" }).click();
  await page.getByRole("button", { name: "Open 2017" }).click();
  await expect(page.getByText("2017 is open now.")).toBeVisible();
  await reviewing.clock.fastForward(60_000);
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await reviewing.getByRole("button", { name: "Take back on G1.3-a" }).click();
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
});

test("two decide at once: one wins, the other is told and loses nothing typed @both @quick", async ({
  page,
  browser,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const second = await (await browser.newContext()).newPage();
  const third = await (await browser.newContext()).newPage();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  await signInAs("secretariat.second", third);
  const approve = (who: Page) => who.getByRole("dialog").getByRole("button", { name: "Approve report" });
  for (const who of [page, second]) {
    await who.goto(`${review}?tab=warnings`);
    await who.getByRole("button", { name: "Approve report" }).click();
    await expect(approve(who)).toBeVisible();
  }
  await third.goto(`${review}?tab=warnings`);
  await third.getByRole("button", { name: "Return report" }).click();
  await third.getByLabel("Why").fill("Made up: I see it otherwise.");

  await Promise.all([approve(page).click(), approve(second).click()]);
  const won = (who: Page) => who.getByText("The report is approved, and its results are public");
  const lost = (who: Page) => who.getByText("This report has been approved. Only the secretariat can reopen it.");
  for (const who of [page, second]) await expect(won(who).or(lost(who))).toBeVisible({ timeout: 90_000 });
  expect(await Promise.all([page, second].map((who) => won(who).count()))).toEqual(expect.arrayContaining([0, 1]));
  expect(await Promise.all([page, second].map((who) => lost(who).count()))).toEqual(expect.arrayContaining([0, 1]));

  // Whoever comes later reads the same, and keeps the reason.
  await third.getByRole("dialog").getByRole("button", { name: "Return report" }).click();
  await expect(lost(third)).toBeVisible();
  await expect(third.getByLabel("Why")).toHaveValue("Made up: I see it otherwise.");
  await expect(third.getByRole("dialog").getByRole("button", { name: "Return report" })).toHaveCount(0);
  const how = third.getByRole("dialog").getByRole("link", { name: /See how the report stands now/ });
  await expect(how).toHaveAttribute("href", review);
  // So does an answer that comes too late.
  await third.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await group(third, "G8.1.2-a").getByRole("radio", { name: "Query" }).check();
  await third.getByLabel("Query to Cambodia on G8.1.2-a").fill("Too late?");
  await expect(third.getByText("The report was approved", { exact: true })).toBeVisible();
  // Nor does it seem as if it could still be returned.
  await expect(bar(third)).toContainText("Nothing can be decided here any more");
  await expect(bar(third)).toContainText("0 queries");
  await expect(bar(third).getByRole("button", { name: /^(Return|Approve)/ })).toHaveCount(0);
  await expect(third.getByLabel("Query to Cambodia on G8.1.2-a")).toHaveValue("Too late?");
});

test("nothing moves under the hand when the script arrives", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    if (isHeld) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    isHeld = true;
    await page.setViewportSize({ width, height });
    await page.goto(`${review}?tab=all`, { waitUntil: "commit" });
    await expect(bar(page)).toBeVisible();
    const choices = page.locator("fieldset.decide");
    const places = () =>
      choices.evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top + window.scrollY)));
    const before = await places();
    isHeld = false;
    for (const go of held.splice(0)) go();
    // It has drawn what only a script draws.
    await expect(page.locator(".own-note")).toHaveCount(before.length, { timeout: 60_000 });
    expect(await places()).toEqual(before);
  }
});
