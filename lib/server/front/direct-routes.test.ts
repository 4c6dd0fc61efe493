import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BodyTooLarge, readBody } from "@/lib/server/http/read-body";
import { answerDirectly } from "./direct-routes";
import { inFrontOf } from "./front";

let server: Server;
beforeAll(async () => {
  answerDirectly([
    {
      route: "/api/reports/[plan]/[unit]/[period]/echo",
      async POST(asked, { params }) {
        const body = await readBody(asked, 1000).catch((error) => error);
        if (body instanceof BodyTooLarge) return Response.json({ limit: body.limit }, { status: 413 });
        const text = Buffer.from(body).toString();
        if (text === "fail") throw new Error("Planned by the test.");
        const said = { text, ...(await params), session: asked.cookies.get("session")?.value ?? null };
        return Response.json(said, { status: 201, headers: { "x-said": asked.headers.get("x-asked") ?? "" } });
      },
    },
  ]);
  server = createServer(inFrontOf((_, response) => void response.end("Next")));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  answerDirectly([]);
  server.close();
});

function ask(
  path: string,
  { method = "POST", body = "", headers = {} as Record<string, string>, chunked = false } = {},
) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; text: string; said: unknown }>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method, headers }, async (answer) => {
      let text = "";
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode ?? 0, text, said: answer.headers["x-said"] });
    });
    asked.on("error", reject);
    if (chunked) Readable.from([body.slice(0, 600), body.slice(600)]).pipe(asked);
    else asked.end(body);
  });
}
const echo = "/api/reports/spaiv/THA/2016/echo";

it("answers past Next what its handler says, which is told all of the request", async () => {
  const headers = { cookie: "other=1; session=a%3Db=; session=c%3Dd", "x-asked": "yes" };
  const { status, text, said } = await ask(echo, { body: "Words กข", headers });
  expect([status, said]).toEqual([201, "yes"]);
  expect(JSON.parse(text)).toEqual({ text: "Words กข", plan: "spaiv", unit: "THA", period: "2016", session: "c=d" });
  expect(JSON.parse((await ask(echo, { headers: { cookie: "session=%zz" } })).text)).toMatchObject({ session: null });
});

it("leaves whatever else is asked to Next", async () => {
  for (const [path, method] of [
    [echo, "GET"],
    [`${echo}?more=1`, "POST"],
    [`${echo}/more`, "POST"],
    ["/api/reports/spaiv/TH%41/2016/echo", "POST"],
    ["/api/reports/spaiv/THA/2016/values", "POST"],
  ] as const)
    expect((await ask(path, { method })).text).toBe("Next");
});

it("tells of a body that is too large, however it comes", async () => {
  const body = "x".repeat(5000);
  expect(await ask(echo, { body })).toMatchObject({ status: 413, text: '{"limit":1000}' });
  expect(await ask(echo, { body, chunked: true })).toMatchObject({ status: 413 });
});

it("says in words that a handler failed", async () => {
  const { status, text } = await ask(echo, { body: "fail" });
  expect(status).toBe(500);
  expect(text).toContain("<html");
});
