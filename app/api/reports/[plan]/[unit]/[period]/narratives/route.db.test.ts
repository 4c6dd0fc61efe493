import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "@/lib/server/auth/session";
import { encodeSession, sessionCookie } from "@/lib/server/auth/session-cookie";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
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

async function post(text: object, who: keyof Reporting["actors"]) {
  const session = await startSession(database.prisma, plan.actors[who].id, new Date());
  const request = new NextRequest("http://localhost:3000/api/reports/spaiv/THA/2016/narratives", {
    method: "POST",
    headers: {
      host: "localhost:3000",
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      cookie: `${sessionCookie().name}=${await encodeSession(session)}`,
    },
    body: JSON.stringify({ pillar: "P1", kind: "lessons", ...text }),
  });
  const response = await POST(request, { params: Promise.resolve(plan.address("THA", "2016")) });
  return { status: response.status, body: await response.json() };
}

describe("saving a text of the report narrative over HTTP", () => {
  it("answers once it is stored, and tells a later saver what is there", async () => {
    const first = await post({ text: "Mine ", rowVersion: "0" }, "thailand");
    expect(first).toMatchObject({ status: 200, body: { rowVersion: 1, was: expect.any(String) } });
    const second = await post({ text: "Theirs", isPublic: "on", rowVersion: "0" }, "thailand");
    expect(second).toMatchObject({
      status: 409,
      body: {
        refusal: { code: "changedMeanwhile" },
        present: { text: "Mine", isPublic: false, rowVersion: 1, was: first.body.was },
      },
    });
  });

  it("refuses what is no text, and is for who may", async () => {
    expect(await post({ rowVersion: "1" }, "thailand")).toMatchObject({ status: 422 });
    expect(await post({ text: "a".repeat(20_001), rowVersion: "1" }, "thailand")).toMatchObject({
      status: 422,
      body: { problems: [{ field: "text", key: "textTooLong" }] },
    });
    for (const [who, status] of [
      ["cambodia", 404],
      ["cso", 404],
      ["secretariat", 403],
      ["contributor", 403],
    ] as const)
      expect(await post({ text: "No", rowVersion: "1" }, who), who).toMatchObject({ status });
  });
});
