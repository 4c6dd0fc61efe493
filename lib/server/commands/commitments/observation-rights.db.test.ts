import { describe, expect, it } from "vitest";
import { makeMember } from "@/test/factories/make-member";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { changeOrganisation } from "../organisations/change-organisation";
import { addObservation } from "./add-observation";
import { endObservation } from "./end-observation";
import { passObservation } from "./pass-observation";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { now, observing, reply, said } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";

const on = reportingTests();
const { subject, add, row, seen, passed } = observing(on);

describe("the organisation that speaks", () => {
  it("has its public pages made anew where it is renamed, if they name it", async () => {
    const { secretariat } = on.plan.actors;
    const member = await makeMember(on.database.prisma, on.plan, `River Foundation ${on.plan.planId}`);
    const versions = () => on.database.prisma.areaVersion.findMany({ where: { planId: on.plan.planId } });
    const rename = async (name: string) => {
      const { id, rowVersion } = await on.database.prisma.organisation.findUniqueOrThrow({
        where: { id: member.organisation.id },
      });
      const own = { acronym: null, kind: "civilSociety", website: null } as const;
      await changeOrganisation(secretariat, { id, rowVersion }, { ...own, names: [], unitIds: [], name });
    };
    await add({ attribution: "governments" }, member);
    await rename(`First ${on.plan.planId}`);
    expect(await versions()).toEqual([]);
    await add({ attribution: "named" }, member);
    await rename(`Second ${on.plan.planId}`);
    expect((await versions()).map(({ area }) => area).sort()).toEqual([
      "civil-society",
      "feed.xml",
      "meetings",
      "observations",
    ]);
  });
});

describe("who may", () => {
  it("speak: members of that organisation; others know of nothing before it is passed on", async () => {
    const { cso, thailand, secretariat, administrator } = on.plan.actors;
    const other = await makeMember(on.database.prisma, on.plan, "Another organisation (made up)");
    const id = await add();
    for (const stranger of [other, thailand, secretariat, administrator])
      await expect(submitObservation(stranger, await seen(id), now)).rejects.toThrow(refusal("notFound"));
    await submitObservation(cso, await seen(id), now);
    await expect(passObservation(thailand, await seen(id), now)).rejects.toThrow(refusal("notFound"));
    await expect(passObservation(cso, await seen(id), now)).rejects.toThrow(refusal("notAllowed"));
    await expect(passObservation(other, await seen(id), now)).rejects.toThrow(refusal("notFound"));
    await passObservation(secretariat, await seen(id), now);
    await expect(endObservation(other, await seen(id), "withdrawn", now)).rejects.toThrow(refusal("notAllowed"));
  });

  it("reply: the unit's focal point; a contributor drafts, another country doesn't know of it yet", async () => {
    const { contributor, cambodia, secretariat } = on.plan.actors;
    const id = await passed();
    await expect(sendReply(contributor, await seen(id), reply, now)).rejects.toThrow(refusal("notAllowed"));
    await expect(sendReply(cambodia, await seen(id), reply, now)).rejects.toThrow(refusal("notFound"));
    await expect(sendReply(secretariat, await seen(id), reply, now)).rejects.toThrow(refusal("notAllowed"));
  });

  it("begin one: who observes the unit, of an indicator that it has", async () => {
    const { thailand } = on.plan.actors;
    await expect(add({}, thailand)).rejects.toThrow(refusal("notAllowed"));
    await expect(
      addObservation(on.plan.actors.cso, { ...subject(), about: { of: "indicator", code: "G9.9-z" } }, said, now),
    ).rejects.toThrow(refusal("notFound"));
    await expect(
      addObservation(on.plan.actors.cso, { ...subject(), about: { of: "node", code: "G99" } }, said, now),
    ).rejects.toThrow(refusal("notFound"));
  });
});

describe("two at once", () => {
  it("pass it once, reply once, and give numbers without a gap", async () => {
    const { cso, secretariat, secondReviewer, thailand } = on.plan.actors;
    const ids = await Promise.all([add(), add(), add()]);
    await Promise.all(ids.map(async (id) => submitObservation(cso, await seen(id), now)));
    const numbers = await Promise.all(ids.map(async (id) => (await row(id)).number));
    expect(numbers.sort()).toEqual([1, 2, 3]);
    const [id] = ids;
    const both = await seen(id!);
    const passing = await Promise.allSettled([
      passObservation(secretariat, both, now),
      sendBackObservation(secondReviewer, both, { rule: "minor", note: "" }, now),
    ]);
    expect(passing.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
    const waiting = await passed();
    const asked = await seen(waiting);
    const replying = await Promise.allSettled([
      sendReply(thailand, asked, reply, now),
      sendReply(thailand, asked, { ...reply, body: "Another" }, now),
    ]);
    expect(replying.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
  });

  it("keep what was passed on and answered, whatever comes", async () => {
    const id = await passed();
    const evidence = { evidenceTitle: "The list", evidenceUrl: "https://gov.example/list" };
    await sendReply(on.plan.actors.thailand, await seen(id), { ...reply, ...evidence }, now);
    const { addressedRound, unitResponse, addressedText } = on.database.prisma;
    await expect(addressedRound.updateMany({ where: { textId: id }, data: { body: "Other" } })).rejects.toThrow();
    await expect(unitResponse.updateMany({ where: { textId: id }, data: { body: "Other" } })).rejects.toThrow();
    await expect(addressedText.delete({ where: { id } })).rejects.toThrow();
    const emptied = { body: "", redactedAt: now };
    await expect(unitResponse.updateMany({ where: { textId: id }, data: emptied })).rejects.toThrow();
    const whole = { ...emptied, evidenceTitle: "", evidenceUrl: "" };
    await unitResponse.updateMany({ where: { textId: id }, data: whole });
  });
});
