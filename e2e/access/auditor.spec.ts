import { expect, test } from "../support/fixtures";
import { isReady, make } from "../support/publications";
import { signInByForm } from "../support/sign-in";
import { commands, guardedPages, indicator, publicationPages, publicationReads, report, reportReads } from "./routes";
import { actions, call, refusedAs, serverActions } from "./server-actions";

// An auditor reads everything exactly and changes nothing: no page offers it, and no command takes it.

/** Where something is only changed; a report's narrative is read with its review. */
const onlyChange = /\/(\[transition\]|import|narrative|releases|take-down|periods\/new|\[step\])$/;

test("an auditor begins at the reviews, and finds every value and nothing to decide @quick", async ({ page }) => {
  await signInByForm(page, "auditor");
  await expect(page).toHaveURL("/en/spaiv/review");
  const places = page.locator("header nav").getByRole("link");
  await expect(places).toHaveText(["Review", "Results", "Publications", "Manage"]);
  await expect(page.getByRole("button", { name: /^(Open|Close|Lock) 2/ })).toHaveCount(0);
  await page.goto(`/en/spaiv/review/${report}?tab=all&open=all`);
  const main = page.getByRole("main");
  await expect(main).toContainText(indicator);
  await expect(main.getByRole("radio")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Approve|Return|Save/ })).toHaveCount(0);
  await page.goto(`/en/spaiv/reports/${report}?goal=G4`);
  await expect(main).toContainText(indicator);
  await expect(main.locator(":is(input:enabled:not([readonly]), textarea:enabled):not(.sheet-tools *)")).toHaveCount(0);
  await page.goto("/en/spaiv/publications");
  await expect(page.getByRole("link", { name: "New publication" })).toHaveCount(0);
});

test("whatever an auditor sends is refused, and whatever there is to read is read @server", async ({
  page,
  signInAs,
  anotherBrowser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await signInAs("focal.cambodia");
  await page.goto("/en/spaiv/publications/new");
  await page.getByRole("radio", { name: "Internal, unsuppressed" }).check();
  const id = await make(page);
  await isReady(page);
  const theirs = await anotherBrowser();
  await signInAs("auditor", theirs);
  const status = async (path: string) => (await theirs.request.get(path)).status();
  for (const [route, paths] of Object.entries(guardedPages))
    for (const path of paths) expect(await status(path), path).toBe(onlyChange.test(route) ? 404 : 200);
  // Whom one may tell of a comment, and what can be linked, hears only who may add that; notes, and whom to tell of queries, are
  // for reviewers alone.
  for (const path of Object.values(reportReads))
    expect(await status(path), path).toBe(/\/(people|documents|review-notes)/.test(path) ? 404 : 200);
  expect(await status(publicationPages["/[locale]/[plan]/publications"]!)).toBe(200);
  expect(await status(publicationPages["/[locale]/[plan]/publications/new"]!)).toBe(404);
  for (const [route, pathsOf] of Object.entries(publicationReads))
    for (const path of pathsOf(id)) expect(await status(path), path).toBe(/delete|preview/.test(route) ? 404 : 200);
  for (const { method, path, data, multipart } of Object.values(commands).flat()) {
    const sent = { method, data, multipart: multipart as never, headers: { origin: baseURL! } };
    // Whoever reads a report is seen to be there for a minute, which changes nothing of it.
    const answer = path.endsWith("/presence") ? 200 : 403;
    expect((await theirs.request.fetch(path, sent)).status(), `${method} ${path}`).toBe(answer);
  }
  const idOf = new Map(serverActions().map((action) => [action.name, action.id]));
  // Nobody tells an auditor of a comment: of theirs none waits, so that nothing changes and nothing is refused.
  for (const [name, action] of Object.entries(actions).filter(([name]) => name !== "seeMentionAction")) {
    const answer = await call(theirs.request, baseURL!, idOf.get(name)!, action);
    expect(`${name}: ${refusedAs(answer)} ${answer.slice(0, 300)}`).toMatch(/: (notFound|notAllowed) /);
  }
});
