import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maximumBytes } from "@/lib/exchange/import/decode-text";
import { startSession } from "@/lib/server/auth/session";
import { encodeSession, sessionCookie } from "@/lib/server/auth/session-cookie";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { previewOfKept } from "@/lib/server/queries/publications/preview-of-kept";
import type { ImportView } from "@/lib/views/import-view";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { POST, PUT } from "./route";

let database: Database;
let plan: Reporting;
let cookie: string;
const data = mkdtempSync(path.join(tmpdir(), "spaiv-files-"));
beforeAll(async () => {
  process.env.SPAIV_DATA_DIR = data;
  process.env.NEXTAUTH_SECRET ??= "a secret that is long enough for tests alone";
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const session = await startSession(database.prisma, plan.actors.thailand.id, new Date());
  cookie = `${sessionCookie().name}=${await encodeSession(session)}`;
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

async function send(method: "POST" | "PUT", body: BodyInit, headers: Record<string, string> = {}, unit = "THA") {
  const request = new NextRequest(`http://localhost:3000/api/reports/spaiv/${unit}/2016/import`, {
    method,
    headers: { "sec-fetch-site": "same-origin", cookie, ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: "half" as const }),
  });
  const route = method === "POST" ? POST : PUT;
  const response = await route(request, { params: Promise.resolve(plan.address(unit, "2016")) });
  return { status: response.status, body: await response.json() };
}
const form = (content: string | Uint8Array<ArrayBuffer>) => {
  const form = new FormData();
  form.set("file", new File([content], "my glotip.csv"));
  return form;
};
const csv = [
  "Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE",
  "THA,Thailand,Detected trafficking victims,Total,Total,Total,Total,2016,850",
].join("\n");

describe("importing over HTTP", () => {
  it("previews an uploaded file, then imports it without bringing it again", async () => {
    const preview = await send("POST", form(csv));
    expect(preview).toMatchObject({ status: 200, body: { fileName: "my glotip.csv", counts: { imported: 1 } } });
    const { sha256, fileName } = preview.body as ImportView;
    const request = JSON.stringify({ sha256, fileName, resolution: { answers: [] } });
    expect(await send("PUT", request)).toEqual({ status: 200, body: { imported: 1, had: 0 } });
    expect(await send("PUT", request)).toEqual({ status: 200, body: { imported: 0, had: 0 } });
  });

  it("tells meanwhile how far it is, to whoever asks to be told", async () => {
    const told = async (content: string) => {
      const request = new NextRequest("http://localhost:3000/api/reports/spaiv/THA/2016/import", {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin", cookie, accept: "application/x-ndjson" },
        body: form(content),
      });
      const response = await POST(request, { params: Promise.resolve(plan.address("THA", "2016")) });
      expect(response.headers.get("cache-control")).toBe("private, no-store, no-transform");
      const lines = (await response.text()).trimEnd().split("\n");
      return lines.map((line) => JSON.parse(line));
    };
    expect((await told(csv)).at(-1)).toMatchObject({ status: 200, body: { fileName: "my glotip.csv" } });
    expect(await told("a,b\n1,2")).toMatchObject([{ status: 422, body: { file: { code: "unknownFormat" } } }]);
  });

  it("says what is wrong with a file, a form and answers", async () => {
    expect(await send("POST", form("a,b\n1,2"))).toMatchObject({
      status: 422,
      body: { file: { code: "unknownFormat" } },
    });
    expect(await send("POST", "no form")).toMatchObject({ status: 422, body: { problems: [{ key: "fileMissing" }] } });
    const unknown = { sha256: "0".repeat(64), fileName: "x", resolution: { answers: [] } };
    expect(await send("PUT", JSON.stringify(unknown))).toMatchObject({ status: 409 });
    expect(await send("PUT", JSON.stringify({ ...unknown, sha256: "../x" }))).toMatchObject({ status: 422 });
    const preview = await send("POST", form(csv.replace("850", "851")));
    expect(preview.body.conflicts).toHaveLength(1);
    expect(await send("PUT", JSON.stringify({ ...unknown, sha256: preview.body.sha256 }))).toMatchObject({
      status: 422,
      body: { cells: [{ code: "unanswered", indicator: "G1.1-a", cell: "total" }] },
    });
  });

  it("stops reading a file that is too large, whatever length it claims", async () => {
    let sent = 0;
    const piece = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream({
      pull(controller) {
        sent += piece.length;
        controller.enqueue(piece);
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect(await send("POST", endless, headers)).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(maximumBytes + 8 * piece.length);
  });

  it("is another country's business for nobody", async () => {
    expect(await send("POST", form(csv), {}, "KHM")).toMatchObject({ status: 404 });
    expect(await send("POST", "no form", {}, "KHM")).toMatchObject({ status: 404 });
    expect(await send("PUT", "nonsense", {}, "KHM")).toMatchObject({ status: 404 });
    expect(await send("POST", form(csv), { cookie: "" })).toMatchObject({ status: 401 });
    expect(await send("POST", form(csv), { "sec-fetch-site": "cross-site" })).toMatchObject({ status: 403 });
  });
});

describe("importing without a script", () => {
  async function sendForm(body: BodyInit, { locale = "en", unit = "THA", headers = {} } = {}) {
    const request = new NextRequest(`http://localhost:3000/api/reports/spaiv/${unit}/2016/import?page=${locale}`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", cookie, ...headers },
      body,
    });
    const response = await POST(request, { params: Promise.resolve(plan.address(unit, "2016")) });
    expect(response.status).toBe(303);
    return response.headers.get("location")!;
  }

  it("leads to the page of the file that it kept, readable or not", async () => {
    const location = new URL(await sendForm(form(csv)), "http://localhost:3000");
    expect(location.pathname).toBe("/en/spaiv/reports/THA/2016/import");
    const { file, name } = Object.fromEntries(location.searchParams) as { file: string; name: string };
    expect(name).toBe("my glotip.csv");
    const asked = { locale: "en", now: new Date() };
    const of = (sha256: string, actor = plan.actors.thailand, unit = "THA") =>
      previewOfKept(actor, plan.address(unit, "2016"), { sha256, fileName: name }, asked);
    // Imported by the test above.
    expect(await of(file)).toMatchObject({ view: { sha256: file, fileName: "my glotip.csv", counts: { same: 1 } } });
    const unreadable = new URLSearchParams((await sendForm(form("a,b\n1,2"))).split("?")[1]).get("file")!;
    expect(await of(unreadable)).toEqual({
      refused: { key: "unknownFormat", args: { found: expect.any(String) } },
      file: null,
    });
    expect(await of("0".repeat(64))).toBeNull();
    expect(await of("../../pglite")).toBeNull();
    expect(await of(file, plan.actors.cambodia)).toBeNull();
    // Whoever has the file knows what stands in it; what the report has is told of their own indicators alone.
    const theirs = await of(file, plan.actors.contributor);
    expect(theirs).toMatchObject({ view: { imported: [], same: [], counts: { same: 0, unmatched: 1 } } });
    expect(await of(file, plan.actors.cambodia, "KHM")).toBeNull();
  });

  it("leads to the page for whatever stands in the way, and keeps nothing", async () => {
    const page = "/en/spaiv/reports/THA/2016/import?";
    const empty = new FormData();
    empty.set("file", new File([], ""));
    expect(await sendForm(empty)).toBe(`${page}refused=fileMissing`);
    expect(await sendForm("no form")).toBe(`${page}refused=fileMissing`);
    const large = { "content-length": String(maximumBytes * 2) };
    expect(await sendForm(form(csv), { headers: large })).toBe(`${page}refused=tooLarge`);
    expect(await sendForm(form(csv), { headers: { cookie: "" } })).toBe(page);
    expect(await sendForm(form(csv), { headers: { "sec-fetch-site": "cross-site" } })).toBe(page);
    expect(await sendForm(form(csv), { unit: "KHM" })).toBe("/en/spaiv/reports/KHM/2016/import?");
    expect(
      readdirSync(data, { recursive: true }).filter((name) => String(name).includes(`${plan.unitIds.KHM}-`)),
    ).toEqual([]);
  });
});
