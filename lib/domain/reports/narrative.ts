/** The texts that a report narrative has for each pillar. */
export const narrativeKinds = ["progress", "challenges", "lessons", "goodPractice"] as const;
export type NarrativeKind = (typeof narrativeKinds)[number];
