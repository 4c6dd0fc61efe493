import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { removeKeyAction } from "@/lib/server/commands/commitments/remove-key-action";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { platformReportForWork, pointReply } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { platformsWaiting } from "@/lib/server/queries/civil-society/platforms-waiting";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { presentPlatformReport } from "./present-platform-report";
import { now, reportingPlatform } from "./testing/reporting-platform";

const on = reportingTests();
const { agreed, meeting, seen, events, answering, act, answer } = reportingPlatform(on);
const links = { evidenceTitle: "The law", evidenceUrl: "https://gov.example/law" };
const explains = { kind: "explains", body: "It needs a law", ...links } as const;

/** A report that was presented, by the rows of its three points. */
async function presented(unit = "THA") {
  const report = await agreed(unit);
  await meeting("SOM12");
  await presentPlatformReport(on.plan.actors.secretariat, await seen(report.id), { meeting: "SOM12" }, now);
  const rows = await on.database.prisma.platformPoint.findMany({ where: { reportId: report.id } });
  return { ...report, points: rows.map(({ textId }) => textId) };
}

describe("an answer to a point", () => {
  it("is drafted by a contributor and sent by the focal point; before that only their country reads it", async () => {
    const { thailand, contributor, secretariat } = on.plan.actors;
    const { id, author, address, points } = await presented();
    const [point] = points as [number];
    expect((await platformsWaiting(contributor, on.plan.code))?.toAnswer).toMatchObject([{ points: 3 }]);
    await draftReply(contributor, await answering(point, "THA"), explains, now);
    await act(contributor, point, "THA", "Open two shelters");
    await act(contributor, point, "THA", "Open three shelters");
    const page = (actor: Actor) => pointReply(actor, { ...address, point, of: "THA" }, { locale: "en", now });
    const drafted = await page(thailand);
    expect(drafted).toMatchObject({
      may: { draft: true, send: true, keyActions: "write" },
      response: { reply: null },
      draft: { kind: "explains", body: "It needs a law", evidence: { title: "The law" }, at: now.toISOString() },
      keyActions: [{ body: "Open two shelters" }, { body: "Open three shelters" }],
    });
    expect((await page(contributor))?.may).toEqual({ draft: true, send: false, keyActions: "write" });
    for (const stranger of [author, secretariat]) {
      expect(await page(stranger)).toBeNull();
      const read = await platformReportForWork(stranger, address, { locale: "en", now });
      expect(JSON.stringify(read)).not.toMatch(/needs a law|shelters/);
      expect(read).toMatchObject({ draftsFor: [], answersFor: [] });
    }
    await removeKeyAction(thailand, await answering(point, "THA"), drafted!.keyActions[1]!.id);
    const acts = { ...explains, kind: "actedOn", body: "We begin" } as const;
    await expect(answer(contributor, point, "THA", acts)).rejects.toThrow(refusal("notAllowed"));
    await answer(thailand, point, "THA", acts, new Date("2018-06-02T04:00:00Z"));
    const read = await platformReportForWork(author, address, { locale: "en", now });
    expect(read?.challenges[0]?.responses[0]?.reply).toMatchObject({
      kind: "actedOn",
      body: "We begin",
      evidence: { url: links.evidenceUrl },
      isLate: true,
      keyActions: [{ body: "Open two shelters" }],
    });
    // What is promised is added to later, and nothing of it is taken out.
    await expect(act(contributor, point, "THA", "Open four")).rejects.toThrow(refusal("notAllowed"));
    await act(thailand, point, "THA", "Open four");
    await expect(removeKeyAction(thailand, await answering(point, "THA"), drafted!.keyActions[0]!.id)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    expect((await events(id)).slice(-6)).toEqual([
      "pointReplyDrafted",
      "keyActionAdded",
      "keyActionAdded",
      "keyActionRemoved",
      "pointReplySent",
      "keyActionAdded",
    ]);
    const audit = await auditWhere(on.database.prisma, { stream: `platformReport:${id}` });
    expect(JSON.stringify(audit)).not.toMatch(/needs a law|shelters|We begin|gov\.example/);
  });

  it("is refused to whoever saw another draft, and to nobody for another country's", async () => {
    const { thailand, contributor, cambodia } = on.plan.actors;
    const { points } = await presented("REGION");
    const [point] = points as [number];
    const [opened, others] = [await answering(point, "THA"), await answering(point, "KHM")];
    await draftReply(contributor, opened, explains, now);
    for (const command of [draftReply, sendReply])
      await expect(command(thailand, opened, explains, now)).rejects.toThrow(refusal("changedMeanwhile"));
    const action = { body: "Open two shelters", organisationId: null, dueOn: "2018-12-31" };
    await expect(addKeyAction(thailand, opened, action, now)).rejects.toThrow(refusal("changedMeanwhile"));
    await sendReply(cambodia, others, explains, now);
    await answer(thailand, point, "THA", explains);
    const given = await on.database.prisma.unitResponse.count({ where: { textId: point, state: "given" } });
    expect(given).toBe(2);
  });

  it("is given once of two that are sent at the same moment, and the last two make the report answered", async () => {
    const { thailand } = on.plan.actors;
    const { id, points } = await presented();
    const [first, ...last] = points as [number, number, number];
    const opened = await answering(first, "THA");
    const sent = await Promise.allSettled(
      ["One", "Two"].map((body) => sendReply(thailand, opened, { ...explains, body }, now)),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(sent).toContainEqual({ status: "rejected", reason: refusal("changedMeanwhile") });
    const asked = await Promise.all(last.map((point) => answering(point, "THA")));
    await Promise.all(asked.map((each) => sendReply(thailand, each, explains, now)));
    const report = await on.database.prisma.platformReport.findUniqueOrThrow({ where: { id } });
    expect(report.state).toBe("answered");
    expect((await events(id)).filter((action) => action === "pointReplySent")).toHaveLength(3);
  });
});
