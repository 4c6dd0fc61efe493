import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// In a contrast theme the system's colours take the place of the product's: what is chosen must show by them.

const chosen = "[aria-current], [aria-pressed=true]";
const places = {
  "/en/spaiv/2016": [".nav li a", "nav.seg > a", "div.seg > button"],
  "/en/spaiv/indicators/G5.1-a/2016": [".nav li a", "nav.seg > a", "#countries div.seg > button"],
};

test("what is chosen stands out in a contrast theme", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const [path, kinds] of Object.entries(places)) {
    await page.goto(path);
    for (const kind of kinds) {
      const all = page.locator(kind);
      await expect(all.and(page.locator(chosen)), `${path} ${kind}`).toHaveCount(1);
      const looks = await all.evaluateAll((each, mark) => {
        const probe = document.body.appendChild(document.createElement("p"));
        probe.style.cssText = "background: Highlight; color: HighlightText; forced-color-adjust: none";
        const { backgroundColor: background, color } = getComputedStyle(probe);
        probe.remove();
        return each.map((one) => {
          const own = getComputedStyle(one);
          return [one.matches(mark), own.backgroundColor === background && own.color === color];
        });
      }, chosen);
      for (const [isChosen, isHighlit] of looks) expect(isHighlit, `${path} ${kind}`).toBe(isChosen);
    }
  }
});

test("the key of hatched bars has the bars' hatch in a contrast theme", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/en/spaiv/indicators/G1.1.2-a/2016");
  const key = page.locator(".keys li", { hasText: "Suppressed" }).locator("span");
  await expect(key).toHaveCSS("background-image", /gradient/);
});
