import "server-only";
import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import { type AgendaEntry, storedDocuments } from "@/lib/schemas/commitments/agenda-form";
import { agendaField } from "@/lib/schemas/commitments/meeting-fields";
import { type MeetingEntry, wordsOfForum } from "@/lib/schemas/commitments/meeting-forms";
import type { ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { methodField } from "@/lib/schemas/commitments/shadow-fields";
import { sourceField } from "@/lib/schemas/commitments/source-fields";
import { youngProblems } from "@/lib/schemas/commitments/young-words";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { aboutSelect, observedSelect, wordsAbout, wordsObserved } from "./observed-decisions";

// Who comes to a forum of young people may be a child: its agenda, its decisions and what is said of it name nobody, and no school.

/** @throws InvalidFields for words of a forum that name somebody; of other meetings nothing is asked */
export function mustNameNobody(
  kind: MeetingKind,
  fields: readonly (readonly [field: string, written: string])[],
): void {
  if (kind === "youthForum") refuseNames(fields);
}

/** @throws InvalidFields for words that name somebody, said of what is young people's */
export const refuseNames = (fields: readonly (readonly [field: string, written: string])[]): void =>
  refuse(youngProblems(fields));

/** Whether a decision, by its text, is a forum's. */
export const isOfYoung = async (tx: Pick<Transaction, "meetingDecision">, textId: number): Promise<boolean> =>
  (await tx.meetingDecision.count({ where: { textId, meeting: { kind: "youthForum" } } })) > 0;

/** The words of an observation, and of what it rests on, by the fields in which they were typed. */
export const wordsOfObservation = ({
  body,
  sources,
  shadow,
}: Pick<ObservationWords, "body" | "sources" | "shadow">): [field: string, written: string][] => [
  ["body", body],
  [methodField, shadow?.method ?? ""],
  ...sources.map(({ title }, index): [string, string] => [sourceField("title", index + 1), title]),
];

/** The words of a reply, and of its evidence, by the fields in which they were typed. */
export const wordsOfReply = ({ body, evidenceTitle }: { body: string; evidenceTitle: string }) =>
  [
    ["body", body],
    ["evidenceTitle", evidenceTitle],
  ] as const;

/** The words of an agenda by the fields in which they were typed. */
export const wordsOfAgenda = (points: readonly AgendaEntry[]): [field: string, written: string][] =>
  points.flatMap(({ texts, speaker, documents, field }) => {
    const row = Number(/\d+$/.exec(field)?.[0] ?? 1);
    return [
      ...texts.map(({ locale, title }): [string, string] => [
        agendaField(locale === "en" ? "title" : "titleTh", row),
        title,
      ]),
      [agendaField("speaker", row), speaker] as [string, string],
      ...documents.map(({ title, field: titled }): [string, string] => [titled, title]),
    ];
  });

/**
 * What is said of a forum, and how many came to any meeting from youth organisations: so few that they could be known aren't told.
 * @throws InvalidFields
 */
export async function mustKeepYoungUnknown(
  tx: Pick<Transaction, "plan">,
  planId: number,
  entry: Pick<MeetingEntry, "kind" | "texts" | "sources" | "participants">,
): Promise<void> {
  const { smallCountThreshold: threshold } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { smallCountThreshold: true },
  });
  const few = entry.participants.some(({ kind, count }) => kind === "youth" && count < threshold);
  refuse([
    ...(entry.kind === "youthForum" ? youngProblems(wordsOfForum(entry)) : []),
    ...(few ? [{ field: "participants_youth", key: "platformReachSmall", args: { threshold } }] : []),
  ]);
}

/**
 * What was said before the meeting became a forum: in its agenda and its decisions, of what is done about these, of what became of
 * them or of others, and what others observed about them, with the replies to that. What its author alone reads yet is judged when
 * it is sent.
 * @throws InvalidFields at the meeting's kind
 */
export async function mustBeFitForForum(tx: Transaction, meetingId: number): Promise<void> {
  const said = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: {
      agenda: { select: { speaker: true, documents: true, texts: { select: { title: true } } } },
      followUps: { select: { body: true } },
      decisions: {
        select: {
          text: { select: saidSelect },
          observations: observedSelect,
        },
      },
    },
  });
  const words = [
    ...said.agenda.flatMap(({ speaker, texts, documents }) => [
      speaker,
      ...[...texts, ...storedDocuments.parse(documents)].map(({ title }) => title),
    ]),
    ...said.followUps.map(({ body }) => body),
    ...said.decisions.flatMap(({ text, observations }) => [
      ...text.rounds.map(({ body }) => body),
      ...wordsAbout(text),
      ...observations.flatMap(wordsObserved),
    ]),
  ];
  refuse(youngProblems(words.map((written) => ["kind", written])).slice(0, 1));
}

const saidSelect = { ...aboutSelect, rounds: { select: { body: true } } } as const satisfies Prisma.AddressedTextSelect;

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidFields([...problems]);
}
