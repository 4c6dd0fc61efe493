import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keep } from "@/lib/server/page-cache/kept-pages.mjs";
import { rememberVersion } from "./results";
import { answerWithoutDatabase } from "./without-database";

let server: Server;
let address: string;

beforeEach(async () => {
  server = createServer((request, response) => void answerWithoutDatabase(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const made = Date.UTC(2018, 4, 21, 9, 20);
function keepAt(path: string, type: string, text: string) {
  const body = Buffer.from(text);
  const headers = { etag: 'W/"a"', "content-type": type, "content-security-policy": "script-src 'self'" };
  keep(path, {
    value: {},
    lastModified: made,
    tags: [],
    size: body.length,
    body,
    answer: { headers, body, copies: new Map(), made },
  });
}

it("serves a kept page with a line that says when it was made, and lets nobody keep it", async () => {
  rememberVersion({ plan: "away", area: null }, "7");
  const html =
    '<!DOCTYPE html><html lang="en"><body class="a"><a class="skip">Skip</a><main>Results</main></body></html>';
  keepAt("/results/7/en/away/2016", "text/html; charset=utf-8", html);
  for (const headers of [{}, { "if-none-match": 'W/"a"' }, { "accept-encoding": "identity" }] as Record<
    string,
    string
  >[]) {
    const answer = await fetch(`${address}/en/away/2016?view=map`, { headers });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toMatch(
      /<body class="a"><p class="out-of-date" role="status">[^<]*21 May 2018 at 16:20[^<]*<\/p><a class="skip">/,
    );
    expect(text.replace(/<p class="out-of-date".*?<\/p>/, "")).toBe(html);
    expect(answer.headers.get("content-security-policy")).toBe("script-src 'self'");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("etag")).toBeNull();
    expect(answer.headers.get("last-modified")).toBe("Mon, 21 May 2018 09:20:00 GMT");
  }
});

it("serves a kept file as it is", async () => {
  rememberVersion({ plan: "away", area: null }, "7");
  keepAt("/results/7/en/away/2016/csv", "text/csv; charset=utf-8", "plan,period\n");
  const answer = await fetch(`${address}/en/away/2016/csv`);
  expect([answer.status, await answer.text()]).toEqual([200, "plan,period\n"]);
});

it("says in the reader's language that the service is interrupted, for all else", async () => {
  rememberVersion({ plan: "away", area: null }, "8");
  for (const path of ["/vi/away/2016", "/vi/away/reports", "/vi/sign-in", "/vi/elsewhere/2016"]) {
    const answer = await fetch(address + path);
    expect(answer.status, path).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("30");
    expect(await answer.text()).toContain("Dịch vụ tạm thời bị gián đoạn");
  }
  const health = await fetch(`${address}/api/health`);
  expect([health.status, await health.json()]).toEqual([503, { status: "unavailable" }]);
  const forScript = await fetch(`${address}/en/away/2016`, { headers: { rsc: "1" } });
  expect(forScript.status).toBe(503);
});
