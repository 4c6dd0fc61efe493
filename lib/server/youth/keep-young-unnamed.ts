import "server-only";
import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import { agendaField } from "@/lib/schemas/commitments/meeting-fields";
import { type AgendaEntry, type MeetingEntry, wordsOfForum } from "@/lib/schemas/commitments/meeting-forms";
import { youngProblems } from "@/lib/schemas/commitments/young-words";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Transaction } from "@/lib/server/db/client";

// Who comes to a forum of young people may be a child: its agenda, its decisions and what is said of it name nobody, and no school.

/** @throws InvalidFields for words of a forum that name somebody; of other meetings nothing is asked */
export function mustNameNobody(
  kind: MeetingKind,
  fields: readonly (readonly [field: string, written: string])[],
): void {
  refuse(kind === "youthForum" ? youngProblems(fields) : []);
}

/** The words of an agenda by the fields in which they were typed. */
export const wordsOfAgenda = (points: readonly AgendaEntry[]): [field: string, written: string][] =>
  points.flatMap(({ texts, speaker, field }) => {
    const row = Number(/\d+$/.exec(field)?.[0] ?? 1);
    return [
      ...texts.map(({ locale, title }): [string, string] => [
        agendaField(locale === "en" ? "title" : "titleTh", row),
        title,
      ]),
      [agendaField("speaker", row), speaker] as [string, string],
    ];
  });

/**
 * What is said of a forum, and how many came from youth organisations: so few that they could be known aren't told.
 * @throws InvalidFields
 */
export async function mustKeepForum(
  tx: Pick<Transaction, "plan">,
  planId: number,
  entry: Pick<MeetingEntry, "kind" | "texts" | "sources" | "participants">,
): Promise<void> {
  if (entry.kind !== "youthForum") return;
  const { smallCountThreshold: threshold } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { smallCountThreshold: true },
  });
  const few = entry.participants.some(({ kind, count }) => kind === "youth" && count < threshold);
  refuse([
    ...youngProblems(wordsOfForum(entry)),
    ...(few ? [{ field: "participants_youth", key: "platformReachSmall", args: { threshold } }] : []),
  ]);
}

/**
 * What an agenda or a decision said before its meeting became a forum.
 * @throws InvalidFields at the meeting's kind
 */
export async function mustBeFitForForum(tx: Transaction, meetingId: number): Promise<void> {
  const said = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: {
      agenda: { select: { speaker: true, texts: { select: { title: true } } } },
      decisions: { select: { text: { select: { rounds: { select: { body: true } } } } } },
    },
  });
  const words = [
    ...said.agenda.flatMap(({ speaker, texts }) => [speaker, ...texts.map(({ title }) => title)]),
    ...said.decisions.flatMap(({ text }) => text.rounds.map(({ body }) => body)),
  ];
  refuse(youngProblems(words.map((written) => ["kind", written])).slice(0, 1));
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidFields([...problems]);
}
