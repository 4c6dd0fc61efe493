import type { Page } from "@playwright/test";
import { expect, type test } from "./fixtures";

// The way of an observation from its form to what everybody reads, where a journey looks at something else.

type People = Pick<Parameters<Parameters<typeof test>[2]>[0], "signInAs" | "anotherBrowser">;

/** Answers all that the form of an observation asks, for everybody to read. */
export async function fillIn(page: Page, words: string) {
  await page.getByRole("radio", { name: "Adds context" }).check();
  await page.getByRole("radio", { name: "Monitoring in the field" }).check();
  await page.getByLabel("What you observe").fill(words);
  await page.getByRole("radio", { name: "Public", exact: true }).check();
  await page.getByRole("radio", { name: "Named to everybody" }).check();
}

/** Submits what is filled in. @returns the observation's address, and its number as pages write it */
export async function submitObservation(page: Page): Promise<{ here: string; number: string }> {
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("It is submitted.")).toBeVisible();
  const number = (await page.getByRole("heading", { level: 1 }).textContent())!.replace(/\D/g, "");
  return { here: page.url().replace(/\?.*/, ""), number };
}

export async function passOn(secretariat: Page, here: string) {
  await secretariat.goto(here);
  await secretariat.getByText("Pass it on …").click();
  await secretariat.getByRole("button", { name: "Pass on" }).click();
  await expect(secretariat.getByText("It is passed on.")).toBeVisible();
}

export async function reply(country: Page, here: string, words: string) {
  await country.goto(here);
  await country.getByRole("radio", { name: "Explains" }).check();
  await country.getByLabel("Your reply").fill(words);
  await country.getByRole("button", { name: "Send reply" }).click();
  await expect(country.getByText("The reply is sent.")).toBeVisible();
}

/** The secretariat passes it on, and the country replies. */
export async function untilReplied({ signInAs, anotherBrowser }: People, here: string, focalPoint: string) {
  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await passOn(secretariat, here);
  const country = await anotherBrowser();
  await signInAs(focalPoint, country);
  await reply(country, here, "It does since March.");
}
