import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendBackObservation } from "@/lib/server/commands/commitments/send-back-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { makeMember } from "@/test/factories/make-member";
import { reportingTests } from "@/test/factories/reporting-plan";
import { yourWork } from "../your-work";
import { observationForWork } from "./observation-for-work";
import { observationForm } from "./observation-form";
import { observationList } from "./observation-list";

const on = reportingTests();
/** A Friday; the safety check is due a week later, a reply sixty days later. */
const now = new Date("2018-03-09T04:00:00Z");
const asked = { locale: "en" as const, now };

const words: ObservationWords = {
  kind: "reportsGap",
  basis: "serviceData",
  body: "Made-up words",
  language: "en",
  sources: [],
  shadow: null,
  attribution: "governments",
  visibility: "public",
};
const add = (said: Partial<ObservationWords> = {}) =>
  addObservation(
    on.plan.actors.cso,
    { ...on.plan.address("THA", "2016"), about: { of: "indicator", code: "G1.1-a" } },
    { ...words, ...said },
    now,
  ).then(({ id }) => id);
const seen = async (id: number) => ({
  plan: on.plan.code,
  id,
  rowVersion: (await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id } })).rowVersion,
});
const submit = async (id: number) => submitObservation(on.plan.actors.cso, await seen(id), now);
const pass = async (id: number) => passObservation(on.plan.actors.secretariat, await seen(id), now);
const waitsFor = async (actor: Actor, at = now) =>
  (await yourWork(actor, on.plan.code, { ...asked, now: at }))!.observations.waiting.map(
    ({ id, waiting, dueOn, daysOverdue }) => ({ id, waiting, dueOn, daysOverdue }),
  );

describe("what waits for somebody among observations", () => {
  it("goes from its author to the secretariat, to the unit, and back", async () => {
    const { cso, secretariat, thailand, contributor, cambodia } = on.plan.actors;
    const id = await add();
    const other = await makeMember(on.database.prisma, on.plan, "Another organisation (made up)");
    const timeless = { id, dueOn: null, daysOverdue: 0 };
    expect(await waitsFor(cso)).toEqual([{ ...timeless, waiting: "finish" }]);
    expect(await waitsFor(other)).toEqual([]);
    await submit(id);
    expect(await waitsFor(cso)).toEqual([]);
    expect(await waitsFor(secretariat)).toEqual([{ id, waiting: "check", dueOn: "2018-03-16", daysOverdue: 0 }]);
    expect(await waitsFor(thailand)).toEqual([]);
    const broken = { rule: "smallCount", note: "Two persons of one village" } as const;
    await sendBackObservation(secretariat, await seen(id), broken, now);
    expect((await yourWork(cso, on.plan.code, asked))!.observations.waiting).toMatchObject([
      { id, waiting: "putRight", sentBack: broken, subject: { code: "G1.1-a" } },
    ]);
    await submit(id);
    await pass(id);
    const due = { id, waiting: "reply", dueOn: "2018-05-08", daysOverdue: 0 };
    expect(await waitsFor(thailand)).toEqual([due]);
    expect(await waitsFor(contributor)).toEqual([due]);
    expect(await waitsFor(cambodia)).toEqual([]);
    expect(await waitsFor(thailand, new Date("2018-05-11T04:00:00Z"))).toEqual([{ ...due, daysOverdue: 3 }]);
    await sendReply(thailand, await seen(id), { kind: "explains", body: "Counted twice" }, now);
    expect(await waitsFor(thailand)).toEqual([]);
    expect(await waitsFor(cso)).toMatchObject([{ id, waiting: "followUp" }]);
  });

  it("stands first in the list, what is due first before the rest", async () => {
    const { secretariat, cso, thailand } = on.plan.actors;
    const [first, second, third] = [await add(), await add(), await add()];
    await submit(first);
    await pass(first);
    await submit(second);
    const order = async (actor: Actor) =>
      (await observationList(actor, on.plan.code, asked))?.listed.map(({ id }) => id);
    expect(await order(secretariat)).toEqual([second, first]);
    expect(await order(thailand)).toEqual([first]);
    expect(await order(cso)).toEqual([third, second, first]);
  });

  it("is a unit's draft of a reply with who wrote it, and nobody else's", async () => {
    const { contributor, thailand, cso, secretariat } = on.plan.actors;
    const id = await add();
    await submit(id);
    await pass(id);
    await draftReply(contributor, await seen(id), { kind: "explains", body: "So far" }, now);
    const of = async (actor: Actor) => (await observationForWork(actor, on.plan.code, id, asked))?.draftReply;
    const { name } = contributor;
    expect(await of(thailand)).toEqual({
      kind: "explains",
      body: "So far",
      evidence: null,
      at: now.toISOString(),
      by: name,
    });
    expect(await of(cso)).toBeNull();
    expect(await of(secretariat)).toBeNull();
  });
});

describe("the form of a new observation", () => {
  const form = (
    actor: Actor,
    about: Partial<Record<"unit" | "period" | "indicator" | "node" | "decision" | "narrative", string>>,
  ) =>
    observationForm(
      actor,
      on.plan.code,
      { unit: null, period: null, indicator: null, node: null, decision: null, narrative: null, ...about },
      asked,
    );

  it("asks for unit and period first, and knows what the address says", async () => {
    const { cso } = on.plan.actors;
    expect(await form(cso, {})).toMatchObject({ about: null, asked: { unit: null, period: null } });
    // Which country it is about is asked of whoever came from an indicator or a part of the framework.
    expect(await form(cso, { period: "2016", node: "G1.1" })).toMatchObject({
      about: null,
      asked: { unit: null, period: "2016", subject: { of: "node", code: "G1.1" } },
    });
    expect((await form(cso, {}))?.units.map(({ code }) => code)).toContain("THA");
    expect(await form(cso, { unit: "THA", period: "2016", indicator: "G1.1-a" })).toMatchObject({
      about: { unit: { code: "THA" }, period: "2016", subject: { of: "indicator", code: "G1.1-a" } },
    });
    expect(await form(cso, { unit: "THA", period: "2016", indicator: "G9.9-z", node: "G1.1" })).toMatchObject({
      about: { subject: { of: "node", code: "G1.1", goal: "G1" } },
    });
  });

  it("is nothing for who observes nothing, and of a unit that somebody doesn't observe", async () => {
    const { thailand, secretariat } = on.plan.actors;
    const member = await makeMember(on.database.prisma, on.plan, "Of one country (made up)", "KHM");
    expect(await form(thailand, {})).toBeNull();
    expect(await form(secretariat, {})).toBeNull();
    expect((await form(member, {}))?.units.map(({ code }) => code)).toEqual(["KHM"]);
    expect(await form(member, { unit: "THA", period: "2016" })).toBeNull();
    expect(await form(member, { unit: "KHM", period: "1999" })).toBeNull();
  });
});
