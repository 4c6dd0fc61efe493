import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { onlyReads } from "./only-reads";
import { filledPlace, type Place, type Running, startServer } from "./server";
import { signInByRequest } from "./sign-in";

interface Fixtures {
  server: Running;
  /** Gives a demo account's session, `focal.thailand` or `secretariat`, to a browser whose page stays where it is. */
  signInAs(account: string, page?: Page): Promise<void>;
  /** A page in another browser of the person who is signed in, with nothing of what the first browser keeps. */
  anotherBrowser(
    options?: Pick<BrowserContextOptions, "javaScriptEnabled" | "viewport" | "colorScheme">,
  ): Promise<Page>;
  /** What browsers complained about, in every context of the test: policy violations, errors in scripts. None may be left. */
  complaints: string[];
}

interface ForFiles {
  files: string;
  place: Place;
  server: Running;
}

interface WorkerFixtures {
  /** A server and database for each file, one after another: a worker goes through several files. */
  serverOf(file: string): Promise<Running>;
  /**
   * Whether the tests of a file only read, which its server's database then holds them to: such files share it, for each
   * finds it as it was.
   */
  readsAlone: boolean;
  /** Of the servers of a file that asks for it. */
  serverEnv: Record<string, string>;
}

/** A refusal, a line that is down or a server that is away, which the browser notes: tests look at what the page makes of it. */
const isAnswer = /^Failed to load resource: (net::ERR_|the server responded with a status of (4\d\d|503))/;

/** A test of the built product on a database of its own, shared by the tests of one file, or of all files that only read. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  readsAlone: [false, { scope: "worker", option: true }],
  serverEnv: [{}, { scope: "worker", option: true }],
  serverOf: [
    async ({ serverEnv, readsAlone }, use) => {
      let present: ForFiles | null = null;
      const end = async () => {
        await present?.server.stop();
        await present?.place.remove();
      };
      await use(async (file) => {
        const files = readsAlone ? "all that only read" : file;
        if (present?.files === files) return present.server;
        await end();
        const place = await filledPlace();
        if (readsAlone) await onlyReads(place);
        present = { files, place, server: await startServer({ ...place.env, ...serverEnv }) };
        return present.server;
      });
      await end();
    },
    { scope: "worker" },
  ],
  server: async ({ serverOf }, use, { file }) => use(await serverOf(file)),
  baseURL: async ({ server }, use) => use(server.address),
  complaints: [
    async ({ browser }, use) => {
      const complaints: string[] = [];
      const newContext = browser.newContext;
      browser.newContext = async (options) => {
        const context = await newContext.call(browser, options);
        context.on("weberror", (error) => complaints.push(error.error().message));
        context.on("console", (message) => {
          if (message.type() === "error" && !isAnswer.test(message.text())) complaints.push(message.text());
        });
        return context;
      };
      await use(complaints);
      browser.newContext = newContext;
      expect(complaints, "what browsers complained about").toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ page: ownPage }, use) => {
    await use((account, page = ownPage) => signInByRequest(page, account));
  },
  anotherBrowser: async ({ browser, context, baseURL }, use) => {
    await use(async (options) => {
      const { cookies } = await context.storageState();
      const other = await browser.newContext({ baseURL, storageState: { cookies, origins: [] }, ...options });
      return other.newPage();
    });
  },
});

/** A small telephone in the dark that runs no scripts. */
export const plainPhone = {
  javaScriptEnabled: false,
  viewport: { width: 360, height: 780 },
  colorScheme: "dark" as const,
};

export { expect };
