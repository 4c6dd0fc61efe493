import type { NarrativeKind } from "@/lib/domain/reports/narrative";

/** What an observation is about, besides its unit and period: one thing, or the unit as a whole. */
export type SubjectView =
  | { of: "unit" }
  | { of: "indicator"; code: string; title: string; isFormer?: true }
  /** A goal, an outcome or an output; `goal` is the one that it stands under, null where the framework has it no more. */
  | { of: "node"; code: string; title: string; goal: string | null }
  /** Of a meeting, by its code `SOM11-D3` alone: its words can be taken down where they stand, and stand nowhere else. */
  | { of: "decision"; code: string; meeting: string; number: number }
  /** What the unit's report says in public of a pillar, by the code `P2-challenges` and the pillar's code and title. */
  | { of: "narrative"; code: string; title: string; kind: NarrativeKind; isFormer?: true };

/** Whether the framework has it no more: it is named as the last edition that had it does, and its code may be another's by now. */
export const isFormer = (subject: SubjectView): boolean =>
  subject.of === "node" ? subject.goal === null : "isFormer" in subject;

/** Words around the codes and titles of subjects. */
export interface SubjectWords {
  /** Names a part of a report's narrative. */
  part: (kind: NarrativeKind) => string;
  /** Says of what is named that the framework has it no more. */
  former: (subject: string) => string;
}

/** The same in words, wherever it is told: `G2.1-a Number of …`; `whole` for the unit as a whole. */
export function subjectText<W extends string | null>(subject: SubjectView, whole: W, words: SubjectWords): string | W {
  if (subject.of === "unit") return whole;
  if (subject.of === "decision") return subject.code;
  const { code, title } = subject;
  const named = subject.of === "narrative" ? `${title}: ${words.part(subject.kind)}` : `${code} ${title}`;
  return isFormer(subject) ? words.former(named) : named;
}
