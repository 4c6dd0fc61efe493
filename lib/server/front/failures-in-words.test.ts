import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { databaseWatch } from "@/lib/server/db/watch";
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

/** A failure as Next answers it: its own page, or three words where none began. */
const failures: Record<string, string> = {
  "text/html; charset=utf-8": empty,
  "text/plain": "Internal Server Error",
};
const failing =
  (type: string, before = async () => {}): RequestListener =>
  async (_, response) => {
    await before();
    response.statusCode = 500;
    response.setHeader("Content-Type", type).end(failures[type]);
  };

it.each(Object.keys(failures))(
  "says that the database went away while a page was made, in place of %s",
  async (type) => {
    const goesAway = async () => {
      process.env.DATABASE_URL = "postgres://127.0.0.1:1/nowhere";
      onTestFinished(() => {
        delete process.env.DATABASE_URL;
        delete (globalThis as { spaivWatch?: unknown }).spaivWatch;
      });
      expect(await databaseWatch()!.ask()).toBe(false);
    };
    const answer = await ask(failing(type, goesAway), "/vi/sign-in");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toContain("Dịch vụ tạm thời bị gián đoạn");
  },
);

it("says in words that something went wrong where nothing else is said, and leaves a page of a failure alone", async () => {
  const [bare, page] = await Promise.all(
    Object.keys(failures)
      .reverse()
      .map((type) => ask(failing(type), "/th/sign-in")),
  );
  expect([bare!.status, page!.status]).toEqual([500, 500]);
  expect(await bare!.text()).toMatch(/<h1>เกิดข้อผิดพลาดในระบบ<.*<h2>Something went wrong on our side</);
  expect(await page!.text()).toBe(empty);
});

it("says in words that something went wrong where a route fails, which says nothing", async () => {
  const failure: RequestListener = (_, response) => {
    response.statusCode = 500;
    response.end();
  };
  const answer = await ask(failure, "/api/reports/spaiv/THA/2017/values", { method: "POST" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([500, "text/html; charset=utf-8"]);
  expect(await answer.text()).toContain("<h1>Something went wrong on our side<");
  const inKhmer = await ask(failure, "/km/sign-in");
  expect(await inKhmer.text()).toMatch(/<h1>មានបញ្ហាកើតឡើងនៅខាងយើង<.*<h2>Something went wrong on our side</);
});

it("leaves a failure alone that a program asked for", async () => {
  const failure: RequestListener = (_, response) => {
    response.writeHead(500, { "Content-Type": "application/json" }).end("{}");
  };
  const answer = await ask(failure, "/api/health");
  expect([answer.status, await answer.text()]).toEqual([500, "{}"]);
});

/** Leads to where one signs in, as Next does while it makes the page for a form that was sent. */
const leadingAway: RequestListener = (_, response) => {
  response.statusCode = 307;
  response.setHeader("Location", "/th/sign-in?from=%2Fth%2Fspaiv%2Freview");
  response.end();
};

it("leads nobody away from a form that they sent without a script and that their session has ended for", async () => {
  const sent = { method: "POST", body: new URLSearchParams({ query: "Made up" }), redirect: "manual" } as const;
  const answer = await ask(leadingAway, "/th/spaiv/review/KHM/2017", sent);
  expect([answer.status, answer.headers.get("location")]).toEqual([403, null]);
  const text = await answer.text();
  expect(text).toMatch(/<h1>ท่านออกจากระบบแล้ว<.*<h2>You are signed out</);
  expect(text).toContain('<a href="/th/sign-in" target="_blank" rel="noopener">');
});

it.each([
  ["asks for a page", "/th/spaiv/review", {}],
  ["sends a form by a script", "/th/spaiv/review", { method: "POST", headers: { "next-action": "4f" } }],
  ["asks a program's address", "/api/reports/spaiv/THA/2017/values", { method: "POST" }],
])("leads whoever %s to where one signs in", async (_, path, sent) => {
  const answer = await ask(leadingAway, path, { ...sent, redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([307, "/th/sign-in?from=%2Fth%2Fspaiv%2Freview"]);
});
