/** The texts that a report narrative has for each pillar. */
export const narrativeKinds = ["progress", "challenges", "lessons", "goodPractice"] as const;
export type NarrativeKind = (typeof narrativeKinds)[number];

/** The code of one of a pillar's texts: `P2-challenges`. */
export const narrativeCode = (pillar: string, kind: NarrativeKind): string => `${pillar}-${kind}`;

/** The same taken apart; null for what is no such code. */
export function readNarrativeCode(code: string): { pillar: string; kind: NarrativeKind } | null {
  const kind = narrativeKinds.find((each) => code.endsWith(`-${each}`));
  return kind ? { pillar: code.slice(0, -kind.length - 1), kind } : null;
}
