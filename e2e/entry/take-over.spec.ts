import { entryForm, field, row } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

test("a focal point takes an indicator over, which its contributor then no longer has", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const theirs = await anotherBrowser();
  await signInAs("prosecution.thailand", theirs);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&indicator=G7.2.2-a`);
  const about = page.locator("#about-indicator");
  await expect(about.getByText("Contributor, Thailand", { exact: true })).toBeVisible();
  await about.getByText("Take it over", { exact: true }).click();
  await about.getByRole("button", { name: "Take over", exact: true }).click();
  await expect(about.getByText("Focal points alone.")).toBeVisible();
  await expect(field(page, "G7.2.2-a")).toBeEditable();
  await theirs.goto(entryForm);
  await expect(row(theirs, "G7.1-a")).toBeVisible();
  await expect(row(theirs, "G7.2.2-a")).toHaveCount(0);
});
