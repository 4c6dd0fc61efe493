import { setImmediate } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import { workOutIndicator } from "@/lib/domain/results/work-out-indicator";
import { randomOfKey } from "@/lib/threads/random-of-key";
import type { WorkOutRequest } from "@/lib/threads/work-out-thread";
import { largeIndicator } from "@/test/factories/large-indicator";
import { refusal } from "@/test/factories/reporting-plan";
import { indicatorThread } from "./work-out-in-thread";

const minute = 60_000;
const patient = { longestMs: 100_000, rememberedMs: minute };
const small = largeIndicator({ countries: 2, periods: 2, sexes: 2, ages: 2 }, "perPeriod");
/** Whatever is counted from the plan's start is tied over all periods: too much for what these tests allow. */
const large = largeIndicator({ countries: 12, periods: 10, sexes: 3, ages: 9 }, "cumulativeToDate");
const largest = largeIndicator({ countries: 30, periods: 16, sexes: 3, ages: 9 }, "cumulativeToDate");

const here = ({ plan, indicator, approved, seen, hiding, key }: WorkOutRequest) =>
  workOutIndicator(plan, indicator, approved, seen, { ...hiding, random: randomOfKey(key) });
const statesShown = ({ rows }: WorkedOut) => [...new Set(rows.map(({ disclosureState }) => disclosureState))];

let opened: Worker[] = [];
const noteWorker = (worker: Worker) => opened.push(worker);
beforeAll(() => {
  process.on("worker", noteWorker);
});
afterAll(() => {
  process.off("worker", noteWorker);
});
afterEach(() => {
  opened = [];
});

describe("an indicator that is worked out in a thread", () => {
  it("is hidden as a whole where that takes too long", { tags: ["long"] }, async () => {
    const limits = { longestMs: 10_000, rememberedMs: minute };
    const thread = indicatorThread(limits);
    const answer = await thread(large);
    expect(statesShown(answer)).toEqual(["suppressed"]);
    expect(answer.gaveUp).toHaveLength(answer.rows.length);
    expect(opened).toHaveLength(2);
    // Of the same nothing is searched for again, also for another version and by another chance.
    const again = { ...large, key: new Uint8Array(32).fill(1), hiding: { ...large.hiding, resultsVersion: 3 } };
    expect(statesShown(await thread(again))).toEqual(["suppressed"]);
    expect(opened).toHaveLength(2);
    // Once something of it is another, it may not be too much any more.
    expect(statesShown(await thread(small))).toContain("shown");
    // A while later there may be time again for the search, which ends another thread here.
    limits.rememberedMs = 0;
    expect(statesShown(await thread(large))).toEqual(["suppressed"]);
    expect(opened).toHaveLength(3);
  });

  it("is hidden as a whole where that takes too much memory", { tags: ["long"] }, async () => {
    const narrow = { ...patient, resourceLimits: { maxOldGenerationSizeMb: 96 } };
    const answer = await indicatorThread(narrow)(largest);
    expect(statesShown(answer)).toEqual(["suppressed"]);
    expect(answer.gaveUp).toHaveLength(answer.rows.length);
    expect(opened).toHaveLength(2);
  });

  it("is refused where even that is too much", async () => {
    await expect(indicatorThread({ ...patient, longestMs: 1 })(small)).rejects.toThrow(
      refusal("resultsTooLarge", { args: { indicator: "G1.1-a" } }),
    );
  });

  it("is worked out again, and just so, where its thread is killed in the middle", async () => {
    const thread = indicatorThread(patient);
    const answer = thread(small);
    // It is still opening then: one that is ready may answer before it is killed.
    while (opened.length === 0) await setImmediate();
    await opened[0]!.terminate();
    expect(await answer).toEqual(here(small));
    expect(opened).toHaveLength(2);
  });

  it("is searched the next time where its thread was killed each time", async () => {
    const thread = indicatorThread(patient);
    const answer = thread(small);
    for (const attempt of [0, 1]) {
      while (opened.length <= attempt) await setImmediate();
      await opened[attempt]!.terminate();
    }
    expect(statesShown(await answer)).toEqual(["suppressed"]);
    expect(await thread(small)).toEqual(here(small));
  });
});
