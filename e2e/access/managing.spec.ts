import { expect, test } from "../support/fixtures";
import { managedActions, managedPages } from "./managing";
import { everyRole } from "./roles";
import { call, refusedAs, serverActions } from "./server-actions";

// Where an installation is run, every role is let in exactly where the lists say so.

test("each role opens the pages that are for it, and no others; nobody unknown opens any @server", async ({
  anotherBrowser,
  playwright,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(180_000);
  for (const account of everyRole) {
    const theirs = await anotherBrowser();
    await signInAs(account, theirs);
    for (const { path, who } of Object.values(managedPages))
      expect((await theirs.request.get(path)).status(), `${account} opens ${path}`).toBe(
        who.includes(account) ? 200 : 404,
      );
  }
  const nobody = await playwright.request.newContext({ baseURL });
  for (const { path } of Object.values(managedPages)) {
    const response = await nobody.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(response.headers().location, path).toContain("/en/sign-in?from=");
  }
});

test("each role calls the actions that are for it, and no others @server", async ({
  anotherBrowser,
  playwright,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const idOf = new Map(serverActions().map(({ name, id }) => [name, id]));
  for (const account of everyRole) {
    const theirs = await anotherBrowser();
    await signInAs(account, theirs);
    for (const [name, action] of Object.entries(managedActions)) {
      const answer = await call(theirs.request, baseURL!, idOf.get(name)!, action);
      const refused = refusedAs(answer);
      const what = `${account} calls ${name}: ${refused} ${answer.slice(0, 300)}`;
      if (action.who.includes(account)) {
        expect(answer.trim(), what).not.toBe("");
        expect(["notFound", "notAllowed", "signedOut", "invalid"], what).not.toContain(refused);
        // What somebody may not choose is a choice that there isn't.
      } else expect(["notFound", "notAllowed", "invalid"], what).toContain(refused);
    }
  }
  const nobody = await playwright.request.newContext({ baseURL });
  for (const [name, action] of Object.entries(managedActions))
    expect(refusedAs(await call(nobody, baseURL!, idOf.get(name)!, action)), name).toBe("signedOut");
});
