/** What of a text, of a meeting or of a report can be taken down for safety by itself. */
export type PartKind = "observation" | "recommendation" | "activity" | "challenge" | "priority" | "reply" | "keyAction";

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
