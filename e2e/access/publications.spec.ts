import { expect, test } from "../support/fixtures";
import { isReady, make } from "../support/publications";
import { publicationPages, publicationReads } from "./routes";
import { actions, call, refusedAs, serverActions } from "./server-actions";

// A publication is there for whoever may make one about its unit, and for nobody else: internal ones have exact values.

const strangers = ["focal.vietnam", "cso", "prosecution.thailand", "administrator"] as const;
const transitions = Object.keys(actions).filter((name) => name.includes("Publication"));

test("a publication about Cambodia is nothing for anybody but Cambodia and the secretariat @server", async ({
  page,
  browser,
  playwright,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const idOf = new Map(serverActions().map(({ name, id }) => [name, id]));
  await signInAs("focal.cambodia");
  await page.goto("/en/spaiv/publications/new");
  await page.getByRole("radio", { name: "Internal, unsuppressed" }).check();
  const id = await make(page);
  await isReady(page);
  const reads = Object.values(publicationReads).flatMap((addresses) => addresses(id));
  const fieldsOf = (name: string) => ({ ...actions[name]!, fields: { ...actions[name]!.fields, id: String(id) } });
  await page.reload();
  const before = await page.getByRole("main").textContent();

  for (const stranger of strangers) {
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await signInAs(stranger, theirs);
    for (const path of reads) expect((await theirs.request.get(path)).status(), `${stranger} opens ${path}`).toBe(404);
    for (const name of transitions) {
      const answer = await call(theirs.request, baseURL!, idOf.get(name)!, fieldsOf(name));
      expect(refusedAs(answer), `${stranger} calls ${name}: ${answer.slice(0, 300)}`).toBe("notFound");
    }
    for (const path of Object.values(publicationPages)) {
      const response = await theirs.request.get(path);
      expect(response.status(), `${stranger} opens ${path}`).toBe(stranger === "focal.vietnam" ? 200 : 404);
      expect(await response.text(), `${stranger} opens ${path}`).not.toContain("Country report: Cambodia");
    }
    const regional =
      "/api/publications/spaiv/preview?kind=regional&period=2016&sections=status&language=en&formats=pdf";
    expect((await theirs.request.get(`${regional}&view=internal`)).status(), stranger).toBe(404);
    await context.close();
  }

  const nobody = await playwright.request.newContext({ baseURL });
  for (const path of [...reads, ...Object.values(publicationPages)]) {
    const response = await nobody.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(path.startsWith("/api/") ? 401 : 307);
  }
  for (const name of transitions)
    expect(refusedAs(await call(nobody, baseURL!, idOf.get(name)!, fieldsOf(name))), name).toBe("signedOut");

  await page.reload();
  expect(await page.getByRole("main").textContent()).toBe(before);
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  for (const reader of [page, secretariat])
    for (const path of reads) expect((await reader.request.get(path)).status(), path).toBe(200);
  await secretariat.context().close();
});

test("what an address bar may hold is no fault of the server's", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  for (const path of [
    "/en/spaiv/publications/0",
    "/en/spaiv/publications/99999999999999999999",
    "/en/spaiv/publications/-1",
    "/en/nowhere/publications",
    "/api/publications/spaiv/1/files/exe",
    "/api/publications/spaiv/x/progress",
    "/api/publications/nowhere/1/files/pdf",
    "/api/publications/nowhere/preview?kind=regional&period=2016&sections=status&language=en&view=public&formats=pdf",
  ])
    expect((await page.request.get(path)).status(), path).toBe(404);
  for (const path of [
    "/en/spa%00iv/publications/new",
    "/en/spaiv/publications/%ff",
    "/api/publications/%ff/1/files/pdf",
  ])
    expect((await page.request.get(path)).status(), path).toBe(400);
  for (const query of ["page=999", "page=0", "page=x", "sort=__proto__", "find=%0A"])
    expect((await page.request.get(`/en/spaiv/publications?${query}`)).status(), query).toBe(200);
  for (const query of ["", "?kind=regional", "?kind=goal&goal=G9&period=2016&sections=goals&language=en&view=public"]) {
    expect((await page.request.get(`/api/publications/spaiv/preview${query}`)).status(), query).toBe(422);
    expect((await page.request.get(`/en/spaiv/publications/new${query}`)).status(), query).toBe(200);
  }
});
