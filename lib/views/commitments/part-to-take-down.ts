import type { SaidKind } from "@/lib/domain/commitments/follow-up";
import type { WorkingMeetingView } from "./meeting-view";

/** What of a text, of a meeting or of a report can be taken down for safety by itself. */
export type PartKind =
  | ("observation" | "recommendation" | "translation" | "activity" | "challenge" | "priority" | "reply" | "keyAction")
  | (
      | "decision"
      | "followUp"
      | "followUpObservation"
      | "followUpRecommendation"
      | "followUpPlatformPoint"
      | "title"
      | "place"
      | "theme"
      | "organisers"
      | "notes"
      | "agendaPoint"
      | "source"
    );

/** One of them, as a form offers it. */
export interface PartToTakeDown {
  /** What the form sends. */
  value: string;
  kind: PartKind;
  /** Where it stands: a number, a code, or a unit's name. */
  place: string;
  /** So much of its words that it is known by them; empty where its place says enough. */
  begins: string;
}

const excerpt = 60;
/** How words begin: so much that they are known by it. */
export const beginsWith = (words: string): string => (words.length > excerpt ? `${words.slice(0, excerpt)}…` : words);

/** The words of an answer, and of what is done about it, that stand in a round. @param unit the one that answered */
export function answerParts(
  unit: { code: string; name: string },
  round: number,
  {
    body,
    evidence,
    keyActions,
  }: {
    body: string;
    evidence: { title: string } | null;
    keyActions: readonly { id: number; body: string }[];
  },
): PartToTakeDown[] {
  const place = unit.name;
  return [
    { value: `reply-${round}-${unit.code}`, kind: "reply" as const, words: body || (evidence?.title ?? "") },
    ...keyActions.map(({ id, body: words }) => ({ value: `keyAction-${id}`, kind: "keyAction" as const, words })),
  ].flatMap(({ words, ...part }) => (words === "" ? [] : [{ ...part, place, begins: beginsWith(words) }]));
}

const ofSaid = {
  observation: "followUpObservation",
  recommendation: "followUpRecommendation",
  platformPoint: "followUpPlatformPoint",
} as const satisfies Record<SaidKind, PartKind>;

/** What was said at a meeting, and stands. What it is about to decide is deleted instead. */
export function meetingParts({
  decisions,
  mayDecide,
  due,
  saidDue,
  anyTitle,
  anyPlace,
  forum,
  anyNotes,
  agenda,
  sources,
}: Pick<
  WorkingMeetingView,
  "decisions" | "mayDecide" | "due" | "saidDue" | "anyTitle" | "anyPlace" | "forum" | "anyNotes" | "agenda" | "sources"
>): PartToTakeDown[] {
  const agreed = mayDecide ? [] : decisions;
  const parts: (Omit<PartToTakeDown, "begins"> & { words: string })[] = [
    ...agreed.map(({ number, code, body }) => ({
      value: `decision-${number}`,
      kind: "decision" as const,
      place: code,
      words: body,
    })),
    ...agreed.flatMap(({ code, actions }) =>
      actions.flatMap(({ keyActions }) =>
        keyActions.map(({ id, body }) => ({
          value: `keyAction-${id}`,
          kind: "keyAction" as const,
          place: code,
          words: body,
        })),
      ),
    ),
    ...due.map(({ decision: { textId, code }, told }) => ({
      value: `followUp-${textId}`,
      kind: "followUp" as const,
      place: code,
      words: told?.body ?? "",
    })),
    ...saidDue.map(({ textId, kind, number, point, told }) => ({
      value: `followUp-${textId}`,
      kind: ofSaid[kind],
      place: point?.report ?? String(number),
      words: told?.body ?? "",
    })),
    { value: "title", kind: "title", place: "", words: anyTitle },
    { value: "place", kind: "place", place: "", words: anyPlace },
    { value: "theme", kind: "theme", place: "", words: forum?.theme ?? "" },
    { value: "organisers", kind: "organisers", place: "", words: forum?.organisers ?? "" },
    { value: "notes", kind: "notes", place: "", words: anyNotes },
    ...agenda.map(({ position, title }) => ({
      value: `agendaPoint-${position}`,
      kind: "agendaPoint" as const,
      place: String(position),
      words: title,
    })),
    ...sources.map(({ id, title }, index) => ({
      value: `source-${id}`,
      kind: "source" as const,
      place: String(index + 1),
      words: title,
    })),
  ];
  return parts.flatMap(({ words, ...part }) => (words === "" ? [] : [{ ...part, begins: beginsWith(words) }]));
}
