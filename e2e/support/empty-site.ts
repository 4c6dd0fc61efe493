import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { inDatabase } from "./database";
import { type Inbox, linkIn, openInbox } from "./inbox";
import { type Installation, layOut } from "./installation";
import { emptyPlace, freePort } from "./server";

export const password = "seven quiet rivers of March";

/** An installation without anybody in it, with a mail server, and a browser for each person who comes. */
export interface EmptySite {
  installed: Installation;
  inbox: Inbox;
  env: Record<string, string>;
  address: string;
  start(): Promise<void>;
  /** The page of somebody in a browser of their own. */
  pageOf(person: string): Promise<Page>;
  /** Opens the link in somebody's invitation and chooses a password, whatever the page's language. */
  accept(person: string): Promise<Page>;
  /** The server is stopped, and goes on when the next morning's mail is due. */
  nextMorning(): Promise<void>;
  /** What browsers complained about. */
  complaints: string[];
  remove(): Promise<void>;
}

const overnight = (table: "mail" | "job") =>
  `UPDATE ${table} SET due_at = least(due_at, now() AT TIME ZONE 'UTC') WHERE state = 'waiting'`;

export async function emptySite(browser: Browser): Promise<EmptySite> {
  const installed = await layOut();
  const place = installed.ofOrdinary(await emptyPlace());
  const inbox = await openInbox();
  const port = `${await freePort()}`;
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...place.env,
    ...inbox.env,
    PORT: port,
    NEXTAUTH_URL: address,
    SPAIV_DEMO: "0",
    NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
  };
  const pages = new Map<string, Page>();
  const complaints: string[] = [];
  let server: { stop(): Promise<void> } | null = null;
  const start = async () => {
    server = await installed.serve(env);
  };
  const pageOf = async (person: string) => {
    const present = pages.get(person);
    if (present) return present;
    const context = await browser.newContext({ baseURL: address });
    context.on("weberror", (error) => complaints.push(error.error().message));
    context.on("console", (message) => {
      // While the server is away, or says no, a test looks at what the page makes of it.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
        complaints.push(message.text());
    });
    const page = await context.newPage();
    pages.set(person, page);
    return page;
  };
  return {
    installed,
    inbox,
    env,
    address,
    complaints,
    start,
    pageOf,
    async accept(person) {
      const page = await pageOf(person);
      await page.goto(linkIn(await inbox.next(person, "/invitation/"), "invitation"));
      const secrets = page.locator('input[type="password"]');
      for (const nth of [0, 1]) await secrets.nth(nth).fill(password);
      await page.getByRole("main").locator('button[type="submit"]').click();
      await expect(page).toHaveURL(/\/(work|manage)$/);
      return page;
    },
    async nextMorning() {
      await server!.stop();
      await inDatabase(place, async ({ query }) => {
        await query(overnight("mail"));
        await query(overnight("job"));
      });
      installed.ofOrdinary(place);
      await start();
    },
    async remove() {
      for (const page of pages.values()) await page.context().close();
      await server?.stop();
      await inbox.close();
      await place.remove();
      installed.remove();
    },
  };
}
