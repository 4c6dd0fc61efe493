import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { defaultLocale } from "@/lib/i18n/routing";
import { reviewNoteForm } from "@/lib/schemas/reports/report-forms";
import { personalData } from "@/lib/server/queries/account/personal-data";
import { ownNote } from "@/lib/server/queries/own-note";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { writeNote } from "./write-note";

const now = new Date("2017-05-01T04:00:00Z");
const words = "Ask them about the second half";
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");
const make = (state: "submitted" | "approved" = "submitted") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state });
const note = (actor: Actor, body = words, rowVersion = 0) =>
  writeNote(actor, here(), { indicator: "G1.1-a", body, rowVersion }, now);
const read = (actor: Actor) => ownNote(actor, here(), "G1.1-a");
const noted = async (actor: Actor) =>
  (await reportForReview(actor, here(), { locale: defaultLocale, now }))?.indicators
    .filter(({ isNoted }) => isNoted)
    .map(({ code }) => code);

describe("a reviewer's own note", () => {
  it("is read by its author alone, in whatever becomes of the report", async () => {
    const { secretariat, secondReviewer, thailand } = on.plan.actors;
    await make();
    expect(await note(secretariat)).toEqual({ rowVersion: 1 });
    expect(await read(secretariat)).toEqual({ body: words, rowVersion: 1 });
    expect(await noted(secretariat)).toEqual(["G1.1-a"]);
    expect(await read(secondReviewer)).toEqual({ body: "", rowVersion: 0 });
    expect(await noted(secondReviewer)).toEqual([]);
    expect(await read(thailand)).toBeNull();
    const asked = { locale: "en", now };
    for (const seen of [
      await reportForReview(secondReviewer, here(), asked),
      await reportForReview(secretariat, here(), asked),
      await reportForEntry(thailand, here(), asked),
      await personalData(secondReviewer, now),
    ])
      expect(JSON.stringify(seen, (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(words);
    expect(await personalData(secretariat, now)).toMatchObject({ reviewNotes: [{ body: words }] });
  });

  it("is changed and forgotten as its author saw it, and the audit says nothing of its words", async () => {
    const { secretariat } = on.plan.actors;
    await make();
    await note(secretariat);
    await expect(note(secretariat, "From another window")).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await note(secretariat, "And the third", 1)).toEqual({ rowVersion: 2 });
    await expect(note(secretariat, "Late", 1)).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(note(secretariat, "", 1)).rejects.toThrow(refusal("changedMeanwhile"));
    // Whoever is refused is told what stands there, and the same words again are no conflict: their answer was lost.
    await expect(note(secretariat, "Late", 1)).rejects.toMatchObject({
      present: { body: "And the third", rowVersion: 2 },
    });
    expect(await note(secretariat, "And the third", 1)).toEqual({ rowVersion: 2 });
    expect(await note(secretariat, "", 2)).toEqual({ rowVersion: 0 });
    expect(await note(secretariat, "", 2)).toEqual({ rowVersion: 0 });
    expect(await note(secretariat, "", 0)).toEqual({ rowVersion: 0 });
    await expect(note(secretariat, "Again", 2)).rejects.toMatchObject({ present: { body: "", rowVersion: 0 } });
    expect(await on.database.prisma.reviewNote.count({ where: { report: { planId: on.plan.planId } } })).toBe(0);
    const events = await auditOf(on.database.prisma, on.plan);
    expect(events.map(({ action }) => action)).toEqual(["noteWritten", "noteWritten", "noteRemoved"]);
    expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(
      "third",
    );
  });

  it("is refused to whoever doesn't review the report, and before it was submitted", async () => {
    const { thailand, cso, contributor, secretariat } = on.plan.actors;
    await expect(note(secretariat)).rejects.toThrow(refusal("notFound"));
    await make();
    for (const actor of [thailand, contributor]) await expect(note(actor)).rejects.toThrow(refusal("notAllowed"));
    await expect(note(cso)).rejects.toThrow(refusal("notFound"));
    expect(await on.database.prisma.reviewNote.count({ where: { report: { planId: on.plan.planId } } })).toBe(0);
  });

  it("is judged as other words are", () => {
    const judged = reviewNoteForm.safeParse({ indicator: "G1.1-a", body: "Call a@home.example", rowVersion: 0 });
    expect(judged.error?.issues[0]?.path).toEqual(["body"]);
  });
});
