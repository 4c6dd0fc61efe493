import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Areas } from "@/lib/domain/areas";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { keep } from "@/lib/server/page-cache/kept-pages.mjs";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";
import { publicVersion } from "@/lib/server/queries/public-version";
import { raiseVersion } from "@/lib/server/results/publish";
import { addressOf } from "./address";
import { inFrontOf } from "./front";
import { internalPath } from "./results";

// Not those that there are: what holds for them holds for all to come.
const places: Areas = { ofPlan: ["remarks", "answers"], ofNoPlan: ["shelf"] };

let database: Database;
let plans = 0;
let plan: { id: number; code: string };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const span = { startsOn: new Date("2015-01-01"), endsOn: new Date("2018-12-31") };
  plan = await database.prisma.plan.create({ data: { code: `areas${++plans}`, ...span } });
  await database.prisma.areaVersion.deleteMany();
});
const raise = (planId: number | null, area: string) =>
  database.prisma.$transaction((tx) => raiseAreaVersion(tx, planId, area));
const approve = () =>
  database.prisma.$transaction((tx) => raiseVersion(tx, { planId: plan.id, cause: "approval", subject: "a report" }));
const versions = async () => ({
  results: await publicVersion({ plan: plan.code, area: null }),
  remarks: await publicVersion({ plan: plan.code, area: "remarks" }),
  answers: await publicVersion({ plan: plan.code, area: "answers" }),
  shelf: await publicVersion({ plan: null, area: "shelf" }),
});

describe("the version of an area", () => {
  it("rises with a change of its own, alone", async () => {
    const before = await versions();
    expect(before).toEqual({ results: "1", remarks: "1-1", answers: "1-1", shelf: "1" });
    await raise(plan.id, "remarks");
    expect(await versions()).toEqual({ ...before, remarks: "1-2" });
    for (const _ of [1, 2]) await raise(null, "shelf");
    expect(await versions()).toEqual({ ...before, remarks: "1-2", shelf: "3" });
  });

  it("rises with the plan's results too, whose words its pages use, and not where it is of no plan", async () => {
    await raise(null, "shelf");
    await approve();
    expect(await versions()).toEqual({ results: "2", remarks: "2-1", answers: "2-1", shelf: "2" });
  });

  it("stays where the change comes to nothing", async () => {
    const before = await versions();
    const undone = database.prisma.$transaction(async (tx) => {
      await raiseAreaVersion(tx, plan.id, "remarks");
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await versions()).toEqual(before);
  });

  it("counts everybody who changes something at once", async () => {
    await Promise.all(Array.from({ length: 6 }, () => Promise.all([raise(plan.id, "remarks"), raise(null, "shelf")])));
    expect(await versions()).toMatchObject({ remarks: "1-7", shelf: "7" });
  });

  it("is none in a plan that there isn't", async () => {
    expect(await publicVersion({ plan: "nowhere", area: "remarks" })).toBeNull();
  });
});

it("decides what is answered from memory: what changed is made anew, and nothing else", async () => {
  const made: string[] = [];
  // As Next does behind the proxy: makes the page under its internal address, and keeps it there.
  const behind = async ({ url = "" }: IncomingMessage, response: ServerResponse) => {
    made.push(url);
    const address = addressOf(url, places);
    if (address.kind !== "results") throw new Error("It is no public page.");
    const path = internalPath((await publicVersion(address))!, new URL(`http://internal${url}`));
    const answer = { headers: { etag: `W/"${path}"` }, body: Buffer.from(path), copies: new Map(), made: 0 };
    keep(path, { value: {}, lastModified: 0, tags: [], size: 1, body: answer.body, answer });
    response.end(path);
  };
  const server = createServer(inFrontOf(behind, places));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [results, remarks, shelf] = [`/en/${plan.code}/2016`, `/en/${plan.code}/remarks/G1`, "/en/shelf/law"];
  const read = async () => {
    made.length = 0;
    for (const page of [results, remarks, shelf]) await (await fetch(at + page)).text();
    return [...made];
  };
  try {
    expect(await read()).toEqual([results, remarks, shelf]);
    expect(await read()).toEqual([]);
    await raise(plan.id, "remarks");
    expect(await read()).toEqual([remarks]);
    await raise(null, "shelf");
    expect(await read()).toEqual([shelf]);
    await approve();
    expect(await read()).toEqual([results, remarks]);
    expect(await read()).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
