import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { auditWording } from "@/lib/i18n/audit-wording";
import english from "@/lib/i18n/messages/en/audit.json";
import { verifyStream } from "@/lib/server/audit/verify";
import { auditWhere } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addDecision } from "./add-decision";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeDecision } from "./change-decision";
import { followUp } from "./follow-up";
import { now, takingDown } from "./testing/taking-down";

const on = reportingTests();
const { secretariat, standing, seen, takeDown, read, verified, entryOf, closed } = takingDown(on);
const check = (stream: string) => verifyStream(on.database.prisma, stream);

/** What somebody does who owns the database. */
async function alter(table: "audit_event" | "audit_payload", how: string, stream: string): Promise<void> {
  await on.database.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await on.database.pool.query(`${how} WHERE stream = $1 AND sequence = 2`, [stream]);
  await on.database.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
const takenDown = async (id: number) =>
  (await auditWhere(on.database.prisma, { stream: `meeting:${id}`, action: "meetingPartTakenDown" })).map(
    ({ after }) => after,
  );

describe("words at a meeting of which the audit isn't as it was written", () => {
  it.each([
    [
      "an altered payload",
      "audit_payload",
      `UPDATE audit_payload SET after = '{}'`,
      "altered",
      ["audit_payload.before"],
    ],
    ["a payload that is gone", "audit_payload", "DELETE FROM audit_payload", "payloadMissing", []],
    [
      "an event of another name",
      "audit_event",
      "UPDATE audit_event SET action = 'agendaWritten'",
      "altered",
      ["audit_payload.before"],
    ],
  ] as const)("go from all that is public, and nothing from the audit: %s", async (_, table, how, fault, kept) => {
    const word = `MALEE${fault}${table}`;
    const id = await closed(entryOf([{ locale: "en", title: `Meeting on ${word}`, place: "House", notes: "" }]));
    const stream = `meeting:${id}`;
    await alter(table, how, stream);
    const before = await check(stream);
    expect(before).toEqual({ intact: false, sequence: 2, fault });
    expect(await standing(word)).toEqual([...kept, "meeting_text.title"]);
    expect(await takeDown(id, "title")).toEqual({ isKeptByAudit: true });
    expect((await read("SOM12")).meeting.title).toBe("SOM12");
    expect(await standing(word)).toEqual(kept);
    // It looks no more whole than it did.
    expect(await check(stream)).toEqual(before);
    expect(await takenDown(id)).toEqual([
      { part: "title", place: 0, rule: "namesSomebody", notErased: [{ stream, sequence: 2 }] },
    ]);
    expect(await auditWhere(on.database.prisma, { stream, action: "erased" })).toEqual([]);
    const t = createTranslator({ locale: "en", messages: { audit: english }, namespace: "audit" });
    const [after] = await takenDown(id);
    expect(auditWording(t as never).details({ before: null, after })).toContainEqual({
      label: "Earlier words not erased, since the stream was altered",
      before: null,
      after: `Stream ${stream}, Number 2`,
    });
  });

  it("are erased from the streams that are", async () => {
    const add = async (code: string) => {
      const entry = entryOf([{ locale: "en", title: code, place: "", notes: "" }]);
      const { id } = await addMeeting(secretariat(), { plan: on.plan.code, code, entry });
      await advanceMeeting(secretariat(), await seen(id), "hold", now);
      return id;
    };
    const [id, next] = [await add("SOM12"), await add("SOM13")];
    const decided = (body: string) => ({
      kind: "task" as const,
      body,
      dueOn: "",
      units: ["THA"],
      organisations: [],
      priority: null,
      extendedTo: null,
    });
    await addDecision(secretariat(), await seen(id), decided("Decision KANYA1"), now);
    await changeDecision(secretariat(), await seen(id), 1, decided("Decides KANYA1"));
    await advanceMeeting(secretariat(), await seen(id), "agreeOutcome", now);
    const { textId } = await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { meetingId: id } });
    for (const body of ["Told KANYA2", "Told again KANYA2"])
      await followUp(secretariat(), await seen(next), [{ textId, status: "underWay", body }], now);
    await alter("audit_payload", `UPDATE audit_payload SET after = '{}'`, `meeting:${next}`);
    expect(await takeDown(id, "decision", 1)).toEqual({ isKeptByAudit: true });
    expect([await standing("KANYA1"), await standing("KANYA2")]).toEqual([[], ["audit_payload.before"]]);
    expect([await verified(id), await verified(next)]).toEqual([true, false]);
    expect(await takenDown(id)).toMatchObject([{ notErased: [{ stream: `meeting:${next}`, sequence: 2 }] }]);
  });

  it("are said to be gone where none of it was altered", async () => {
    const id = await closed(entryOf([{ locale: "en", title: "Meeting on ANONG", place: "House", notes: "" }]));
    expect(await takeDown(id, "title")).toEqual({ isKeptByAudit: false });
    expect(await takenDown(id)).toEqual([{ part: "title", place: 0, rule: "namesSomebody" }]);
  });
});
