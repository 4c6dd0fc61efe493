import { expect, type Page, test } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { inDatabase } from "../support/database";
import { filledPlace, type Running, startServer } from "../support/server";

// What whoever runs the server reads of it, and what a person who met an error can tell them.

interface Line {
  level: string;
  time: string;
  msg: string;
  requestId?: string;
  typed?: string;
}
const linesOf = (server: Running) =>
  server
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);

const send = async (page: Page, email: string, password: string) => {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
};

test("an error is shown under the id by which the log has it, and the log names nobody @quick", async ({ page }) => {
  const place = await filledPlace();
  await inDatabase(place, ({ query }) => query("ALTER TABLE evidence RENAME TO gone"));
  const server = await startServer(place.env);

  await page.goto(`${server.address}/en/sign-in`);
  const typed = "nobody.at.all@ministry.example.org";
  await send(page, typed, "three words typed");
  await expect(page.getByText("don’t match")).toBeVisible();
  await send(page, "focal.thailand@demo.spaiv.example", demoPassword);
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/sign-in"));

  const answer = await page.goto(`${server.address}/en/spaiv/reports/THA/2016`);
  const id = answer!.headers()["x-request-id"]!;
  expect([answer!.status(), id]).toEqual([500, expect.stringMatching(/^[0-9a-f]{12}$/)]);
  await expect(page.getByText(`Reference for the secretariat: ${id}`)).toBeVisible();
  const about = linesOf(server).filter(({ requestId }) => requestId === id);
  expect(about).toMatchObject([{ level: "error", msg: "A request failed.", time: expect.stringMatching(/Z$/) }]);
  for (const personal of [typed, "three words typed", "focal.thailand", demoPassword, "127.0.0.1:"])
    expect(server.output().replaceAll(server.address, "")).not.toContain(personal);
  await server.stop();
  await place.remove();
});

test("another address than NEXTAUTH_URL is named in the log once, and to an administrator", async ({ page }) => {
  const place = await filledPlace();
  const server = await startServer({ ...place.env, NEXTAUTH_URL: "http://monitor.example.org" });
  const typed = new URL(server.address).host;
  const notice = page.getByText(`This page was opened at ${typed}, but the site works at http://monitor.example.org`);
  await page.goto(`${server.address}/en/sign-in`);
  await expect(notice).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to http://monitor.example.org" })).toBeVisible();

  const { csrfToken } = await (await page.request.get(`${server.address}/api/auth/csrf`)).json();
  for (const account of ["administrator", "cso"]) {
    const form = { csrfToken, email: `${account}@demo.spaiv.example`, password: demoPassword };
    await page.request.post(`${server.address}/api/auth/callback/credentials`, { form, maxRedirects: 0 });
    await page.goto(`${server.address}/en/account`);
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    await expect(notice).toBeVisible({ visible: account === "administrator" });
  }
  const told = linesOf(server).filter((line) => line.typed !== undefined);
  expect(told).toMatchObject([
    { level: "warn", typed, msg: expect.stringContaining("another address than NEXTAUTH_URL") },
  ]);
  await server.stop();
  await place.remove();
});
