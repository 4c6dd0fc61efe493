import { entryForm, field, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// A page may be read before the server stores what the last one sent: the browser knows which of the two is newer.

const review = "/en/spaiv/review/KHM/2017";
const code = "G4.2.2-b";

for (const [what, more] of [
  ["a query that is stored while the next page is on its way stands on that page", ""],
  ["and so does what is written after it", " Who counted?"],
] as const)
  test(what, async ({ page, signInAs }) => {
    const item = page.locator(`article[id="${code}"]`);
    const asked = page.getByLabel(`Query to Cambodia on ${code}`);
    await signInAs("secretariat");
    await page.goto(`${review}?tab=all`);
    await item.getByRole("radio", { name: "Query" }).check();
    await Promise.all([page.waitForResponse("**/api/reports/**/review-answers"), asked.fill("Made up: one")]);

    // The next page is read before the words are stored, and arrives after them.
    let wasRead = () => {};
    const read = new Promise<void>((resolve) => {
      wasRead = resolve;
    });
    await page.route("**/review-answers", async (route) => {
      await read;
      await route.continue();
    });
    const answered = page.waitForResponse("**/review-answers");
    await page.route(`${review}?tab=all`, async (route) => {
      const older = await route.fetch();
      wasRead();
      await answered;
      await page.keyboard.type(more);
      await route.fulfill({ response: older });
    });
    await asked.fill("Made up: one, two.");
    // The hand stays where it writes.
    const all = page.getByRole("navigation", { name: "Indicators" }).getByRole("link", { name: /^All/ });
    await all.evaluate((link: HTMLAnchorElement) => link.click());
    await expect(asked).toHaveValue(`Made up: one, two.${more}`);
    await asked.pressSequentially(" Three.");
    await expect(item.getByText("Saved", { exact: true })).toBeVisible();
    await page.unrouteAll();
    await page.reload();
    await expect(asked).toHaveValue(`Made up: one, two.${more} Three.`);
  });

test("a query of which only the beginning reached the server goes on where it was left", async ({
  page,
  context,
  signInAs,
}) => {
  // One without words of the journeys before.
  const item = page.locator('article[id="G4.1.2-b"]');
  const asked = page.getByLabel("Query to Cambodia on G4.1.2-b");
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  await item.getByRole("radio", { name: "Query" }).check();
  // Whoever pauses does so behind a space.
  await asked.fill("Made up: which register, ");
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await asked.pressSequentially("and of which year?");
  await expect(item).toContainText("the server can’t be reached");
  await page.goto("about:blank");
  await context.setOffline(false);
  await page.goto(`${review}?tab=all`);
  await expect(asked).toHaveValue("Made up: which register, and of which year?");
  // Stored by this page, or already by the last one, which hears of the line as well.
  const stored = async () => (await page.request.get(`${review}?tab=all`)).text();
  await expect.poll(stored).toContain("which register, and of which year?");
  await expect(item.getByText("You had begun a query here")).toHaveCount(0);
});

test("a value that is stored while the next page is on its way stands on that page", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await expect(field(page, "G6.2-a")).toBeEnabled();
  let wasRead = () => {};
  const read = new Promise<void>((resolve) => {
    wasRead = resolve;
  });
  const answered = page.waitForResponse("**/values");
  await page.route("**/values", async (route) => {
    await read;
    await route.continue();
  });
  await page.route(`${entryForm}?goal=G6&rows=comfortable`, async (route) => {
    const older = await route.fetch();
    wasRead();
    await answered;
    await route.fulfill({ response: older });
  });
  await field(page, "G6.2-a").fill("17");
  await field(page, "G6.2-a").press("Enter");
  await page.reload();
  await expect(field(page, "G6.2-a")).toHaveValue("17");
  await state(page, "G6.2-a", /^Saved/);
  await expect(page.getByText("in another window")).toHaveCount(0);
});
