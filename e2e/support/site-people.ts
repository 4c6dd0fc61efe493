import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

// Who comes to an empty installation, and steps that several of them take. Nobody of these names works anywhere.

export const administrator = { email: "arun@ministry.example", name: "Arun Somewhere" };
export const secretariat = { email: "sofia@secretariat.example", name: "Sofia Nowhere" };
export const contributor = { email: "chai@police.example", name: "Chai Anywhere" };
export const countries = [
  ["Cambodia", "km"],
  ["China", "zh"],
  ["Lao PDR", "lo"],
  ["Myanmar", "my"],
  ["Thailand", "en"],
  ["Viet Nam", "vi"],
].map(([name, language]) => ({
  name: name!,
  language: language!,
  organisation: `Task force of ${name} (made up)`,
  focalPoint: {
    email: `focal.${name!.toLowerCase().replace(" ", "")}@government.example`,
    name: `Officer of ${name} Madeup`,
  },
}));
export const thailand = countries.find(({ name }) => name === "Thailand")!.focalPoint;
export const report = "/en/spaiv/reports/THA/2019";

const row = (page: Page, code: string) => page.locator(`tr[id="${code}"]`);

export async function enter(page: Page, code: string, value: string) {
  const field = row(page, code).getByRole("textbox").first();
  await field.fill(value);
  await field.press("Enter");
  await expect(row(page, code).getByText(/^Saved/)).toBeVisible();
}

export async function manage(page: Page, place: string) {
  await page.goto("/en/spaiv/work");
  await page.getByRole("navigation").getByRole("link", { name: "Manage" }).click();
  await page.getByRole("main").getByRole("link", { name: place, exact: true }).click();
}

export const step = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

/** Invites one person, from the table of people; whoever has one role and place to give isn't asked for them. */
export async function invite(
  page: Page,
  { email, name }: { email: string; name: string },
  organisation: string,
  given?: { role: string; place: string },
) {
  await page.getByRole("link", { name: "Invite a person" }).click();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Organisation").selectOption({ label: organisation });
  if (given) {
    await page.getByLabel("Role").selectOption({ label: given.role });
    await page.getByLabel("Plan and country").selectOption({ label: given.place });
  }
  await page.getByRole("button", { name: "Invite" }).click();
}

/** What is chosen before the page's script has woken up narrows nothing: it is chosen until it does. */
export const chooseGoal = (page: Page, goal: string, shown: string) =>
  expect(async () => {
    await page.getByLabel("Goal").selectOption(goal);
    await expect(page.getByText(shown)).toBeVisible({ timeout: 1_000 });
  }).toPass();
