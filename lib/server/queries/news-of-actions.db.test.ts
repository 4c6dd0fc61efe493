import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { observing } from "@/lib/server/commands/commitments/testing/observing";
import { reportingTests } from "@/test/factories/reporting-plan";
import { newsForWork } from "./news-for-work";

const on = reportingTests();
const { passed, seen } = observing(on);
const platforms = reportingPlatform(on);

const march = (day: number) => new Date(`2018-03-${String(day).padStart(2, "0")}T04:00:00Z`);
const plain: KeyActionTold = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" };
const done: KeyActionTold = { ...plain, state: "done", evidenceTitle: "Desk", evidenceUrl: "https://gov.example/d" };
const stopped: KeyActionTold = { ...plain, state: "stopped", reason: "No money" };
const actedOn = { kind: "actedOn", body: "At once." } as const;

const actionsOf = async (textId: number) => {
  const rows = await on.database.prisma.keyAction.findMany({ where: { textId }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
};
/** What is new for somebody of what was done. */
async function newsOf(actor: Actor, now = march(20)) {
  const plan = await on.database.prisma.plan.findUniqueOrThrow({ where: { code: on.plan.code } });
  const told = await newsForWork(actor, plan, { locale: "en", now });
  return told?.news.filter(({ kind }) => /Actions/.test(kind)) ?? null;
}

it("what was done about an observation, or stopped, is new for whoever of its author observes the country", async () => {
  const { cso, thailand, secretariat } = on.plan.actors;
  const id = await passed();
  for (const body of ["A desk", "A hotline", "A shelter"]) {
    const added = { body, organisationId: null, dueOn: "2018-06-30" };
    await addKeyAction(thailand, await seen(id), added, march(9));
  }
  await sendReply(thailand, await seen(id), actedOn, march(9));
  const [desk, hotline, shelter] = (await actionsOf(id)) as [number, number, number];
  await tellKeyAction(thailand, await seen(id), desk, done, march(15));
  await tellKeyAction(thailand, await seen(id), hotline, stopped, march(14));
  await tellKeyAction(thailand, await seen(id), shelter, plain, march(16));
  expect(await newsOf(cso)).toMatchObject([
    { on: "2018-03-15", kind: "observationActionsDone", id, number: 1, unit: { code: "THA" }, count: 1 },
    { on: "2018-03-14", kind: "observationActionsStopped", id, count: 1 },
  ]);
  const elsewhere = { id: on.plan.unitIds.KHM!, code: "KHM", level: "country" as const };
  const [{ role, plan }] = cso.roles as [Actor["roles"][number]];
  expect(await newsOf({ ...cso, roles: [{ role, plan, unit: elsewhere }] })).toEqual([]);
  expect(await newsOf(await platforms.of("Others", "cso"))).toEqual([]);
  expect(await newsOf(cso, new Date("2018-04-16T04:00:00Z"))).toEqual([]);
  await takeDownObservation(secretariat, await seen(id), "minor", march(17));
  expect(await newsOf(cso)).toEqual([]);
});

it("what was done about points of a platform's report is new for its members, all of a report at once", async () => {
  const { secretariat, thailand } = on.plan.actors;
  const { id, author, member } = await platforms.agreed("THA");
  await presentPlatformReport(
    secretariat,
    await platforms.seen(id),
    { meeting: await platforms.meeting("SOM12") },
    march(8),
  );
  const points = await on.database.prisma.platformPoint.findMany({ where: { reportId: id }, take: 2 });
  for (const { textId } of points) {
    await platforms.act(thailand, textId, "THA", "A desk", march(9));
    await platforms.answer(thailand, textId, "THA", actedOn, march(9));
    const [desk] = (await actionsOf(textId)) as [number];
    await tellKeyAction(thailand, await platforms.answering(textId, "THA"), desk, done, march(13));
  }
  for (const actor of [author, member])
    expect(await newsOf(actor)).toMatchObject([
      { on: "2018-03-13", kind: "pointActionsDone", report: { code: "CSO-THA-2016" }, unit: { code: "THA" }, count: 2 },
    ]);
  expect(await newsOf(await platforms.of("Others"))).toEqual([]);
});
