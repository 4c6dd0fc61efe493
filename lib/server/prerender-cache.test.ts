import { expect, it } from "vitest";
import PrerenderCache from "./prerender-cache.mjs";

const answer = (status: number) => ({ kind: "APP_ROUTE", status, headers: {}, body: Buffer.from("picture") });

it("keeps what was made, and nothing that couldn't be made just now", async () => {
  const cache = new PrerenderCache();
  await cache.set("/made", answer(200), {});
  await cache.set("/busy", answer(503), {});
  expect((await cache.get("/made"))?.value).toMatchObject({ status: 200 });
  expect(await cache.get("/busy")).toBeNull();
});
