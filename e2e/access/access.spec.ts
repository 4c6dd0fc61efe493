import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mainWords } from "../support/main-words";
import { auditRoutes, managedActions, managedPages } from "./managing";
import {
  commands,
  guardedPages,
  openRoutes,
  ownPages,
  publicationPages,
  publicationReads,
  publicRoot,
  publicRoutes,
  report,
  reportReads,
  routesOfApp,
} from "./routes";
import { actions, call, openActions, refusedAs, serverActions } from "./server-actions";

// Whoever a report isn't theirs gets nothing: no page, no command, no server action. Not even that it exists.

const strangers = ["focal.vietnam", "cso", "prosecution.thailand", "administrator"] as const;
const everyGuarded = Object.values(guardedPages).flat();
const everyCommand = Object.values(commands).flat();

function send(
  request: APIRequestContext,
  origin: string,
  command: (typeof everyCommand)[number],
): Promise<APIResponse> {
  const { method, path, data, multipart } = command;
  return request.fetch(path, { method, data, multipart: multipart as never, headers: { origin } });
}

/** The whole report as the secretariat sees it: whoever changed anything of it would change this. */
async function wholeReport(page: Page): Promise<string> {
  // Once it is worked out what an approval would change, all of the page says so.
  const isWhole = async () => {
    const worked = () => expect(page.getByRole("complementary")).toContainText("The report is locked");
    await expect(worked).toPass({ timeout: 60_000 });
    await page.reload();
    await worked();
  };
  await page.goto(`/en/spaiv/review/${report}?tab=all&open=all`);
  await isWhole();
  const all = await mainWords(page);
  await page.goto(`/en/spaiv/review/${report}?tab=narrative`);
  await isWhole();
  return `${all} ${await mainWords(page)}`;
}

test("every route and every server action is in a list of who may use it @quick", () => {
  const known = [
    ...Object.keys(guardedPages),
    ...Object.keys(ownPages),
    ...Object.keys(commands),
    ...Object.keys(reportReads),
    ...Object.keys(publicationPages),
    ...Object.keys(publicationReads),
    ...Object.keys(managedPages),
    ...openRoutes,
    ...auditRoutes,
    ...Object.keys(publicRoutes).map((route) => publicRoot + route),
  ];
  // Some are read and written.
  expect(routesOfApp().sort()).toEqual([...new Set(known)].sort());
  const names = serverActions().map(({ name }) => name);
  expect(names.sort()).toEqual([...Object.keys(actions), ...Object.keys(managedActions), ...openActions].sort());
});

test("whose report it isn't gets nothing of it, whatever they open or send @server", async ({
  page,
  browser,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await signInAs("secretariat");
  const before = await wholeReport(page);
  const idOf = new Map(serverActions().map(({ name, id }) => [name, id]));
  for (const stranger of strangers) {
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await signInAs(stranger, theirs);
    for (const path of [...everyGuarded, ...Object.values(reportReads)]) {
      expect((await theirs.request.get(path)).status(), `${stranger} opens ${path}`).toBe(404);
    }
    for (const command of everyCommand) {
      const response = await send(theirs.request, baseURL!, command);
      expect(response.status(), `${stranger} sends ${command.method} ${command.path}`).toBe(404);
    }
    for (const [name, action] of Object.entries(actions)) {
      const answer = await call(theirs.request, baseURL!, idOf.get(name)!, action);
      expect(refusedAs(answer), `${stranger} calls ${name}: ${answer.slice(0, 300)}`).toMatch(
        /^(notFound|notAllowed|notAssigned)$/,
      );
    }
    for (const path of Object.values(ownPages)) {
      const response = await theirs.request.get(path);
      expect(await response.text(), `${stranger} opens ${path}`).not.toContain(`reports/${report}`);
    }
    await context.close();
  }
  expect(await wholeReport(page)).toBe(before);
});

test("whoever isn't signed in is led to sign in, and changes nothing @both @quick", async ({
  page,
  playwright,
  signInAs,
  baseURL,
}) => {
  await signInAs("secretariat");
  const before = await wholeReport(page);
  const nobody = await playwright.request.newContext({ baseURL });
  for (const path of [...everyGuarded, ...Object.values(ownPages)]) {
    const response = await nobody.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(response.headers().location, path).toContain("/en/sign-in?from=");
  }
  for (const command of everyCommand) {
    expect((await send(nobody, baseURL!, command)).status(), command.path).toBe(401);
  }
  for (const path of Object.values(reportReads)) expect((await nobody.get(path)).status(), path).toBe(401);
  for (const { name, id } of serverActions().filter(({ name }) => Object.hasOwn(actions, name))) {
    expect(refusedAs(await call(nobody, baseURL!, id, actions[name]!)), name).toBe("signedOut");
  }
  expect(await wholeReport(page)).toBe(before);
});

test("a contributor sees of their country's report only what they were given @both @quick", async ({
  page,
  signInAs,
  baseURL,
}) => {
  await signInAs("prosecution.thailand");
  const own = "/en/spaiv/reports/THA/2016";
  expect((await page.request.get(`${own}/indicators/G7.1-c`)).status()).toBe(200);
  expect((await page.request.get(`${own}/indicators/G5.1-a`)).status()).toBe(404);
  expect((await page.request.get("/en/spaiv/review/THA/2016")).status()).toBe(404);
  expect(await (await page.request.get(own)).text()).not.toContain("G5.1-a");
  expect(await (await page.request.get(`${own}/narrative`)).text()).not.toContain("Made-up text");
  const save = { indicator: "G5.1-a", cell: "total", expectedRevision: 0, entered: { kind: "number", number: "1" } };
  const response = await page.request.post("/api/reports/spaiv/THA/2016/values", {
    data: save,
    headers: { origin: baseURL! },
  });
  expect([403, 404]).toContain(response.status());
});

test("those whose report it is are not refused for who they are", async ({ browser, signInAs, baseURL }) => {
  test.setTimeout(180_000);
  const idOf = new Map(serverActions().map(({ name, id }) => [name, id]));
  for (const owner of ["focal.cambodia", "secretariat"]) {
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await signInAs(owner, theirs);
    const pages = everyGuarded.filter((path) => path.includes(owner === "secretariat" ? "/review" : "/reports/"));
    for (const path of pages) expect((await theirs.request.get(path)).status(), `${owner} opens ${path}`).toBe(200);
    const reads =
      owner === "secretariat"
        ? // What can be linked as evidence hears only who adds some.
          (path: string) => !path.includes("/documents")
        : (path: string) => /\/((history|people)\/|indicators|documents)/.test(path);
    for (const path of Object.values(reportReads))
      expect((await theirs.request.get(path)).status(), `${owner} reads ${path}`).toBe(reads(path) ? 200 : 404);
    for (const command of everyCommand) {
      if (owner === "secretariat" && !/\/review-(answers|notes)/.test(command.path)) continue;
      const response = await send(theirs.request, baseURL!, command);
      expect(response.status(), `${owner} sends ${command.method} ${command.path}`).not.toBe(404);
    }
    for (const [name, action] of Object.entries(actions).filter(([, action]) => action.owner === owner)) {
      const answer = await call(theirs.request, baseURL!, idOf.get(name)!, action);
      expect(answer.trim(), name).not.toBe("");
      expect(
        ["notFound", "notAllowed", "notAssigned", "signedOut", "invalid"],
        `${owner} calls ${name}: ${answer}`,
      ).not.toContain(refusedAs(answer));
    }
    await context.close();
  }
});

test("the internal address of public pages is nothing from outside @both", async ({ request, baseURL }) => {
  for (const path of [
    "/results/1/en/spaiv",
    "/results/2/en/spaiv/2016",
    "/results/2/en/spaiv/2016/csv",
    "/results/2/en/spaiv/indicators/G5.1-a/2016/csv",
    "/results/2/en/spaiv/indicators/G5.1-a/2016.txt",
    "/en/results/2/en/spaiv",
    "//results/2/en/spaiv",
    "/%72esults/2/en/spaiv",
    "/RESULTS/2/en/spaiv",
    "/en/%2e%2e/results/2/en/spaiv",
  ]) {
    const response = await request.get(baseURL + path, {
      headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    });
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).not.toContain("Detected");
  }
});
