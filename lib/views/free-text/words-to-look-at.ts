import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import type { Value } from "@/lib/domain/values/value";
import type { Message } from "@/lib/schemas/forms/form-state";
import { toldWords } from "@/lib/schemas/forms/told-words";
import type { CommentView, EvidenceView, NarrativeView, QueryView } from "@/lib/views/report-view";

/** Words of a report that may say of whom they speak, or how to reach them: where they stand, and what is told of them. */
export interface WordsToLookAt {
  place: { indicator: string } | { pillar: string; kind: NarrativeKind };
  /** Keys of the namespace `errors`. */
  told: Message[];
}

interface Worded {
  code: string;
  values: Record<CellKey, Value>;
  comments: readonly Pick<CommentView, "body">[];
  evidence: readonly Pick<EvidenceView, "title">[];
  query: Pick<QueryView, "query" | "reply"> | null;
}

const wordsOf = ({ values, comments, evidence, query }: Worded): string[] => [
  ...Object.values(values).flatMap((value) => (value.kind === "narrative" ? [value.text] : [])),
  ...comments.map(({ body }) => body),
  ...evidence.map(({ title }) => title),
  ...(query ? [query.query, query.reply ?? ""] : []),
];

/** All of them, whenever they were stored: those of an indicator together, then the narrative's texts. */
export function wordsToLookAt(indicators: readonly Worded[], narratives: readonly NarrativeView[]): WordsToLookAt[] {
  const places = [
    ...indicators.map((indicator) => ({
      place: { indicator: indicator.code },
      // Apart from each other: no word of one text stands beside one of another.
      written: wordsOf(indicator).join("\n\n"),
    })),
    ...narratives.flatMap(({ pillar, texts }) =>
      narrativeKinds.map((kind) => ({ place: { pillar, kind }, written: texts[kind].text })),
    ),
  ];
  return places.flatMap(({ place, written }) => {
    const told = written === "" ? [] : toldWords(written);
    return told.length === 0 ? [] : [{ place, told }];
  });
}
