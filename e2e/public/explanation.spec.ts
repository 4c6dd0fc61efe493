import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { heldScripts } from "../support/held-scripts";
import { mustFit } from "../support/look";

test.use({ readsAlone: true });

// From a status to how it was worked out, by pointer, finger and keyboard.

const region = "/en/spaiv/2016";
const heading = (page: Page) => page.getByRole("heading", { name: "How the status is worked out" });

/** The explanation of the unit that was chosen has the focus, and its heading stands in the window. */
async function isAtExplanation(page: Page, unit: string) {
  await expect(page.getByRole("region", { name: `${unit}, 2016` })).toBeFocused();
  await expect(heading(page)).toBeInViewport();
}

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])
  test(`at ${viewport.width} px whatever shows a status lands on its explanation`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(region);
    await page
      .getByRole("row", { name: /^G5\.1-a/ })
      .getByRole("cell")
      .nth(1)
      .getByRole("link")
      .click();
    await isAtExplanation(page, "China");

    await page.goto("/en/spaiv/countries/MMR/2016");
    await page.getByRole("table", { name: "Indicators of Myanmar, 2016" }).getByRole("link").first().click();
    await isAtExplanation(page, "Myanmar");

    const countries = page.locator("#countries");
    await countries.getByRole("button", { name: "Table" }).click();
    // The table scrolls inside itself, however wide it is.
    await mustFit(page);
    await countries.getByRole("rowheader", { name: "Viet Nam" }).getByRole("link").click();
    await isAtExplanation(page, "Viet Nam");
  });

test("the country and the breakdown that a reader chose stand in the address, and stay @quick", async ({ page }) => {
  const indicator = "/spaiv/indicators/G6.2-a";
  const ofCountry = page.locator(".panel .panel-switch select");
  const breakdown = page.locator("#breakdown").getByRole("group").getByRole("button");
  await page.goto(`/en${indicator}/2016`);
  await breakdown.first().click();
  await expect(page).toHaveURL(`/en${indicator}/2016`);
  await ofCountry.selectOption("VNM");
  await expect(page).toHaveURL(`/en${indicator}/2016?country=VNM`);
  await breakdown.last().click();
  await expect(page).toHaveURL(/\/2016\?country=VNM&breakdown=[a-z*%0-9A-F]+$/);
  const { search } = new URL(page.url());

  const isKept = async (address: string) => {
    await expect(page).toHaveURL(`${address}${search}`);
    await expect(ofCountry).toHaveValue("VNM");
    await expect(breakdown.last()).toHaveAttribute("aria-pressed", "true");
  };
  await page.reload();
  await isKept(`/en${indicator}/2016`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Countries" }).click();
  await page.goBack();
  await isKept(`/en${indicator}/2016`);
  const languages = page.locator("details.menu").filter({ hasText: "ไทย" });
  await languages.locator("summary").click();
  await languages.getByRole("link", { name: "ไทย" }).click();
  await isKept(`/th${indicator}/2016`);
  await page
    .getByRole("navigation", { name: "รอบการรายงาน" })
    .getByRole("link", { name: /2015|2558/ })
    .click();
  await expect(page).toHaveURL(`/th${indicator}/2015${search}`);
  await expect(ofCountry).toHaveValue("VNM");

  // The first choice is what the page shows without a word of it.
  await ofCountry.selectOption({ index: 0 });
  await expect(page).not.toHaveURL(/country=/);
});

test("while the page's script is on its way, nobody's status but the chosen one's shows", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const indicator = "/en/spaiv/indicators/G5.2-a/2016";
  const panel = page.locator(".panel");
  const choice = panel.getByRole("combobox");
  for (const [unit, name] of [
    ["LAO", "Lao PDR"],
    ["REGION", "Region"],
  ]) {
    const line = await heldScripts(page);
    await page.goto(`${indicator}?country=${unit}#explanation-${unit}`, { waitUntil: "commit" });
    await expect(panel.getByRole("heading", { name: `${name}, 2016` })).toBeInViewport();
    await expect(heading(page)).toBeInViewport();
    await expect(panel.getByRole("region")).toHaveCount(1);
    await expect(choice).toHaveCount(0);
    await line.open();
    await expect(choice).toHaveValue(unit!);
    await expect(panel.getByRole("region")).toHaveCount(1);
    await isAtExplanation(page, name!);
  }

  // On a reload it is the one that was chosen since.
  await choice.selectOption("VNM");
  await expect(page).toHaveURL(`${indicator}?country=VNM#explanation-VNM`);

  // So it is in another language, at the same place.
  await page.getByRole("banner").locator("summary", { hasText: "English" }).click();
  await page.getByRole("link", { name: "ไทย" }).click();
  await expect(page).toHaveURL(`${indicator.replace("/en/", "/th/")}?country=VNM#explanation-VNM`);
  await expect(panel.getByRole("region", { name: "เวียดนาม 2559" })).toBeInViewport();

  // An address of before leads there too, once the script has read it.
  const line = await heldScripts(page);
  await page.goto("about:blank");
  await page.goto(`${indicator}?country=LAO#explanation`, { waitUntil: "commit" });
  await expect(heading(page)).toBeInViewport();
  await expect(panel.getByRole("region")).toHaveCount(0);
  await line.open();
  await expect(panel.getByRole("region", { name: "Lao PDR, 2016" })).toBeVisible();
  await expect(heading(page)).toBeFocused();
});

test("without a script a country's row lands there as well", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/spaiv/countries/VNM/2016");
  await page.getByRole("table", { name: "Indicators of Viet Nam, 2016" }).first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\?country=VNM#explanation-VNM$/);
  await expect(page.getByRole("heading", { name: "Viet Nam, 2016" })).toBeInViewport();
  await context.close();
});

for (const width of [1280, 360])
  test(`at ${width} px nothing in an explanation is printed over anything else`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const unit of ["REGION", "KHM"]) {
      await page.goto(`/en/spaiv/indicators/G6.2-a/2016?country=${unit}`);
      // Until the page's script has read the address, the first place stands there.
      await expect(page.locator(".panel").getByRole("combobox")).toHaveValue(unit);
      const facts = page.locator(".panel .one:not(.off) .facts > div");
      await expect(facts.first()).toBeVisible();
      const overprinted = await facts.evaluateAll((rows) =>
        rows.flatMap((row) => {
          const [name, answer] = [...row.children].map((part) => {
            const text = document.createRange();
            text.selectNodeContents(part);
            return text.getBoundingClientRect();
          });
          return name!.right > answer!.left || name!.width < 40 ? [row.textContent] : [];
        }),
      );
      expect(overprinted, unit).toEqual([]);
    }
  });
