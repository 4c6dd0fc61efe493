import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";

/** What of a unit's report is taken down: a text of its narrative, or all that it reported for an indicator. */
export type TakenDownPart =
  | { kind: "narrative"; pillar: string; narrative: NarrativeKind }
  | { kind: "value"; indicator: string };

/** As a field says it: `P1 progress`, or `G1.1-a`. */
export const partText = (part: TakenDownPart) =>
  part.kind === "narrative" ? `${part.pillar} ${part.narrative}` : part.indicator;

/** What `partText` wrote; null for anything else. */
export function partOf(text: string): TakenDownPart | null {
  const [code = "", kind, ...more] = text.split(" ");
  if (!/^[\w.-]{1,40}$/.test(code) || more.length > 0) return null;
  if (kind === undefined) return { kind: "value", indicator: code };
  const narrative = narrativeKinds.find((each) => each === kind);
  return narrative ? { kind: "narrative", pillar: code, narrative } : null;
}
