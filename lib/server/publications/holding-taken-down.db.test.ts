import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { nameRelease } from "@/lib/server/commands/name-release";
import { restoreTakenDown } from "@/lib/server/commands/restore-taken-down";
import { takeDown } from "@/lib/server/commands/take-down";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { takeDownsOf } from "@/lib/server/queries/take-downs";
import { publicationJob } from "./publication-job";
import { now, Publishing } from "./testing/publishing";

const given = new Publishing("holding");
const csv = { formats: ["csv" as const] };

const secretariat = () => given.plan.actors.secretariat;
const take = () => {
  const part = { kind: "value" as const, indicator: "G1.1-a" };
  return takeDown(secretariat(), { ...given.plan.address("THA", "2016"), part, reason: "It counts a family." }, now);
};
const made = async (more: Parameters<typeof given.request>[0] = csv) => {
  const id = await given.request(more);
  await given.make(id);
  return id;
};
const mayHold = async (id: number) => (await given.read(id)).mayHoldTakenDown;
const listed = async (actor = secretariat()) =>
  (await takeDownsOf(actor, given.plan.code, "en"))?.takeDowns.map(({ publications }) =>
    publications.map(({ id }) => id),
  );
/** Whether the public value stands in the publication's data. */
const holds = async (id: number) => {
  const { bytes } = (await publicationFile(secretariat(), given.plan.code, id, "csv"))!;
  const [, data] = Object.entries(unzipSync(bytes)).find(([file]) => file.endsWith(".csv"))!;
  return /^[^\n]*THA[^\n]*G1\.1-a[^\n]*,10,|^[^\n]*G1\.1-a[^\n]*THA[^\n]*,10,/m.test(strFromU8(data));
};

it("is told of a publication that was made before, until it is made again without it", async () => {
  const id = await made();
  expect([await holds(id), await mayHold(id)]).toEqual([true, false]);
  await take();
  expect([await holds(id), await mayHold(id)]).toEqual([true, true]);
  expect(await listed()).toEqual([[id]]);
  await makePublicationAgain(secretariat(), given.plan.code, id, now);
  await given.make(id);
  expect([await holds(id), await mayHold(id)]).toEqual([false, false]);
  expect(await listed()).toEqual([[]]);
});

it("isn't told of one that was made since, of a release as well, or once it is restored", async () => {
  const named = { code: "made-up", version: 2, title: "Made up", notes: "", titleTh: "", notesTh: "" };
  await nameRelease(secretariat(), { plan: given.plan.code, ...named }, now);
  const before = await made({ ...csv, release: "made-up" });
  const taken = await take();
  const since = await made({ ...csv, release: "made-up" });
  expect([await holds(before), await mayHold(before)]).toEqual([true, true]);
  expect([await holds(since), await mayHold(since)]).toEqual([false, false]);
  expect(await listed()).toEqual([[before]]);
  await restoreTakenDown(secretariat(), given.plan.code, taken, now);
  expect(await mayHold(before)).toBe(false);
});

it("stands in no file that is being made meanwhile", async () => {
  const id = await given.request(csv);
  let isTaken = false;
  let told: unknown;
  await given.make(id, (job) =>
    publicationJob.run({
      ...job,
      progress: async (step) => {
        if (step === "keeping" && !isTaken) {
          isTaken = true;
          await take();
          // Nobody has a file of it yet.
          const { mayHoldTakenDown, isReadAnew } = await given.read(id);
          told = [await listed(), mayHoldTakenDown, isReadAnew];
        }
        await job.progress(step);
      },
    }),
  );
  expect(told).toEqual([[[]], false, true]);
  expect(await given.read(id)).toMatchObject({ state: "ready", mayHoldTakenDown: false });
  expect(await holds(id)).toBe(false);
});
