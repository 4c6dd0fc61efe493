import { expect, it } from "vitest";
import PrerenderCache from "./prerender-cache.mjs";

const answer = (status: number) => ({ kind: "APP_ROUTE", status, headers: {}, body: Buffer.from("picture") });

it("keeps what was made, and nothing that isn't there or couldn't be made just now", async () => {
  const cache = new PrerenderCache();
  await cache.set("/made", answer(200), {});
  await cache.set("/busy", answer(503), {});
  expect((await cache.get("/made"))?.value).toMatchObject({ status: 200 });
  const page = { kind: "APP_PAGE", headers: {}, html: "<p>There is nothing at this address", segmentData: new Map() };
  await cache.set("/nothing", { ...page, status: 404 }, {});
  await cache.set("/page", { ...page, status: undefined }, {});
  for (const path of ["/busy", "/nothing"]) expect(await cache.get(path), path).toBeNull();
  expect(await cache.get("/page")).not.toBeNull();
});
