import { describe, expect, it } from "vitest";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import type { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { lookedAtIn } from "@/lib/schemas/forms/looked-at";
import { textDigest } from "@/lib/server/reports/text-digest";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { recordNarratives } from "./record-narratives";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

type Kind = "progress" | "challenges" | "lessons" | "goodPractice";
/** What a page showed of each text: the text and its version. */
type Seen = Partial<Record<Kind, [text: string, rowVersion: number]>>;

/** Sends the form as a browser would: all four texts of P1, touched or not. */
function send(
  typed: Partial<Record<Kind, string>>,
  seen: Seen = {},
  { actor = on.plan.actors.thailand, open = "" } = {},
) {
  const texts = (["progress", "challenges", "lessons", "goodPractice"] as const).map((kind) => {
    const [text, rowVersion] = seen[kind] ?? ["", 0];
    const isPublic = kind === open;
    return {
      pillar: "P1",
      kind,
      text: typed[kind] ?? text,
      isPublic,
      rowVersion,
      was: textDigest({ text, isPublic: false }),
    };
  });
  return recordNarratives(actor, on.plan.address("THA", "2016"), texts, now);
}
async function stored() {
  const rows = await on.database.prisma.reportNarrative.findMany({ where: { report: { planId: on.plan.planId } } });
  return Object.fromEntries(rows.map(({ kind, text, isPublic }) => [kind, isPublic ? `${text} (public)` : text]));
}
const events = async () =>
  (await auditOf(on.database.prisma, on.plan)).map(
    ({ action, subject }) => `${action} ${subject.split(" ").slice(3).join(" ")}`,
  );

describe("the form of the report narrative", () => {
  it("stores the texts that were touched, each with its event, and no other", async () => {
    await send({ progress: "Shelters opened.", lessons: "Ask early." });
    expect(await stored()).toEqual({ progress: "Shelters opened.", lessons: "Ask early." });
    await send(
      { lessons: "" },
      { progress: ["Shelters opened.", 1], lessons: ["Ask early.", 1] },
      { open: "progress" },
    );
    expect(await stored()).toEqual({ progress: "Shelters opened. (public)", lessons: "" });
    expect(await events()).toEqual([
      "opened ",
      ...["progress", "lessons", "progress", "lessons"].map((kind) => `narrativeRecorded P1 ${kind}`),
    ]);
  });

  it("leaves alone what somebody else did to a text that wasn't touched", async () => {
    await send({ progress: "Mine." });
    await send({ progress: "Theirs." }, { progress: ["Mine.", 1] });
    await send({ lessons: "More." }, { progress: ["Mine.", 1] });
    expect(await stored()).toEqual({ progress: "Theirs.", lessons: "More." });
  });

  it("tells of a text that another window changed, keeps theirs, and stores the others", async () => {
    await send({ progress: "Old." });
    await send({ progress: "Theirs." }, { progress: ["Old.", 1] });
    await expect(send({ progress: "Mine.", lessons: "More." }, { progress: ["Old.", 1] })).rejects.toMatchObject({
      code: "invalid",
      problems: [{ field: "text|P1|progress", key: "textChanged", args: { by: "you" } }],
    });
    expect(await stored()).toEqual({ progress: "Theirs.", lessons: "More." });
    await send({ progress: "Mine after all." }, { progress: ["Theirs.", 2], lessons: ["More.", 1] });
    expect(await stored()).toEqual({ progress: "Mine after all.", lessons: "More." });
    expect(await events()).toHaveLength(5);
  });

  it("stores nothing while a touched text says how to reach somebody, and lets one lie that was stored so", async () => {
    await send({ progress: "Call the centre." });
    await expect(send({ lessons: "Call 081 234 5678.", challenges: "Few." })).rejects.toMatchObject({
      code: "invalid",
      problems: [{ field: "text|P1|lessons", key: "unsafeWords", args: { kind: "phone", found: "“081 234 5678”" } }],
    });
    expect(await stored()).toEqual({ progress: "Call the centre." });
    await on.database.prisma.reportNarrative.updateMany({ data: { text: "Call 081 234 5678." } });
    await send({ challenges: "Few." }, { progress: ["Call 081 234 5678.", 1] });
    expect(await stored()).toEqual({ progress: "Call 081 234 5678.", challenges: "Few." });
  });

  it("sends words that may say of whom they speak back once, with all that was written, and stores them once looked at", async () => {
    const texts = [
      { pillar: "P1", kind: "progress", text: "Two girls aged 15 came.", isPublic: false, rowVersion: 0, was: "" },
    ];
    const sendWith = (sums: string[]) =>
      recordNarratives(
        on.plan.actors.thailand,
        on.plan.address("THA", "2016"),
        texts as Parameters<typeof recordNarratives>[2],
        now,
        lookedAtIn(sums),
      );
    const refused = await sendWith([]).catch((error: InvalidFields) => error.problems);
    expect(refused).toMatchObject([{ field: "text|P1|progress", key: "wordsToLookAt", args: { kind: "smallCount" } }]);
    expect(await stored()).toEqual({});
    await sendWith([String((refused as FieldProblem[])[0]?.args?.sum)]);
    expect(await stored()).toEqual({ progress: "Two girls aged 15 came." });
  });

  it("takes one text of two who send at once, and all that the other sent beside it", async () => {
    const outcomes = await Promise.allSettled([
      send({ progress: "One.", challenges: "First." }),
      send({ progress: "Two.", lessons: "Second." }),
    ]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { problems: [{ field: "text|P1|progress", key: "textChanged" }] } },
    ]);
    const first = outcomes[0].status === "fulfilled";
    expect(await stored()).toEqual({ progress: first ? "One." : "Two.", challenges: "First.", lessons: "Second." });
    expect((await events()).filter((event) => event.startsWith("narrativeRecorded"))).toHaveLength(3);
  });

  it("is the focal point's, while the report can be changed, and else changes nothing", async () => {
    const { cambodia, contributor, secretariat } = on.plan.actors;
    await expect(send({ progress: "No." }, {}, { actor: cambodia })).rejects.toMatchObject({ code: "notFound" });
    for (const actor of [contributor, secretariat])
      await expect(send({ progress: "No." }, {}, { actor })).rejects.toMatchObject({ code: "notAllowed" });
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    await expect(send({ progress: "No.", lessons: "No." })).rejects.toMatchObject({ code: "locked" });
    expect(await stored()).toEqual({});
    expect(await events()).toEqual([]);
  });
});
