/** What an observation says of its subject. */
export const observationKinds = ["agrees", "addsContext", "questions", "reportsGap", "goodPractice"] as const;
export type ObservationKind = (typeof observationKinds)[number];

/** What it rests on. */
export const observationBases = ["serviceData", "fieldMonitoring", "study", "media"] as const;
export type ObservationBasis = (typeof observationBases)[number];

/** Who is told which organisation speaks, from the least open to the most. The person stays internal in all of them. */
export const attributions = ["secretariatOnly", "governments", "named"] as const;
export type Attribution = (typeof attributions)[number];

/** Who reads its words, from the fewest to the most. */
export const visibilities = ["platform", "governments", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** An attribution may only become more open: what was told once can't be taken back. */
export const mayBecome = (from: Attribution, to: Attribution): boolean =>
  attributions.indexOf(to) > attributions.indexOf(from);

/** Why the secretariat sends an observation back. It may say which rule is broken, and never edits the words. */
export const safetyRules = [
  "namesSomebody",
  "identifiable",
  "smallCount",
  "minor",
  "contactDetails",
  "securityRisk",
  "defamatory",
] as const;
export type SafetyRule = (typeof safetyRules)[number];

/** What a government says to it. */
export const replyKinds = ["willCorrect", "explains", "disagrees", "actedOn"] as const;
export type ReplyKind = (typeof replyKinds)[number];

export const longestObservation = 2000;

/** For whom the organisation's name stands beside the words. */
export type Audience = "author" | "secretariat" | "unit" | "governments" | "public";

/**
 * Whether those who read may know which organisation speaks. Its own people and the secretariat always do.
 * A platform member of another organisation reads as the public does.
 */
export function isNamedTo(audience: Audience, attribution: Attribution): boolean {
  if (audience === "author" || audience === "secretariat") return true;
  if (audience === "public") return attribution === "named";
  return attribution !== "secretariatOnly";
}
