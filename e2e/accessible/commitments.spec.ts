import { expect, test } from "../support/fixtures";
import { faultsOfAll } from "./faults";

test.use({ readsAlone: true });

// What is said to governments, and what they decide: every kind of page, read and worked with, with all its steps open.

const plan = "/en/spaiv";
const inPublic = [
  "observations",
  "observations/7",
  "observations/10",
  "civil-society",
  "civil-society/CSO-THA-2016",
  "youth-forum",
  "youth-forum/1",
  "meetings",
  "meetings/RTF-2018-02",
  "meetings/RTF-2018-02/presentation",
].map((page) => `${plan}/${page}`);

/** By account. The demonstration's forum is meeting 8, the draft of young people 18, the meeting with decisions 9. */
const atWork: Record<string, readonly string[]> = {
  cso: ["", "/observations", "/observations/4", "/observations/15", "/observations/new?unit=THA&period=2016"],
  "cso.thailand": ["/civil-society", "/civil-society/THA", "/civil-society/THA/2016"],
  youth: ["", "/youth", "/youth/18", "/youth/19", "/youth/forums/8", "/youth/new?forum=8"],
  "focal.thailand": ["/youth/20", "/civil-society/THA/2016", "/observations"],
  "delegate.thailand": [""],
  secretariat: [
    "",
    "/meetings",
    "/meetings/9",
    "/meetings/9/edit",
    "/meetings/9/agenda",
    "/meetings/9/decisions/new",
    "/meetings/9/follow-up",
    "/civil-society/THA",
    "/civil-society/THA/2016",
    "/youth/19",
  ],
};

test("pages that everybody reads", async ({ page, complaints }) => {
  test.setTimeout(300_000);
  expect(await faultsOfAll(page, inPublic, [1280])).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const [account, pages] of Object.entries(atWork))
  test(`pages of ${account}`, async ({ page, signInAs, complaints }) => {
    test.setTimeout(300_000);
    await signInAs(account);
    const paths = pages.map((path) => `${plan}/work${path}`);
    for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200);
    expect(await faultsOfAll(page, paths, [1280])).toEqual([]);
    expect(complaints).toEqual([]);
  });
