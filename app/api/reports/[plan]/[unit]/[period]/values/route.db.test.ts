import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { startSession } from "@/lib/server/auth/session";
import { encodeSession, sessionCookie } from "@/lib/server/auth/session-cookie";
import { signOut } from "@/lib/server/commands/sign-out";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { POST } from "./route";

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret that is long enough for tests alone";
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

async function cookieOf(userId: number) {
  const session = await startSession(database.prisma, userId, new Date());
  return { session, cookie: `${sessionCookie().name}=${await encodeSession(session)}` };
}
const save = (number: string, expectedRevision = 0, more = {}) =>
  JSON.stringify({
    indicator: "G1.1-a",
    cell: "total",
    expectedRevision,
    entered: { kind: "number", number },
    ...more,
  });
async function post(body: string, headers: Record<string, string>, unit = "THA", period = "2016") {
  const request = new NextRequest(`http://localhost:3000/api/reports/spaiv/${unit}/${period}/values`, {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    body,
  });
  const response = await POST(request, { params: Promise.resolve(plan.address(unit, period)) });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
const own = { "sec-fetch-site": "same-origin" };

describe("saving a cell over HTTP", () => {
  it("is refused from a page that was made for another person, who is told who is signed in", async () => {
    const { cookie } = await cookieOf(plan.actors.thailand.id);
    const before = await database.prisma.valueRevision.count();
    const refused = await post(save("8"), { ...own, cookie, ...madeFor(plan.actors.secretariat.id) });
    expect(refused).toMatchObject({
      status: 409,
      body: { refusal: { code: "otherPerson", args: { name: plan.actors.thailand.name } } },
    });
    expect(await database.prisma.valueRevision.count()).toBe(before);
    const theirs = { ...own, cookie, ...madeFor(plan.actors.thailand.id) };
    expect(await post(save("8", 99), theirs)).toMatchObject({ body: { refusal: { code: "changedMeanwhile" } } });
  });

  it("answers once it is stored, and tells a later saver what is there", async () => {
    const { cookie } = await cookieOf(plan.actors.thailand.id);
    const first = await post(save("1,127"), { ...own, cookie });
    expect(first).toMatchObject({ status: 200, body: { revision: 1, warnings: [], isAnswered: true } });
    expect(first.headers.get("cache-control")).toBe("private, no-store");
    const second = await post(save("1200"), { ...own, cookie });
    expect(second).toMatchObject({
      status: 409,
      body: {
        refusal: { code: "changedMeanwhile" },
        present: { revision: 1, value: { kind: "number", number: "1127" }, savedAt: first.body.savedAt },
      },
    });
  });

  it("refuses fields, cells and bodies that can't be", async () => {
    const { cookie } = await cookieOf(plan.actors.thailand.id);
    const headers = { ...own, cookie };
    expect(await post(save("3-4", 1), headers)).toMatchObject({
      status: 422,
      body: { refusal: { code: "invalid" }, problems: [{ field: "number", key: "valueNotNumber" }] },
    });
    expect(await post(save("3", 0, { cell: "sex=purple" }), headers)).toMatchObject({
      status: 422,
      body: { refusal: { code: "cellNotAdmitted" } },
    });
    for (const body of ["", "null", "{", "[]", save("3", -1), save("3", 0, { more: 1 }), save("3", 0, { cell: "?" })])
      expect(await post(body, headers)).toMatchObject({ status: 422, body: { refusal: { code: "invalid" } } });
    expect(await post(save("9".repeat(200_000)), headers)).toMatchObject({ status: 413 });
  });

  it("is for who is signed in, and may", async () => {
    expect(await post(save("1"), own)).toMatchObject({ status: 401, body: { refusal: { code: "signedOut" } } });
    const over = await cookieOf(plan.actors.thailand.id);
    await signOut(over.session.id, new Date());
    expect(await post(save("1"), { ...own, cookie: over.cookie })).toMatchObject({ status: 401 });
    const forged = `${sessionCookie().name}=x.y.z`;
    expect(await post(save("1"), { ...own, cookie: forged })).toMatchObject({ status: 401 });
    for (const [name, status] of [
      ["cambodia", 404],
      ["cso", 404],
      ["administrator", 404],
      ["secretariat", 403],
      ["contributor", 403],
    ] as const) {
      const { cookie } = await cookieOf(plan.actors[name].id);
      expect(await post(save("1"), { ...own, cookie })).toMatchObject({ status });
      // Nothing is said to strangers about what they send.
      expect(await post("nonsense", { ...own, cookie })).toMatchObject({ status: status === 404 ? 404 : 422 });
    }
  });

  it("is locked with its period", async () => {
    const { cookie } = await cookieOf(plan.actors.thailand.id);
    await database.prisma.reportingPeriod.update({ where: { id: plan.periodIds["2015"]! }, data: { state: "locked" } });
    expect(await post(save("1"), { ...own, cookie }, "THA", "2015")).toMatchObject({
      status: 423,
      body: { refusal: { code: "locked", args: { lock: "periodLocked" } } },
    });
  });

  it("comes from this site's own pages alone", async () => {
    const { cookie } = await cookieOf(plan.actors.thailand.id);
    const before = await auditOf(database.prisma, plan);
    const strangers: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "https://evil.example" },
      { origin: "null" },
      {},
    ];
    for (const headers of strangers)
      expect(await post(save("7", 1), { ...headers, cookie })).toMatchObject({ status: 403 });
    expect(await auditOf(database.prisma, plan)).toEqual(before);
    expect(await post(save("7", 1), { origin: "http://localhost:3000", cookie })).toMatchObject({ status: 200 });
  });
});
