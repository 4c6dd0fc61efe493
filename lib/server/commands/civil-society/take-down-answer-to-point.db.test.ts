import { describe, expect, it } from "vitest";
import type { AnswerPart } from "@/lib/schemas/commitments/observation-forms";
import { takeDownPartForm } from "@/lib/schemas/commitments/platform-forms";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { platformReportForWork } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { presentPlatformReport } from "./present-platform-report";
import { takeDownPlatformPart } from "./take-down-platform-part";
import { now, reportingPlatform } from "./testing/reporting-platform";

const on = reportingTests();
const { agreed, meeting, seen, answering, act, answer } = reportingPlatform(on);
const standing = (words: string) => whereWordsStand(on.database, words);
const reply = { of: "reply", round: 1, unit: "THA" } as const;

/** A report with an answer to its first point, in words of its own. */
async function answered(word: string) {
  const { secretariat, thailand } = on.plan.actors;
  const report = await agreed("THA");
  await meeting("SOM12");
  await presentPlatformReport(secretariat, await seen(report.id), { meeting: "SOM12" }, now);
  const rows = await on.database.prisma.platformPoint.findMany({
    where: { reportId: report.id },
    orderBy: { textId: "asc" },
  });
  const point = rows[0]!.textId;
  for (const place of [1, 2]) await act(thailand, point, "THA", `Action ${word}${place}`);
  const evidence = { evidenceTitle: `Title ${word}3`, evidenceUrl: "https://example.org/3" };
  await answer(thailand, point, "THA", { kind: "actedOn", body: `Answer ${word}3`, ...evidence });
  const { id: keyAction } = await on.database.prisma.keyAction.findFirstOrThrow({
    where: { textId: point },
    orderBy: { id: "asc" },
  });
  const takeDown = async (part: AnswerPart, actor = secretariat) =>
    takeDownAnswer(actor, { ...(await seen(report.id)), point }, part, "identifiable", now);
  return { ...report, point, other: rows[1]!.textId, keyAction, takeDown };
}

describe("an answer to a point that is taken down for safety by itself", () => {
  it("leaves its kind and its days, and its words nowhere; the point stands", async () => {
    const { thailand } = on.plan.actors;
    const { id, address, point, keyAction, takeDown } = await answered("ANONG");
    const area = () => publicVersion({ plan: on.plan.code, area: "civil-society" });
    const before = await area();
    await takeDown(reply);
    expect(await area()).not.toBe(before);
    expect([await standing("ANONG3"), await standing("ANONG1")]).toEqual([[], ["key_action.body"]]);
    await takeDown({ of: "keyAction", id: keyAction });
    expect([await standing("ANONG1"), await standing("ANONG2")]).toEqual([[], ["key_action.body"]]);
    const view = await platformReportForWork(thailand, address, { locale: "en", now });
    expect(view?.challenges).toMatchObject([
      {
        body: "Few interpreters",
        takenDown: null,
        responses: [
          { state: "given", reply: { kind: "actedOn", body: "", evidence: null, keyActions: [{ body: "" }, {}] } },
        ],
      },
    ]);
    // Of what is left more is told; of what is gone nothing.
    const told = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" } as const;
    await expect(tellKeyAction(thailand, await answering(point, "THA"), keyAction, told, now)).rejects.toThrow(
      refusal("notFound"),
    );
    const audit = await auditWhere(on.database.prisma, { stream: `platformReport:${id}` });
    expect(audit.slice(-2)).toMatchObject([
      { action: "answerTakenDown", after: { point: "challenge 1", round: 1, unit: "THA", rule: "identifiable" } },
      { action: "answerTakenDown", after: { point: "challenge 1", keyAction, rule: "identifiable" } },
    ]);
  });

  it("is taken down by the secretariat alone, as they saw the report, and once", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const { id, author, point, other, keyAction, takeDown } = await answered("KANYA");
    for (const nobody of [thailand, author])
      await expect(takeDown(reply, nobody)).rejects.toThrow(refusal("notAllowed"));
    const before = await seen(id);
    const off = (of: number, part: AnswerPart, asked = before) =>
      takeDownAnswer(secretariat, { ...asked, point: of }, part, "minor", now);
    // Of another point, and of one that isn't answered.
    for (const [of, part] of [
      [other, { of: "keyAction", id: keyAction }],
      [other, reply],
      [999_999, reply],
    ] as const)
      await expect(off(of, part)).rejects.toThrow(refusal("notFound"));
    const both = await Promise.allSettled([off(point, reply), off(point, reply)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both).toContainEqual({ status: "rejected", reason: refusal("changedMeanwhile") });
    await expect(takeDown(reply)).rejects.toThrow(refusal("notFound"));
    await takeDownPlatformPart(secretariat, await seen(id), { part: "challenge", position: 1, rule: "minor" }, now);
    await expect(takeDown({ of: "keyAction", id: keyAction })).rejects.toThrow(refusal("changedMeanwhile"));
  });

  it("is chosen in the form of the report, by its point", () => {
    const form = {
      locale: "en",
      plan: "spaiv",
      unit: "THA",
      year: "2016",
      rowVersion: "3",
      rule: "minor",
      isCertain: "on",
    };
    const chosen = (part: string) => takeDownPartForm.safeParse({ ...form, part }).data?.part ?? null;
    expect(chosen("point-12-reply-1-THA")).toEqual({ point: 12, answer: reply });
    expect(chosen("point-12-keyAction-7")).toEqual({ point: 12, answer: { of: "keyAction", id: 7 } });
    expect(chosen("priority-2")).toEqual({ part: "priority", position: 2 });
    for (const none of ["", "text", "reply-1-THA", "point-12", "point-12-text", "point-0-keyAction-7", "activity-0"])
      expect(chosen(none), none).toBeNull();
  });
});
