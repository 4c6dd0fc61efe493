import { expect, it } from "vitest";
import { observationsFilterOf } from "@/lib/schemas/addresses/observations-filter";
import type { ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { speakAgain } from "@/lib/server/commands/commitments/speak-again";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { now, observing, reply, said } from "@/lib/server/commands/commitments/testing/observing";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { publicObservations } from "@/lib/server/queries/observations/public-observations";
import { publicVersion } from "@/lib/server/queries/public-version";
import { reportingTests } from "@/test/factories/reporting-plan";
import { countAboutDecisions } from "./count-about-decisions";

const on = reportingTests();
const { seen } = observing(on);

/** A meeting's agreed decision, by its text. */
async function decided(): Promise<number> {
  const { secretariat } = on.plan.actors;
  const plan = on.plan.code;
  const { id } = await addMeeting(secretariat, {
    plan,
    code: "SOM12",
    entry: {
      kind: "som",
      year: 2017,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit: null,
      participants: [],
      sources: [],
      texts: [{ locale: "en", title: "SOM12", place: "", notes: "" }],
    },
  });
  await advanceMeeting(secretariat, { plan, id, rowVersion: 1 }, "hold", now);
  const words = { kind: "task" as const, body: "Do it.", dueOn: "", priority: null, extendedTo: null };
  await addDecision(secretariat, { plan, id, rowVersion: 2 }, { ...words, units: [], organisations: [] }, now);
  await advanceMeeting(secretariat, { plan, id, rowVersion: 3 }, "agreeOutcome", now);
  return (await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { meetingId: id } })).textId;
}

it("counts exactly the observations that anybody reads, each once, wherever they stand", async () => {
  const { cso, secretariat, thailand } = on.plan.actors;
  const decisionId = await decided();
  const add = async (more: Partial<ObservationWords> = {}) => {
    const subject = { ...on.plan.address("THA", "2016"), about: { of: "decision" as const, code: "SOM12-D1" } };
    return (await addObservation(cso, subject, { ...said, ...more }, now)).id;
  };
  const pass = async (id: number) => {
    await submitObservation(cso, await seen(id), now);
    await passObservation(secretariat, await seen(id), now);
  };
  /** The count, and how many the list of public observations shows in words. */
  const counts = async () => {
    const version = (await publicVersion({ plan: on.plan.code, area: "observations" }))!;
    const area = { code: on.plan.code, locale: "en", version };
    const { observations } = (await publicObservations(area, observationsFilterOf(new URLSearchParams())))!;
    const count = (await countAboutDecisions(on.database.prisma, [decisionId])).get(decisionId) ?? 0;
    return [count, observations.filter((each) => each.said !== null).length];
  };
  const [first, second, third] = [await add(), await add(), await add({ visibility: "governments" })];
  await submitObservation(cso, await seen(first), now);
  expect(await counts()).toEqual([0, 0]);
  await passObservation(secretariat, await seen(first), now);
  expect(await counts()).toEqual([0, 0]);
  await sendReply(thailand, await seen(first), reply, now);
  expect(await counts()).toEqual([1, 1]);
  await speakAgain(cso, await seen(first), "And still");
  await pass(first);
  expect(await counts()).toEqual([1, 1]);
  await sendReply(thailand, await seen(first), reply, now);
  expect(await counts()).toEqual([1, 1]);
  for (const id of [second, third]) await pass(id);
  await lapseResponses(new Date("2018-09-01T04:00:00Z"));
  expect(await counts()).toEqual([2, 2]);
  await endObservation(cso, await seen(first), "withdrawn", now);
  expect(await counts()).toEqual([1, 1]);
  await takeDownObservation(secretariat, await seen(second), "minor", now);
  expect(await counts()).toEqual([0, 0]);
  expect(await countAboutDecisions(on.database.prisma, [])).toEqual(new Map());
});
