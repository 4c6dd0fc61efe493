import type { Page } from "@playwright/test";
import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// What somebody pastes without a space in it breaks where it stands; it widens neither its list nor the page.

const word = "averylongword".repeat(40);

async function fits(page: Page) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
}

test("a comment of one long word and two lines", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G7.1-a`);
  await page.getByLabel("Add a comment").fill(`${word}\nMade up: the second line`);
  await page.getByRole("button", { name: "Add comment" }).click();
  const comment = page.locator(".remarks").getByText("Made up: the second line");
  await expect(comment).toBeVisible();
  await expect(comment).toHaveCSS("white-space-collapse", "preserve-breaks");
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 740 });
  await page.goto(`${entryForm}?goal=G7&rows=comfortable&indicator=G7.1-a`);
  const panel = page.getByRole("complementary", { name: /About/ });
  await expect(panel.getByText("Made up: the second line")).toBeVisible();
  expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await fits(page);
});

test("the reason for a report's return", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017");
  await page.getByRole("button", { name: "Return report" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why").fill(word);
  await dialog.getByRole("button", { name: "Return report" }).click();
  await expect(page.locator(".decisions .why")).toHaveText(word);
  await fits(page);
});

const names = ["เมียนมา", "กัมพูชา", "เวียดนาม", "สปป.ลาว", "ไทย"];

test("a line of a Thai page ends within no country's name", async ({ page }) => {
  for (const path of ["countries/MMR/2016", "countries/THA/2016", "indicators/G1.1-a/2016"]) {
    await page.goto(`/th/spaiv/${path}`);
    for (const width of [1280, 420, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.getByRole("main").evaluate(namesOnTwoLines, names), `${path} at ${width}`).toEqual([]);
    }
  }
});

/** Names whose last letter stands lower than their first, with what goes before. */
function namesOnTwoLines(main: Element, names: string[]) {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const letters: { node: Node; at: number; letter: string }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [at, letter] of [...node.textContent!].entries()) {
      // A word joiner has no width.
      if (letter !== "\u2060") letters.push({ node, at, letter });
    }
  }
  const text = letters.map(({ letter }) => letter).join("");
  const topOf = (index: number) => {
    const { node, at } = letters[index]!;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().top;
  };
  return names.flatMap((name) =>
    [...text.matchAll(new RegExp(name, "g"))]
      .filter(({ index }) => Math.abs(topOf(index) - topOf(index + name.length - 1)) > 8)
      .map(({ index }) => text.slice(Math.max(0, index - 10), index + name.length)),
  );
}
