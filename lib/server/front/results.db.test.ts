import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { keep } from "@/lib/server/page-cache/kept-pages.mjs";
import { inFrontOf } from "./front";

// Behind the front stands what makes a page when it is told to, so that it is known what is made at a time.

let database: Database;
let server: Server;
let address: string;
let making: { url: string; finish: (isKept?: boolean) => void }[] = [];
let highest = 0;

const behind: RequestListener = ({ url = "" }: IncomingMessage, response: ServerResponse) =>
  new Promise<void>((through) => {
    const finish = (isKept = true) => {
      making = making.filter((each) => each.finish !== finish);
      const path = `/results/1${url}`;
      const answer = { headers: { etag: `W/"${url}"` }, body: Buffer.from(url), copies: new Map(), made: 0 };
      if (isKept) keep(path, { value: {}, lastModified: 0, tags: [], size: 1, body: answer.body, answer });
      response.writeHead(isKept ? 200 : 404, { "x-made": "now" }).end(url);
      through();
    };
    making.push({ url, finish });
    highest = Math.max(highest, making.length);
  });

const ask = async (path: string, init?: RequestInit) => {
  const answer = await fetch(address + path, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

/** Resolves once so many pages are being made. */
async function untilMaking(count: number) {
  while (making.length !== count) await new Promise((resolve) => setImmediate(resolve));
}

async function finishAll() {
  for (const each of making) each.finish();
}

beforeAll(async () => {
  database = await testDatabase();
  await database.prisma.plan.create({
    data: { code: "front", startsOn: new Date("2015-01-01"), endsOn: new Date("2018-12-31") },
  });
  server = createServer(inFrontOf(behind));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  making = [];
  highest = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.close();
});

it("makes one page at a time for forty strangers, and answers all of them", async () => {
  const asked = Array.from({ length: 40 }, (_, index) => ask(`/en/front/many-${index}`));
  for (let count = 0; count < 40; count++) {
    await untilMaking(1);
    await finishAll();
  }
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
  expect(highest).toBe(1);
});

it("makes a page once for all who ask for it meanwhile", async () => {
  const asked = Array.from({ length: 5 }, () => ask("/en/front/shared"));
  await untilMaking(1);
  await finishAll();
  const answers = await Promise.all(asked);
  expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(5).fill([200, "/en/front/shared"]));
  expect(answers.filter(({ headers }) => headers.has("x-made"))).toHaveLength(1);
});

it("draws a picture while a page is made, and one at a time too", async () => {
  const page = ask("/en/front/page");
  await untilMaking(1);
  const pictures = [1, 2].map((number) => ask(`/en/front/2016/charts/c${number}/png`));
  await untilMaking(2);
  expect(making.map(({ url }) => url)).toEqual(["/en/front/page", "/en/front/2016/charts/c1/png"]);
  making[1]!.finish();
  await untilMaking(2);
  await finishAll();
  await Promise.all([page, ...pictures]);
  expect(highest).toBe(2);
});

it("turns away in words and the reader's language who comes when too many wait", async () => {
  const asked = Array.from({ length: 70 }, (_, index) => ask(`/th/front/wait-${index}`));
  // Nobody else is answered as long as nothing is finished.
  await Promise.race(asked);
  let isThrough = false;
  const answered = Promise.all(asked).finally(() => {
    isThrough = true;
  });
  while (!isThrough) {
    await new Promise((resolve) => setImmediate(resolve));
    if (making.length > 0) await finishAll();
  }
  const away = (await answered).filter(({ status }) => status === 503);
  expect(away.length).toBeGreaterThan(0);
  expect(away.length).toBeLessThanOrEqual(9);
  expect(away[0]!.headers.get("retry-after")).toBe("5");
  expect(away[0]!.text).toContain("มีผู้อ่านรออยู่จำนวนมาก");
});

it("keeps nothing of what isn't there, and asks for it each time", async () => {
  for (const time of [1, 2]) {
    const asked = ask("/en/front/nothing");
    await untilMaking(1);
    making[0]!.finish(false);
    expect((await asked).status, `${time}`).toBe(404);
  }
});

it("lets nothing new begin for readers while somebody who works here is answered", async () => {
  const cookie = { cookie: "next-auth.session-token=any" };
  const work = ask("/en/front/reports", { headers: cookie });
  await untilMaking(1);
  const reader = ask("/en/front/later");
  const other = ask("/en/front/work", { headers: cookie });
  await untilMaking(2);
  expect(making.map(({ url }) => url).sort()).toEqual(["/en/front/reports", "/en/front/work"]);
  await finishAll();
  await Promise.all([work, other]);
  await untilMaking(1);
  expect(making[0]!.url).toBe("/en/front/later");
  await finishAll();
  expect((await reader).status).toBe(200);
});
