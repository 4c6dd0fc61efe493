import { test as base, expect, type Page } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { filledPlace, type Running, startServer } from "./server";

interface Fixtures {
  /** Signs a demo account in: `focal.thailand`, `secretariat`. */
  signInAs(account: string, page?: Page): Promise<void>;
  /** What browsers complained about: policy violations, errors in scripts. Every journey must end without any. */
  complaints: string[];
}

interface FileFixtures {
  server: Running;
}

/** A test of the built product on a database of its own, shared by the tests of one file. */
export const test = base.extend<Fixtures, FileFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that this one needs from the pattern
    async ({}, use) => {
      const place = await filledPlace();
      const server = await startServer(place.env);
      await use(server);
      await server.stop();
      await place.remove();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  complaints: async ({ context }, use) => {
    const complaints: string[] = [];
    context.on("weberror", (error) => complaints.push(error.error().message));
    context.on("console", (message) => {
      if (message.type() === "error" && !/status of (4\d\d)/.test(message.text())) complaints.push(message.text());
    });
    await use(complaints);
  },
  signInAs: async ({ page: ownPage }, use) => {
    await use(async (account, page = ownPage) => {
      await page.goto("/en/sign-in");
      await page.getByLabel("Email").fill(`${account}@demo.spaiv.example`);
      await page.getByLabel("Password", { exact: true }).fill(demoPassword);
      await page.getByRole("button", { name: "Sign in" }).click();
      // It stands in a closed menu.
      await expect(page.getByRole("button", { name: "Sign out", includeHidden: true }).first()).toBeAttached();
    });
  },
});

export { expect };
