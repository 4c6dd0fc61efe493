import "server-only";
import {
  type MeetingKind,
  type MeetingState,
  type MeetingStepName,
  meetingStatesBefore,
} from "@/lib/domain/commitments/meeting";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingEntry, MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { raiseMeetings } from "./raise-meetings";

/** A meeting that nobody else changes until the transaction ends. */
export interface HeldMeeting {
  id: number;
  planId: number;
  planCode: string;
  code: string;
  kind: MeetingKind;
  state: MeetingState;
  rowVersion: number;
}

/**
 * Holds a meeting that the secretariat does something with, as they saw it.
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also where it doesn't stand before that step
 */
export async function holdMeeting(
  tx: Transaction,
  actor: Actor,
  { plan, id, rowVersion }: MeetingSeen,
  step: MeetingStepName,
): Promise<HeldMeeting> {
  await tx.$queryRaw`SELECT FROM meeting WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.meeting.findFirst({
    where: { id, plan: { code: plan } },
    select: { id: true, planId: true, code: true, kind: true, state: true, rowVersion: true },
  });
  if (!row) throw new Refusal("notFound");
  mustBeAble(actor, "keepMeetings", { planId: row.planId });
  if (row.rowVersion !== rowVersion || !meetingStatesBefore(step).includes(row.state))
    throw new Refusal("changedMeanwhile");
  return { ...row, planCode: plan };
}

/** Changes the held row, and makes the public pages about meetings anew. @throws Refusal `changedMeanwhile` */
export async function changeMeeting(
  tx: Transaction,
  { id, planId, state, rowVersion }: HeldMeeting,
  data: Prisma.MeetingUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.meeting.updateMany({
    where: { id, state, rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
  await raiseMeetings(tx, planId);
}

/** What the audit says of every event of a meeting. */
export const meetingEvent = ({
  id,
  code,
  planId,
  planCode,
}: Pick<HeldMeeting, "id" | "code" | "planId" | "planCode">): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  stream: `meeting:${id}`,
  subject: `meeting ${planCode} ${code}`,
  place: { planId },
});

/** The columns of what is said of a meeting. @throws InvalidFields for a country that the plan doesn't have */
export async function meetingColumns(
  tx: Transaction,
  planId: number,
  { kind, year, startsOn, endsOn, isOnline, host, unit }: MeetingEntry,
) {
  const rows = await tx.reportingUnit.findMany({
    where: { planId, level: "country", code: { in: [host, unit].flatMap((code) => code ?? []) } },
    select: { id: true, code: true },
  });
  const idOf = (field: "host" | "unit", code: string | null) => {
    const id = rows.find((row) => row.code === code)?.id ?? null;
    if (code !== null && id === null) throw new InvalidFields([{ field, key: "choiceMissing" }]);
    return id;
  };
  return {
    kind,
    year,
    isOnline,
    startsOn: startsOn === null ? null : new Date(startsOn),
    endsOn: endsOn === null ? null : new Date(endsOn),
    hostUnitId: idOf("host", host),
    unitId: idOf("unit", unit),
  };
}

/** What the audit says of its facts; its words have rows of their own. */
export const auditedFacts = ({ kind, year, startsOn, endsOn, isOnline, host, unit }: MeetingEntry) => ({
  kind,
  year,
  startsOn,
  endsOn,
  isOnline,
  host,
  unit,
});

/** What was said of it before, for the audit: a change takes these words out of their rows. */
export const meetingWords = (tx: Transaction, id: number) =>
  tx.meeting.findUniqueOrThrow({
    where: { id },
    select: {
      texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true, place: true, notes: true } },
      sources: { orderBy: { id: "asc" }, select: { title: true, url: true } },
      participants: { orderBy: { kind: "asc" }, select: { kind: true, count: true } },
    },
  });

/** Two that take one code at the same moment: the database lets one of them through, and the other hears of it. */
export async function orCodeTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    throw new Refusal("meetingCodeTaken");
  }
}
