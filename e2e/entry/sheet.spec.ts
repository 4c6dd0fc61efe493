import AxeBuilder from "@axe-core/playwright";
import { entryForm, field, hold, press, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { inOwnFonts, mustFit } from "../support/look";

// The whole report as one dense sheet: what is seen at once, found and folded away, and what is done in a row.

test("an old laptop shows at least fourteen indicators, each in one line, and when each was saved", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await inOwnFonts(page);
  await signInAs("focal.thailand");
  // An empty report, and one whose tools need the most space.
  for (const [language, period] of [
    ["th", "2017"],
    ["th", "2016"],
    ["en", "2017"],
    ["en", "2016"],
  ]) {
    const which = `${language} ${period}`;
    await page.goto(`/${language}/spaiv/reports/THA/${period}`);
    await hold(field(page, "G1.1.1-a"));
    await page.evaluate(() => document.fonts.ready);
    const seen = await page.locator("tbody.row > tr:first-child").evaluateAll((rows) => {
      const floor = document.querySelector(".dock")!.getBoundingClientRect().top;
      return rows
        .map((row) => row.getBoundingClientRect())
        .filter(({ top, bottom }) => top >= 0 && bottom <= floor)
        .map(({ height }) => Math.round(height));
    });
    expect(seen.length, which).toBeGreaterThanOrEqual(14);
    for (const height of seen) expect(height, which).toBeLessThanOrEqual(28);
    const cutOff = await page
      .locator(".state > [data-brief], .sheet-top > .kicker, .sheet-tools > .btn")
      .evaluateAll((all) =>
        all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
      );
    expect(cutOff, which).toEqual([]);
    // Of a placeholder no browser tells that it is cut off.
    const left = await page.locator(".sheet-tools .find").evaluate((find: HTMLInputElement) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(find);
      const drawn = Object.assign(document.createElement("canvas").getContext("2d")!, { font });
      const space = find.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return space - drawn.measureText(find.placeholder).width;
    });
    expect(left, which).toBeGreaterThanOrEqual(0);
    await mustFit(page);
  }
  const saved = row(page, "G1.2-a").locator(".state");
  await expect(saved.locator("[data-brief]")).toHaveAttribute("data-brief", "Saved Mar 2017");
  await expect(saved).toHaveAttribute("title", /^Saved 21 March 2017 at \d\d:\d\d UTC/);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
});

test("a narrower screen shows what an indicator is about, beside two earlier periods and its whole state", async ({
  page,
  signInAs,
}) => {
  await inOwnFonts(page);
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  await page.evaluate(() => document.fonts.ready);
  await expect(page.getByRole("columnheader", { name: /^201[56]$/ })).toHaveCount(2);
  /** The letters of each title that are seen, of those that aren't whole; each leaves room for the dots. */
  const seen = await page.locator("tbody.row > tr:first-child > th > .name").evaluateAll((names) =>
    names.flatMap((name) => {
      const title = [...name.childNodes].findLast(({ nodeType }) => nodeType === Node.TEXT_NODE)!;
      const range = document.createRange();
      const endOf = (letters: number) => {
        range.setStart(title, 0);
        range.setEnd(title, letters);
        return range.getBoundingClientRect().right;
      };
      const { length } = title.textContent!;
      const end = name.getBoundingClientRect().right;
      if (endOf(length) <= end) return [];
      let letters = length;
      while (letters > 0 && endOf(letters) > end - 12) letters--;
      return [letters];
    }),
  );
  expect(seen.length).toBeGreaterThan(20);
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(22);
  await mustFit(page);
});

test("with every tool and somebody else there, when a report is due is told in two lines at most", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await inOwnFonts(page);
  const other = await anotherBrowser();
  await signInAs("prosecution.thailand", other);
  await other.goto(entryForm.replace("2017", "2016"));
  await hold(field(other, "G7.1-a"));
  await signInAs("focal.thailand");
  for (const language of ["th", "en"]) {
    await page.goto(entryForm.replace("/en/", `/${language}/`).replace("2017", "2016?goal=G7"));
    await hold(field(page, "G7.1-a"));
    await expect(page.locator(".also-here")).toBeVisible({ timeout: 40_000 });
    await page.evaluate(() => document.fonts.ready);
    const lines = await page.locator(".sheet-top > .kicker").evaluate((due) => {
      const range = document.createRange();
      range.selectNodeContents(due);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines, language).toBeLessThanOrEqual(2);
    // Of whoever is in a row, the row says it in a few letters.
    const here = await row(page, "G7.1-a").locator(".here").boundingBox();
    expect(here!.width, language).toBeLessThan(48);
    await mustFit(page);
  }
});

for (const language of ["en", "th"])
  test(`on an old laptop every digit shows, entered or earlier (${language})`, async ({ page, signInAs }) => {
    await page.setViewportSize({ width: 1366, height: 650 });
    await inOwnFonts(page);
    await signInAs("focal.thailand");
    await page.goto(entryForm.replace("/en/", `/${language}/`).replace("2017", "2016?goal=G7"));
    await hold(field(page, "G7.2.3-a"));
    const [of, whole] = await row(page, "G7.2.3-a").getByRole("textbox").all();
    await of!.fill("51209123");
    await whole!.fill("152070456");
    await expect(row(page, "G7.2.3-a").locator(".quotient")).toContainText("33.7%");
    /** What a field or a column of the rows near the hand leaves out. */
    const cutOff = () =>
      page.locator("tbody.row > tr:first-child").evaluateAll((rows) =>
        rows.flatMap((row) => {
          const places = [...row.querySelectorAll<HTMLElement>("input[type=text], .prev:not(.txt)")];
          return places
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map((place) => `${row.id} ${place instanceof HTMLInputElement ? place.value : place.textContent}`);
        }),
      );
    expect(await cutOff()).toEqual([]);
    // The longest number that there is, beside its unit.
    await hold(field(page, "G7.1-a"));
    await field(page, "G7.1-a").fill("123456789012345678");
    expect(await cutOff()).toEqual([]);
    await page.keyboard.press("Escape");
    const heights = await page
      .locator('tr[id="G7.1-a"], tr[id="G7.1.1-a"], tr[id="G7.2-a"], tr[id="G7.3-a"]')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    for (const height of heights) expect(height).toBeLessThanOrEqual(28);

    // A dialog of the sheet is as wide as any other.
    await page.keyboard.press("Control+/");
    expect((await page.getByRole("dialog").boundingBox())!.width).toBeLessThanOrEqual(34 * 16);
  });

test("without a script the sheet offers none of what needs one", async ({ signInAs, anotherBrowser }) => {
  await signInAs("focal.thailand");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(entryForm);
  await expect(plain.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(plain.locator(".sheet-tools")).toBeHidden();
});

test("what is asked of the sheet before its script runs is asked", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/chunks/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(entryForm, { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Find a code or words" }).fill("budget");
  arrive();
  await expect(page).toHaveURL(/[?&]find=budget/);
  await expect(row(page, "G1.2-a")).toBeVisible();
  await expect(row(page, "G1.1-a")).toHaveCount(0);
});

test("what a person asks of the sheet stands in the address, over a reload and in Thai", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  await page.getByLabel("Find a code or words").fill("hotline");
  await expect(row(page, "G1.1.1-a")).toHaveCount(0);
  await expect(page.locator("tbody.row").first()).toContainText(/hotline/i);
  await page.getByLabel("Rows to show").selectOption({ index: 1 });
  await page.getByText("View", { exact: true }).click();
  await page.getByLabel("Who enters it").check();
  await page.getByLabel("Target", { exact: true }).uncheck();
  await expect(page).toHaveURL(/find=hotline&show=open&columns=earlier\.state\.who/);
  const codes = () => page.locator("tbody.row > tr:first-child").evaluateAll((rows) => rows.map(({ id }) => id));
  const before = await codes();
  await page.reload();
  expect(await codes()).toEqual(before);
  await expect(page.getByRole("columnheader", { name: "Who enters it" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /^Target/ })).toHaveCount(0);
  await page.goto(page.url().replace("/en/", "/th/"));
  // English words find a row whose title is Thai.
  expect(await codes()).toEqual(before);
});

test("goals fold, and the map of goals leads to rows that are folded or narrowed away", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1`);
  await hold(field(page, "G1.1.1-a"));
  await page.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G7/ }).click();
  await expect(page.getByRole("button", { name: /^G7 / })).toBeFocused();
  await expect(field(page, "G7.1-a")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(row(page, "G7.1-a")).toHaveCount(0);
  await expect(page).toHaveURL(/folded=G7/);
  await page.reload();
  await expect(page.getByRole("button", { name: /^G7 / })).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "G7.1-a")).toHaveCount(0);
  // What is looked for shows, be its goal folded or not.
  await page.getByLabel("Find a code or words").fill("G7.1-a");
  await expect(field(page, "G7.1-a")).toBeInViewport();
  await page.getByLabel("Find a code or words").fill("");
  await page.getByRole("button", { name: /^G7 / }).click();
  await page.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G7/ }).click();
  await expect(field(page, "G7.1-a")).toBeInViewport();
});

test("the row's menu has a key for each: a reason, the breakdown, a comment @quick", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7`);
  await settled(page, "G7.2.2-a", field(page, "G7.2.2-a"), "61");
  await hold(field(page, "G7.2.2-a"));
  await press(page, "Alt+r");
  await page.getByRole("option", { name: "Confidential" }).click();
  await state(page, "G7.2.2-a", /^Saved/);
  await press(page, "Control+z");
  await expect(field(page, "G7.2.2-a")).toHaveValue("61");
  await hold(field(page, "G7.1-a"));
  await press(page, "Alt+b");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toBeVisible();
  await press(page, "Alt+b");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toHaveCount(0);
  // From within it the hand goes back to the row, and what was typed is stored.
  await press(page, "Alt+b");
  const part = page
    .getByRole("grid", { name: /by sex × age/ })
    .getByRole("textbox")
    .first();
  await part.fill("3");
  await press(page, "Alt+b");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toHaveCount(0);
  await expect(field(page, "G7.1-a")).toBeFocused();
  await press(page, "Control+z");
  await expect(page.getByRole("status").filter({ hasText: "Undid: G7.1-a" })).toHaveCount(1);
  await press(page, "Alt+c");
  const comment = page.getByRole("complementary").getByLabel("Add a comment");
  await expect(comment).toBeFocused();
  await comment.fill("Made up: half a thought.");
  await press(page, "Escape");
  await expect(field(page, "G7.1-a")).toBeFocused();
  await expect(comment).toHaveValue("Made up: half a thought.");
  await row(page, "G7.1-a").hover();
  const menu = row(page, "G7.1-a").locator(".row-menu > summary");
  await menu.press("Enter");
  await row(page, "G7.1-a").getByRole("button", { name: "Open the breakdown" }).press("Enter");
  await expect(page.getByRole("grid", { name: /by sex × age/ })).toBeVisible();
  await expect(menu).toBeFocused();
  await menu.press("Enter");
  await row(page, "G7.1-a").getByRole("button", { name: "Add a comment" }).press("Enter");
  await expect(comment).toBeFocused();
});

test("a reason that was asked for and not given leaves the cell as it was, whatever is entered there", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  // A step, a number, a share, and yes or no.
  for (const code of ["G1.1-a", "G1.1.1-a", "G1.1.1-b", "G7.2.3-a"]) {
    await row(page, code).scrollIntoViewIfNeeded();
    const own = row(page, code).locator("[data-row]").first();
    const list = row(page, code).getByRole("combobox", { name: /^Why there is no value/ });
    await hold(own);
    await press(page, "Alt+r");
    await expect(list, code).toHaveAttribute("aria-expanded", "true");
    await press(page, "Escape");
    await expect(list, code).toHaveCount(0);
    await expect(own, code).toBeFocused();
    // Shut without a choice it is still only a question: leaving takes it back too.
    await press(page, "Alt+r", "Enter");
    await expect(own, code).not.toBeFocused();
    await expect(list, code).toHaveCount(0);
    await state(page, code, "Not answered");
  }
  await row(page, "G1.1.1-b").scrollIntoViewIfNeeded();
  const answer = row(page, "G1.1.1-b").getByRole("radio", { name: "No" });
  await hold(answer);
  await press(page, "n", "Alt+r", "Escape");
  await expect(answer).toBeFocused();
  await expect(answer).toBeChecked();
  // Where a reason stands, asking opens its list, and Esc leaves that reason.
  const reason = row(page, "G1.1.1-b").getByRole("combobox");
  await press(page, "Alt+r");
  await page.getByRole("option", { name: "Confidential" }).click();
  await expect(reason).toHaveText("Confidential");
  await press(page, "Alt+r", "Escape", "Alt+r");
  await expect(reason).toHaveAttribute("aria-expanded", "true");
  await press(page, "Escape", "Control+z");
  await expect(answer).toBeChecked();
});

test("the head and the names of rows stay in sight, however far the sheet is scrolled", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  /** Where what is seen at the corner of a place stands, beside that place; what lies over it would be seen instead. */
  const seenAt = (place: string, seen: string) =>
    page.evaluate(
      ([place, seen]) => {
        const box = place === "" ? null : document.querySelector(place!)!.getBoundingClientRect();
        const [x, y] = [box?.x ?? document.querySelector("table.e")!.getBoundingClientRect().x, box?.y ?? 0];
        const wanted = [...document.querySelectorAll(seen!)].filter((each) => {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return each === middle || each.contains(middle);
        });
        return wanted.map((each) => {
          const { left, top } = each.getBoundingClientRect();
          return [Math.round(left - x), Math.round(top - y)];
        });
      },
      [place, seen],
    );
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  await row(page, "G5.4-a").scrollIntoViewIfNeeded();
  await expect(row(page, "G1.1.1-a")).not.toBeInViewport();
  expect(await seenAt("", "table.e > thead th:first-child")).toEqual([[0, 0]]);

  // With all columns it scrolls inside itself, both ways.
  await page.goto(`${entryForm}?columns=before.earlier.target.limits.state.comment.who`);
  await hold(field(page, "G1.1.1-a"));
  const box = page.locator(".sheet-scroll");
  await box.evaluate((element) => element.scrollTo(element.scrollWidth, 700));
  await expect(page.getByRole("columnheader", { name: "Who enters it" })).toBeInViewport();
  expect(await box.evaluate(({ scrollLeft, scrollTop }) => scrollLeft > 100 && scrollTop > 600)).toBe(true);
  expect(await seenAt(".sheet-scroll", "table.e > thead th:first-child")).toEqual([[0, 0]]);
  const names = await seenAt(".sheet-scroll", "tbody.row > tr:first-child > th");
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names.map(([left]) => left))).toEqual(new Set([0]));
});

test("a row far away has its value as text, and its field as soon as a hand comes near", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  await expect(row(page, "G8.2-a")).toHaveCount(1);
  await expect(row(page, "G8.2-a").getByRole("textbox")).toHaveCount(0);
  await press(page, "Control+End");
  await expect(row(page, "G8.2.3-a").getByRole("radio").first()).toBeFocused();
  await expect(field(page, "G8.2-a")).toBeInViewport();
  await press(page, "Control+Home");
  await expect(page.locator("tbody.row").first().locator("[data-row]").first()).toBeFocused();
});

test("the panel is about the row where the hand rests, however fast it came there", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  const panel = page.locator("#about-indicator");
  await hold(field(page, "G1.1.1-a"));
  await expect(panel).toHaveAccessibleName(/G1\.1\.1-a/);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) await press(page, key);
  await expect(row(page, "G1.1.2-a").locator("[data-row]")).toBeFocused();
  await expect(panel).toHaveAccessibleName(/G1\.1\.2-a/);
});

test("no panel is made of a row that values are only typed into", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.clock.install();
  await page.goto(`${entryForm}?goal=G5`);
  const panel = page.locator("#about-indicator");
  await hold(field(page, "G5.1.1-a"));
  await expect(panel).toHaveAccessibleName(/G5\.1\.1-a/);
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const key of ["4", "Enter", "5", "Enter"]) {
    await page.keyboard.press(key);
    await page.clock.runFor(100);
  }
  await expect(field(page, "G5.1.2-a")).toBeFocused();
  await expect(panel).toHaveAccessibleName(/G5\.1\.1-a/);
  await page.clock.runFor(400);
  await expect(panel).toHaveAccessibleName(/G5\.1\.2-a/);
});
