import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, it, onTestFinished } from "vitest";
import { inFrontOf, standInFront } from "./front";

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const opened: Server[] = [];
const https = process.env.NEXTAUTH_URL;
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
  if (https === undefined) delete process.env.NEXTAUTH_URL;
  else process.env.NEXTAUTH_URL = https;
});

async function open(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
}

function ask(port: number, path: string, { method = "GET", headers = {} as Record<string, string> } = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method, headers, agent: false }, async (answer) => {
      let text = "";
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** What stands behind says what it was asked, and fails where Next fails. */
const behind: RequestListener = ({ url, headers }, response) => {
  if (!URL.canParse(`http://${headers.host}`)) response.writeHead(500);
  response.end(JSON.stringify({ url, headers }));
};

it("lets through what could be there", async () => {
  const port = await open(inFrontOf(behind));
  for (const path of ["/en/sign-in", "/en/sign-in?from=%ff", "/api/health", "/icon.svg", "/en/sign-in/%E0%B8%81"]) {
    const { status, text } = await ask(port, path);
    expect(status, path).toBe(200);
    expect(JSON.parse(text).url).toBe(path);
  }
  for (const method of ["HEAD", "POST"]) expect((await ask(port, "/en/sign-in", { method })).status, method).toBe(200);
  for (const method of ["PUT", "DELETE"]) expect((await ask(port, "/api/health", { method })).status, method).toBe(200);
});

it.each(["TRACE", "PROPFIND", "PUT", "OPTIONS", "DELETE"])(
  "refuses to %s a page, and says what may be done",
  async (method) => {
    const port = await open(inFrontOf(behind));
    const { status, headers } = await ask(port, "/en/sign-in", { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  },
);

it("lets nobody send anything to what is only read", async () => {
  const port = await open(inFrontOf(behind));
  for (const path of ["/en/spaiv/2016", "/", "/icon.svg"]) {
    const { status, headers } = await ask(port, path, { method: "POST" });
    expect([status, headers.allow], path).toEqual([405, "GET, HEAD"]);
  }
});

it("refuses to TRACE the API", async () => {
  const port = await open(inFrontOf(behind));
  expect((await ask(port, "/api/health", { method: "TRACE" })).status).toBe(405);
});

it("says in words and in the reader's language that an address is none", async () => {
  const port = await open(inFrontOf(behind));
  for (const path of [
    "/%E0%A4%A",
    "/en/%ff",
    "/en/%",
    "/_next/static/%ff",
    "http://elsewhere.example/en",
    "*",
    "/en/%00",
  ])
    expect((await ask(port, path)).status, path).toBe(400);
  for (const host of ["a b", "[::1", "a/b", "user@host", "host:port", "%ff"])
    expect((await ask(port, "/en/sign-in", { headers: { host } })).status, host).toBe(400);

  const english = await ask(port, "/%ff");
  expect(english.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).toContain("This is no address of a page");
  expect(english.headers["content-security-policy"]).toContain("default-src 'none'");
  expect((await ask(port, "/th/%ff")).text).toContain("ที่อยู่นี้ไม่ใช่ที่อยู่ของหน้าเว็บ");
  expect((await ask(port, "/th/%ff")).text).toContain('<div lang="en"><h2>This is no address of a page</h2>');
  const lao = await ask(port, "/%ff", { headers: { "accept-language": "xx, lo;q=0.8" } });
  expect(lao.text).toContain('<html lang="lo">');
  expect((await ask(port, "/en/%ff", { method: "HEAD" })).text).toBe("");
  const program = await ask(port, "/api/%ff");
  expect(JSON.parse(program.text)).toEqual({ status: "badAddress" });
});

it("answers who names no host, as HTTP/1.0 may", async () => {
  const port = await open(inFrontOf((_, response) => response.end("well")));
  const socket = connect(port, "127.0.0.1", () => socket.write("GET /api/health HTTP/1.0\r\n\r\n"));
  let said = "";
  for await (const chunk of socket) said += chunk;
  expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*well$/);
});

it("puts the same headers on every answer, and HSTS where the site is served over https", async () => {
  const port = await open(inFrontOf(behind));
  for (const path of ["/en/sign-in", "/_next/static/none.js", "/api/health", "/icon.svg", "/%ff"]) {
    const { headers } = await ask(port, path);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toMatch(/camera=\(\).*geolocation=\(\)/);
    expect(headers["permissions-policy"]).not.toContain("publickey");
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  process.env.NEXTAUTH_URL = "https://monitor.example";
  expect((await ask(port, "/icon.svg")).headers["strict-transport-security"]).toBe("max-age=31536000");
});

it("stands before a server that somebody else made, from its first request on", async () => {
  const stepAside = standInFront();
  onTestFinished(stepAside);
  expect(standInFront()).toBe(stepAside);
  const port = await open(behind);
  const forged = { "x-forwarded-for": "10.9.9.9", "x-forwarded-host": "evil.example", accept: "text/html" };
  for (const time of ["first", "second"]) {
    const { headers, text } = await ask(port, "/en/sign-in", { headers: forged });
    expect(JSON.parse(text).headers, time).toMatchObject({ "x-forwarded-for": "127.0.0.1", accept: "text/html" });
    expect(text).not.toContain("evil");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});

it("lets nobody through to what isn't open for serving yet, nor wait for it for ever", async () => {
  let begin: () => void = () => {};
  const stepAside = standInFront(
    new Promise<void>((resolve) => {
      begin = resolve;
    }),
  );
  onTestFinished(stepAside);
  const port = await open((_, response) => {
    happened.push("asked");
    response.end();
  });
  const happened: string[] = [];
  const early = ["/en/sign-in", "/icon.svg"].map((path) => ask(port, path));
  expect((await ask(port, "/en/sign-in", { method: "TRACE" })).status).toBe(405);
  happened.push("open");
  begin();
  for (const { status } of await Promise.all(early)) expect(status).toBe(200);
  expect(happened).toEqual(["open", "asked", "asked"]);
  expect((await ask(port, "/en/sign-in")).status).toBe(200);
  stepAside();

  onTestFinished(standInFront(new Promise(() => {}), 0));
  for (const path of ["/en/sign-in", "/icon.svg"]) {
    const { status, headers, text } = await ask(await open(behind), path);
    expect([status, headers["retry-after"]], path).toEqual([503, "30"]);
    expect(text).toContain("The service is interrupted");
  }
});
