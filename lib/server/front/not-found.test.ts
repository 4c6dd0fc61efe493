import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { inFrontOf } from "./front";

/** Asks the front of a server whose own listener answers so. */
async function ask(behind: RequestListener, path: string, init?: RequestInit): Promise<Response> {
  const server = createServer(inFrontOf(behind));
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
}

const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';

/** A document as Next answers it: at once, in parts, or only begun. */
const inManners: Record<string, RequestListener> = {
  "at once": (_, response) => response.end(empty),
  "with its length": (_, response) => response.setHeader("Content-Length", empty.length).end(empty),
  "in parts": (_, response) => {
    response.flushHeaders();
    for (const part of empty.split(">")) response.write(`${part}>`);
    response.end();
  },
  "in parts, unannounced": (_, response) => {
    response.write(empty);
    response.end(empty);
  },
  compressed: (_, response) => response.setHeader("Content-Encoding", "gzip").writeHead(404).end("packed"),
};

it.each(Object.entries(inManners))(
  "says in words that there is nothing, where a page says it %s",
  async (_, manner) => {
    const behind: RequestListener = (request, response) => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Link", "</_next/static/script.js>; rel=preload");
      response.setHeader("Cache-Control", "public, max-age=31536000");
      manner(request, response);
    };
    const answer = await ask(behind, "/th/sign-in/nowhere?of=nothing");
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toMatch(
      /^<!DOCTYPE html><html lang="th">.*<title>ไม่พบหน้าที่ต้องการ – SPAIV Monitor<.*<h1>ไม่พบหน้าที่ต้องการ</,
    );
    expect(text).toContain('<div lang="en"><h2>There is nothing at this address</h2>');
    expect(text).toContain('<a href="/th">');
    expect(text).toMatch(/<\/html>$/);
    expect(text).not.toContain("__next_error__");
    expect(answer.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f]{12}$/);
    expect(answer.headers.get("link")).toBeNull();
  },
);

it("speaks the language of the address, of the pages, or else the browser's", async () => {
  const behind: RequestListener = (_, response) => response.writeHead(404).end();
  for (const [path, accepted, language, start] of [
    ["/en/sign-in/nowhere", "th", "en", "/en"],
    ["/km/sign-in/nowhere", "th", "en", "/km"],
    ["/fr/spaiv/2016", "fr, th;q=0.8", "th", "/th"],
    ["/results/1/th/spaiv", "*", "en", "/en"],
  ] as const) {
    const text = await (await ask(behind, path, { headers: { "accept-language": accepted } })).text();
    expect(text, path).toContain(`<html lang="${language}">`);
    expect(text, path).toContain(`<a href="${start}">`);
  }
});

it("sends no page to who asks for the head alone", async () => {
  const answer = await ask((_, response) => response.writeHead(404).end(empty), "/en/sign-in/nowhere", {
    method: "HEAD",
  });
  expect([answer.status, await answer.text()]).toEqual([404, ""]);
  expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(500);
});

it("leaves alone what is no document, and what is there", async () => {
  for (const [status, type] of [
    [404, "text/x-component"],
    [404, "application/json"],
    [200, "text/html"],
    [500, "text/html"],
  ] as const) {
    const answer = await ask((_, response) => {
      response.statusCode = status;
      response.setHeader("Content-Type", type).setHeader("Link", "<a>");
      response.write("as ");
      response.end("it was");
    }, "/en/sign-in");
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("link")]).toEqual([
      status,
      type,
      "<a>",
    ]);
    expect(await answer.text()).toBe("as it was");
  }
});
