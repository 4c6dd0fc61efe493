import { expect, test } from "../support/fixtures";
import { mainWords } from "../support/main-words";

test.use({ readsAlone: true });

// Pages that no one has translated yet speak English, and count and decline as English does; their addresses stay in the
// reader's language.

const places = ["work", "reports", "review", "review/KHM/2017", "publications"];

test("a page says the same in English under every language that it isn't translated into", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  for (const place of places) {
    const said = async (locale: string) => {
      await page.goto(`/${locale}/spaiv/${place}`);
      // Once it is worked out what an approval would change, the page says so from the start.
      if (place.startsWith("review/")) {
        await expect(page.getByRole("complementary")).toContainText("The report is locked", { timeout: 60_000 });
        await page.reload();
      }
      return mainWords(page);
    };
    const english = await said("en");
    for (const locale of ["my", "vi"]) expect(await said(locale), `${locale} ${place}`).toBe(english);
  }
});

test("where there is nothing, the way on stays in the reader's language", async ({ page }) => {
  for (const address of ["/my/nothing", "/my/spaiv/2099"]) {
    await page.goto(address);
    await page.getByRole("link", { name: "Go to the regional overview" }).click();
    await expect(page).toHaveURL("/my/spaiv");
  }
});

test("a phone's bar has one line for the language and whoever is signed in", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs("administrator");
  for (const locale of ["en", "vi"]) {
    await page.goto(`/${locale}/account`);
    const bar = page.getByRole("banner");
    const name = bar.locator("summary", { hasText: "Administrator" });
    const [brand, account] = await Promise.all([bar.getByRole("link").first().boundingBox(), name.boundingBox()]);
    expect(account!.y, locale).toBe(brand!.y);
  }
});
