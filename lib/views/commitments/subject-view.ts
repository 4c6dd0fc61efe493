import type { NarrativeKind } from "@/lib/domain/reports/narrative";

/** What an observation is about, besides its unit and period: one thing, or the unit as a whole. */
export type SubjectView =
  | { of: "unit" }
  | { of: "indicator"; code: string; title: string }
  /** A goal, an outcome or an output; `goal` is the one that it stands under, null where the framework has it no more. */
  | { of: "node"; code: string; title: string; goal: string | null }
  /** Of a meeting, by its code `SOM11-D3` alone: its words can be taken down where they stand, and stand nowhere else. */
  | { of: "decision"; code: string; meeting: string; number: number }
  /** What the unit's report says in public of a pillar, by the code `P2-challenges` and the pillar's code and title. */
  | { of: "narrative"; code: string; title: string; kind: NarrativeKind };

/**
 * The same in words, wherever it is told: `G2.1-a Number of …`; `whole` for the unit as a whole.
 * @param partOf names a part of a report's narrative
 */
export function subjectText<W extends string | null>(
  subject: SubjectView,
  whole: W,
  partOf: (kind: NarrativeKind) => string,
): string | W {
  switch (subject.of) {
    case "unit":
      return whole;
    case "decision":
      return subject.code;
    case "narrative":
      return `${subject.title}: ${partOf(subject.kind)}`;
    default:
      return `${subject.code} ${subject.title}`;
  }
}
