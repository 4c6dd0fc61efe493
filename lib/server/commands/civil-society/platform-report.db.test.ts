import { describe, expect, it } from "vitest";
import type { PlatformActivityEntry } from "@/lib/schemas/commitments/platform-forms";
import { platformReportForm, platformReportForWork } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { platformForWork, platformsForWork } from "@/lib/server/queries/civil-society/platforms-for-work";
import { platformsWaiting } from "@/lib/server/queries/civil-society/platforms-waiting";
import { organisationOf } from "@/lib/server/queries/organisations/organisation-of";
import { makeMember } from "@/test/factories/make-member";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addMember } from "./add-member";
import { agreeToPlatformReport } from "./agree-to-platform-report";
import { beginPlatformReport } from "./begin-platform-report";
import { closeAgreement } from "./close-agreement";
import { deletePlatformReport } from "./delete-platform-report";
import { endMembership } from "./end-membership";
import { reopenPlatformReport } from "./reopen-platform-report";
import { now, reportingPlatform } from "./testing/reporting-platform";
import { writePlatformReport } from "./write-platform-report";

const on = reportingTests();
const { address, of, join, begun, words, seen, events } = reportingPlatform(on);
const asked = { locale: "en", now };
const inThailand = () => ({ ...address(), year: 2016 });

describe("the members of a platform", () => {
  it("are told while nobody of them may begin its report, and so is whoever gives that role", async () => {
    const { prisma } = on.database;
    const { secretariat } = on.plan.actors;
    const member = await makeMember(prisma, on.plan, "Listeners");
    await join(member);
    const told = async () => [
      (await platformForWork(member, on.plan.code, "THA", "en"))?.isWithoutReporter,
      (await platformForWork(secretariat, on.plan.code, "THA", "en"))?.isWithoutReporter,
      (await platformsWaiting(member, on.plan.code))?.isWithoutReporter,
      (await organisationOf(secretariat, member.organisation.id, "en"))?.withoutReporter.length,
    ];
    expect(await told()).toEqual([true, true, true, 1]);
    expect((await organisationOf(member, member.organisation.id, "en"))?.withoutReporter).toEqual([]);
    await prisma.userRole.create({ data: { userId: member.id, planId: on.plan.planId, role: "csoReporter" } });
    expect(await told()).toEqual([false, false, false, 0]);
    await prisma.user.update({ where: { id: member.id }, data: { disabledAt: now } });
    expect(await told()).toEqual([true, true, true, 1]);
  });

  it("are kept by the secretariat, with the days on which they came and left", async () => {
    const [one, { secretariat, thailand, administrator, cso }] = [await of("Shelter"), on.plan.actors];
    const organisationId = one.organisation.id;
    for (const actor of [thailand, administrator, cso])
      await expect(addMember(actor, address(), { organisationId, since: "2016-01-01" }, now)).rejects.toThrow(
        refusal("notAllowed"),
      );
    await join(one);
    await expect(join(one)).rejects.toThrow(refusal("platformMemberAlready"));
    // A ministry is none of civil society.
    await expect(join(thailand)).rejects.toThrow(refusal("invalid"));
    const platform = await platformForWork(secretariat, on.plan.code, "THA", "en");
    expect(platform?.members).toMatchObject([{ organisationId, since: "2016-01-01" }]);
    const member = platform!.members[0]!.id;
    await expect(endMembership(secretariat, address(), { member, until: "2015-12-31" }, now)).rejects.toThrow(
      refusal("invalid"),
    );
    await expect(endMembership(secretariat, address("KHM"), { member, until: "2017-01-01" }, now)).rejects.toThrow(
      refusal("notFound"),
    );
    await expect(endMembership(secretariat, address(), { member, until: "2018-03-10" }, now)).rejects.toMatchObject({
      problems: [{ field: "until", key: "platformDayFuture" }],
    });
    await endMembership(secretariat, address(), { member, until: "2017-01-01" }, now);
    await expect(endMembership(secretariat, address(), { member, until: "2017-01-01" }, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    // It belonged to it until then: once more is from a later day on, and from none that is to come.
    const since = async (day: string) => addMember(secretariat, address(), { organisationId, since: day }, now);
    await expect(since("2017-01-01")).rejects.toMatchObject({
      problems: [{ field: "since", key: "platformSinceBefore", args: { until: "2017-01-01" } }],
    });
    await expect(since("2018-03-10")).rejects.toMatchObject({
      problems: [{ field: "since", key: "platformDayFuture" }],
    });
    await since("2017-01-02");
    const stream = `platform:${on.plan.unitIds.THA}`;
    expect((await auditWhere(on.database.prisma, { stream })).map(({ action }) => action)).toEqual([
      "platformMemberAdded",
      "platformMembershipEnded",
      "platformMemberAdded",
    ]);
  });
});

describe("the report of a platform", () => {
  it("is written by members, agreed to one by one, and agreed by as many as did", async () => {
    const { author, member, id } = await begun();
    await writePlatformReport(member, await seen(id), words(member.organisation.id), now);
    await agreeToPlatformReport(author, await seen(id), now);
    await expect(agreeToPlatformReport(author, await seen(id), now)).rejects.toThrow(refusal("changedMeanwhile"));
    await agreeToPlatformReport(member, await seen(id), now);
    // Other words are another report.
    const form = await platformReportForm(member, inThailand(), asked);
    expect(form).toMatchObject({ agreed: 2, priorities: ["Shelters", "Hotlines"], activities: [{ nodes: ["G1"] }] });
    await writePlatformReport(member, await seen(id), words(member.organisation.id, { challenges: [] }), now);
    await agreeToPlatformReport(member, await seen(id), now);
    await expect(closeAgreement(member, await seen(id), now)).rejects.toThrow(refusal("notAllowed"));
    await closeAgreement(author, await seen(id), now);
    expect(await platformReportForWork(on.plan.actors.secretariat, inThailand(), asked)).toMatchObject({
      code: "CSO-THA-2016",
      state: "agreed",
      agreed: 1,
      members: 2,
      agreements: [member.organisation.name],
      agreedOn: "2018-03-09",
      challenges: [],
      priorities: [{ body: "Shelters" }, { body: "Hotlines" }],
      activities: [{ organisation: member.organisation.name, community: 40, nodes: [{ code: "G1" }] }],
      may: ["present", "takeDown"],
    });
    await reopenPlatformReport(author, await seen(id));
    expect((await platformReportForWork(author, inThailand(), asked))?.agreements).toEqual([]);
    expect(await events(id)).toEqual([
      "platformReportBegun",
      "platformReportWritten",
      "platformReportAgreedTo",
      "platformReportAgreedTo",
      "platformReportWritten",
      "platformReportAgreedTo",
      "platformReportAgreed",
      "platformReportReopened",
    ]);
  });

  it("is read and agreed to by members who report nothing, and written by none of them", async () => {
    const { author, id } = await begun();
    const reader = await of("Shelter", "cso");
    await writePlatformReport(author, await seen(id), words(author.organisation.id), now);
    const refused = refusal("notAllowed");
    await expect(beginPlatformReport(reader, address(), { year: 2017, language: "en" }, now)).rejects.toThrow(refused);
    await expect(writePlatformReport(reader, await seen(id), words(reader.organisation.id), now)).rejects.toThrow(
      refused,
    );
    await expect(deletePlatformReport(reader, await seen(id))).rejects.toThrow(refused);
    expect(await platformReportForWork(reader, inThailand(), asked)).toMatchObject({
      state: "draft",
      onlyReads: true,
      may: ["agree"],
      challenges: [{ body: "Few interpreters" }],
    });
    expect((await platformReportForWork(author, inThailand(), asked))?.onlyReads).toBe(false);
    expect(await platformReportForm(reader, inThailand(), asked)).toBeNull();
    expect(await platformForWork(reader, on.plan.code, "THA", "en")).toMatchObject({ onlyReads: true, years: [] });
    expect(await platformsWaiting(reader, on.plan.code)).toMatchObject({
      own: ["THA"],
      mayWrite: false,
      toAgree: [{ unit: "THA", year: 2016 }],
    });
    // One agreement an organisation, whoever says it.
    await agreeToPlatformReport(reader, await seen(id), now);
    await expect(agreeToPlatformReport(author, await seen(id), now)).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(closeAgreement(reader, await seen(id), now)).rejects.toThrow(refused);
    await closeAgreement(author, await seen(id), now);
    await expect(reopenPlatformReport(reader, await seen(id))).rejects.toThrow(refused);
    expect(await events(id)).toEqual([
      "platformReportBegun",
      "platformReportWritten",
      "platformReportAgreedTo",
      "platformReportAgreed",
    ]);
  });

  it("is nobody else's as long as it is a draft, and nothing is left of what is refused", async () => {
    const { author, member, id } = await begun();
    const { cso, thailand, secretariat } = on.plan.actors;
    const stranger = await of("Somebody else");
    for (const actor of [cso, thailand, secretariat, stranger]) {
      await expect(writePlatformReport(actor, await seen(id), words(author.organisation.id), now)).rejects.toThrow(
        refusal("notFound"),
      );
      expect(await platformReportForWork(actor, inThailand(), asked)).toBeNull();
      const all = await platformsForWork(actor, on.plan.code, "en");
      expect(all?.platforms.flatMap(({ reports }) => reports)).toEqual([]);
    }
    await expect(beginPlatformReport(stranger, address(), { year: 2017, language: "en" }, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    await expect(beginPlatformReport(member, address(), { year: 2016, language: "en" }, now)).rejects.toThrow(
      refusal("platformReportBegun"),
    );
    await expect(beginPlatformReport(member, address(), { year: 2099, language: "en" }, now)).rejects.toThrow(
      refusal("invalid"),
    );
    await expect(closeAgreement(author, await seen(id), now)).rejects.toThrow(refusal("platformPriorityMissing"));
    const own = words(author.organisation.id);
    const [activity] = own.activities;
    const wrong: [Partial<PlatformActivityEntry>, string][] = [
      [{ community: 3 }, "platformReachSmall"],
      [{ nodes: ["G99"] }, "platformNodeUnknown"],
      [{ organisationId: stranger.organisation.id }, "choiceMissing"],
    ];
    for (const [part, key] of wrong)
      await expect(
        writePlatformReport(author, await seen(id), { ...own, activities: [{ ...activity!, ...part }] }, now),
      ).rejects.toThrow(refusal("invalid", { problems: [expect.objectContaining({ key })] }));
    await writePlatformReport(author, await seen(id), own, now);
    await expect(closeAgreement(author, await seen(id), now)).rejects.toThrow(refusal("platformAgreementMissing"));
    await expect(deletePlatformReport(member, await seen(id))).rejects.toThrow(refusal("notAllowed"));
    expect(await events(id)).toEqual(["platformReportBegun", "platformReportWritten"]);
    await deletePlatformReport(author, await seen(id));
    expect(await on.database.prisma.addressedText.count({ where: { planId: on.plan.planId } })).toBe(0);
  });

  it("is written by the first of two who write it at once", async () => {
    const { author, member, id } = await begun();
    const asSeen = await seen(id);
    const outcomes = await Promise.allSettled(
      [author, member].map((actor) => writePlatformReport(actor, asSeen, words(actor.organisation.id), now)),
    );
    expect(outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []))).toEqual([
      refusal("changedMeanwhile"),
    ]);
    expect(await events(id)).toEqual(["platformReportBegun", "platformReportWritten"]);
  });

  it("keeps its words once it is agreed, whoever tries; those who left don't count", async () => {
    const { author, member, id } = await begun();
    await writePlatformReport(author, await seen(id), words(author.organisation.id), now);
    for (const actor of [author, member]) await agreeToPlatformReport(actor, await seen(id), now);
    const platform = await platformForWork(on.plan.actors.secretariat, on.plan.code, "THA", "en");
    const { id: membership } = platform!.members.find(
      ({ organisationId }) => organisationId === member.organisation.id,
    )!;
    await endMembership(on.plan.actors.secretariat, address(), { member: membership, until: "2018-03-01" }, now);
    await closeAgreement(author, await seen(id), now);
    expect(await platformReportForWork(author, inThailand(), asked)).toMatchObject({ agreed: 1, members: 1 });
    const { pool } = on.database;
    const point = `(SELECT text_id FROM platform_point WHERE report_id = ${id} LIMIT 1)`;
    for (const change of [
      `UPDATE platform_activity SET title = 'Other' WHERE report_id = ${id}`,
      `DELETE FROM platform_point WHERE report_id = ${id}`,
      `DELETE FROM platform_agreement WHERE report_id = ${id}`,
      `UPDATE addressed_round SET body = 'Other' WHERE text_id = ${point}`,
      `DELETE FROM addressed_text WHERE id = ${point}`,
    ])
      await expect(pool.query(change)).rejects.toThrow("is agreed");
    await expect(pool.query(`DELETE FROM platform_report WHERE id = ${id}`)).rejects.toThrow("is kept");
  });
});
