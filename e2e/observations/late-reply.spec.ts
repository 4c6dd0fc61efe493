import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { signInAt } from "../support/installation";
import { passOn, reply } from "../support/observe";
import { filledPlace, freePort, startServer } from "../support/server";
import { takeDown } from "../support/take-down";

// A government that lets its time pass is told of so in public, whoever slept over the moment; its late reply is added.

const laterClock = pathToFileURL(path.resolve(import.meta.dirname, "../support/later-clock.mjs"));
test.use({ actionTimeout: 20_000 });

const main = (page: Page) => page.getByRole("main");
const spelledOut = "Call the desk in Chiang Rai: zero eight one, double five, five oh one two.";
const saidAtLast = "The desk in Chiang Rai is closed at night.";

test("no reply by the due date is said after a restart, and a late one stands beside it until words are taken down", async ({
  browser,
}) => {
  test.setTimeout(400_000);
  test.skip(Boolean(process.env.SPAIV_TEST_DATABASE_URL), "the clock of a database on a server can't be set ahead");
  const place = await filledPlace();
  const env = { ...place.env, PORT: String(await freePort()) };
  let server = await startServer(env);
  const { address } = server;
  try {
    const author = await signedIn(browser, address, "cso");
    await author.goto(`${address}/en/spaiv/work/observations/new?unit=THA&period=2016&node=G5`);
    await author.getByRole("radio", { name: "Reports a gap" }).check();
    await author.getByRole("radio", { name: "Monitoring in the field" }).check();
    await author.getByRole("radio", { name: "Public", exact: true }).check();
    await author.getByRole("radio", { name: "Named to everybody" }).check();
    // A phone number is refused at once; written out in words, it takes somebody who reads.
    await author.getByLabel("What you observe").fill("Call the desk in Chiang Rai: 081 555 5012.");
    await author.getByRole("button", { name: "Submit" }).click();
    await expect(author.getByRole("alert", { name: "There is a problem" })).toContainText("phone number");
    await author.getByLabel("What you observe").fill(spelledOut);
    await author.getByRole("button", { name: "Submit" }).click();
    await expect(author.getByText("It is submitted.")).toBeVisible();
    const here = author.url().replace(/\?.*/, "");
    const number = (await author.getByRole("heading", { level: 1 }).textContent())!.replace(/\D/g, "");
    const inPublic = `${address}/en/spaiv/observations/${number}`;
    const reader = await (await browser.newContext()).newPage();
    const isPublic = async () => (await reader.goto(inPublic))?.status() === 200;

    const secretariat = await signedIn(browser, address, "secretariat");
    await secretariat.goto(here);
    await secretariat.getByText("Send it back …").click();
    await secretariat.getByRole("radio", { name: "Holds contact details" }).check();
    await secretariat.getByRole("button", { name: "Send back" }).click();
    await expect(secretariat.getByText("It is sent back to its author.")).toBeVisible();
    expect(await isPublic()).toBe(false);
    await author.goto(here);
    await expect(main(author)).toContainText("Sent back: Holds contact details or numbers of documents.");
    await author.getByLabel("What you observe").fill(saidAtLast);
    await author.getByRole("button", { name: "Submit" }).click();
    await expect(author.getByText("It is submitted.")).toBeVisible();
    await passOn(secretariat, here);
    // Asked, the country has its time, and nobody outside reads of it.
    expect(await isPublic()).toBe(false);
    await server.stop();

    // The server is off while the day passes.
    server = await startServer({ ...env, NODE_OPTIONS: `--import=${laterClock}`, LATER_BY_DAYS: "75" });
    await expect.poll(isPublic, { timeout: 120_000 }).toBe(true);
    await expect(main(reader)).toContainText(saidAtLast);
    await expect(main(reader)).toContainText(/No reply by \d+ \w+ \d{4}/);
    await expect(main(reader)).not.toContainText("zero eight one");
    await reader.goto(`${address}/en/spaiv/observations`);
    await expect(main(reader)).toContainText(saidAtLast);

    // What its author writes meanwhile, and drops, is nobody else's, and takes the late reply from nobody.
    const late = await signedIn(browser, address, "cso");
    await late.goto(here);
    await speakOnceMore(late, "On Mondays it isn't.");
    await late.getByText("Drop the second round …").click();
    await late.getByRole("button", { name: "Drop", exact: true }).click();
    await expect(late.getByText("The second round is dropped.")).toBeVisible();
    await expect(main(late)).not.toContainText("On Mondays");
    await expect(late.getByText("Close it …")).toBeVisible();
    await speakOnceMore(late, "On Sundays it isn't.");

    const thailand = await signedIn(browser, address, "focal.thailand");
    await thailand.goto(here);
    await expect(main(thailand)).not.toContainText("On Sundays");
    await reply(thailand, here, "It is open at night from this week on.");
    await expect.poll(() => textOf(reader, inPublic)).toContain("It is open at night from this week on.");
    await expect(main(reader)).toContainText(/Replied late on \d+ \w+ \d{4}, due \d+/);

    // A second round, with the reply before its author's eyes, and there is no third.
    await late.goto(here);
    await expect(main(late)).toContainText("It is open at night from this week on.");
    await late.getByRole("button", { name: "Submit" }).click();
    await expect(late.getByText("It is submitted.")).toBeVisible();
    const checks = await signedIn(browser, address, "secretariat");
    await passOn(checks, here);
    expect(await textOf(reader, inPublic)).not.toContain("On Sundays");
    await reply(thailand, here, "On Sundays as well, from May on.");
    await expect.poll(() => textOf(reader, inPublic)).toContain("On Sundays it isn't.");
    await late.goto(here);
    await expect(main(late)).toContainText("On Sundays as well");
    await expect(late.getByText("Speak once more …")).toHaveCount(0);
    await expect(late.getByText("Close it …")).toBeVisible();

    // A reply alone is taken down: what it answers stays.
    await checks.goto(here);
    await takeDown(checks, "reply-2-THA");
    await expect(checks.getByText("It is taken down.")).toBeVisible();
    await expect.poll(() => textOf(reader, inPublic)).not.toContain("On Sundays as well");
    await expect(main(reader)).toContainText("On Sundays it isn't.");
    await expect(main(reader)).toContainText("Taken down for safety. These words are no longer shown.");

    // Taken down, number and place are left of it.
    await checks.goto(here);
    await takeDown(checks);
    await expect(checks.getByText("It is taken down.")).toBeVisible();
    await expect.poll(() => textOf(reader, inPublic)).toContain("Withdrawn for safety");
    await expect(main(reader)).toContainText(`Observation ${number}: Thailand, 2016`);
    for (const gone of [inPublic, `${address}/en/spaiv/observations`]) {
      const text = await textOf(reader, gone);
      for (const words of [saidAtLast, "open at night from", "On Sundays"]) expect(text, gone).not.toContain(words);
    }
    for (const page of [late, thailand, checks]) {
      await page.goto(here);
      await expect(main(page)).not.toContainText("On Sundays");
    }
  } finally {
    await server.stop();
    await place.remove();
  }
});

async function signedIn(browser: Browser, address: string, account: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(20_000);
  await signInAt(page, address, `${account}@demo.spaiv.example`, demoPassword);
  return page;
}

async function speakOnceMore(page: Page, words: string) {
  await page.getByText("Speak once more …").click();
  await page.getByLabel("What you say").fill(words);
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await expect(page.getByText("Your words are kept as a draft.")).toBeVisible();
}

async function textOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return (await main(page).textContent()) ?? "";
}
