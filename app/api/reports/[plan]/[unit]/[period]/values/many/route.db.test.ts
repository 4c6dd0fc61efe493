import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "@/lib/server/auth/session";
import { encodeSession, sessionCookie } from "@/lib/server/auth/session-cookie";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { POST as saveOne } from "../route";
import { POST } from "./route";

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret that is long enough for tests alone";
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const own = { "sec-fetch-site": "same-origin" };
const cell = (cell: string, number: string, expectedRevision = 0, more = {}) => ({
  indicator: "G1.1-a",
  cell,
  expectedRevision,
  entered: { kind: "number", number },
  ...more,
});
async function cookieOf(who: keyof Reporting["actors"]) {
  const session = await startSession(database.prisma, plan.actors[who].id, new Date());
  return `${sessionCookie().name}=${await encodeSession(session)}`;
}
async function post(body: string, headers: Record<string, string>, handler = POST) {
  const request = new NextRequest("http://localhost:3000/api/reports/spaiv/THA/2016/values/many", {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    body,
  });
  const response = await handler(request, { params: Promise.resolve(plan.address("THA", "2016")) });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
const many = async (cells: unknown, who: keyof Reporting["actors"] = "thailand") =>
  post(JSON.stringify({ cells }), { ...own, cookie: await cookieOf(who) });

describe("saving many cells over HTTP", () => {
  it("answers each as a save by itself would be answered, in the same order", async () => {
    const stored = await many([cell("sex=male", "1,127"), cell("sex=female", "4")]);
    expect(stored).toMatchObject({
      status: 200,
      body: {
        answers: [
          { ok: true, revision: 1, isAnswered: true },
          { ok: true, revision: 1 },
        ],
      },
    });
    expect(stored.headers.get("cache-control")).toBe("private, no-store");
    const faults = [
      cell("sex=male", "5"),
      cell("sex=female", "3-4", 1),
      cell("sex=purple", "3"),
      cell("total", "1", 0, { indicator: "G9-z" }),
      cell("total", "9".repeat(201)),
      cell("total", "1", -1),
      cell("?", "1"),
      "nonsense",
      null,
      cell("total", "1", 0, { more: 1 }),
    ];
    const { status, body } = await many([...faults, cell("age=18+", "2")]);
    expect(status).toBe(200);
    expect(body.answers.map(({ status = 200 }) => status)).toEqual([409, 422, 422, 404, ...Array(6).fill(422), 200]);
    const cookie = await cookieOf("thailand");
    for (const [n, fault] of faults.entries()) {
      const alone = await post(JSON.stringify(fault), { ...own, cookie }, saveOne);
      expect(body.answers[n]).toEqual({ ok: false, status: alone.status, ...alone.body });
    }
  });

  it("refuses what are no cells, too many, one twice, and too much", async () => {
    const before = await database.prisma.valueRevision.count();
    const cookie = await cookieOf("thailand");
    const twice = JSON.stringify({ cells: [cell("total", "1"), cell("total", "2")] });
    for (const body of ["", "{", "[]", "null", '{"cells":[]}', '{"cells":{}}', '{"cells":[],"more":1}', twice])
      expect(await post(body, { ...own, cookie })).toMatchObject({
        status: 422,
        body: { refusal: { code: "invalid" } },
      });
    expect(await many(Array(2501).fill(null))).toMatchObject({ status: 422 });
    expect(await many(["x".repeat(4 * 1024 * 1024)])).toMatchObject({ status: 413 });
    const deep = `{"cells":${"[".repeat(60_000)}${"]".repeat(60_000)}}`;
    expect(await post(deep, { ...own, cookie })).toMatchObject({ status: 422 });
    expect(await database.prisma.valueRevision.count()).toBe(before);
  });

  it("is for who is signed in, and may, from this site's own pages", async () => {
    const before = await database.prisma.valueRevision.count();
    const body = JSON.stringify({ cells: [cell("total", "1")] });
    expect(await post(body, own)).toMatchObject({ status: 401 });
    for (const [who, status] of [
      ["cambodia", 404],
      ["cso", 404],
      ["administrator", 404],
      ["secretariat", 403],
      ["contributor", 403],
    ] as const) {
      const cookie = await cookieOf(who);
      expect(await post(body, { ...own, cookie })).toMatchObject({ status });
      // Nothing is said to strangers about what they send.
      expect(await post("nonsense", { ...own, cookie })).toMatchObject({ status: status === 404 ? 404 : 422 });
      expect((await many(["nonsense"], who)).status).toBe(status === 404 ? 404 : 200);
    }
    const cookie = await cookieOf("thailand");
    expect(await post(body, { "sec-fetch-site": "cross-site", cookie })).toMatchObject({ status: 403 });
    expect(await database.prisma.valueRevision.count()).toBe(before);
  });
});
