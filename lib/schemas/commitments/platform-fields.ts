import { mostChallenges, mostPlatformActivities, mostPriorities } from "@/lib/domain/commitments/platform-report";

// Apart from the forms' schemas, which no browser needs.

const upTo = (most: number) => Array.from({ length: most }, (_, row) => row + 1);

export const activityRows = upTo(mostPlatformActivities);
export const challengeRows = upTo(mostChallenges);
export const priorityRows = upTo(mostPriorities);

export const activityParts = [
  "organisation",
  "title",
  "place",
  "time",
  "nodes",
  "officials",
  "community",
  "reach",
] as const;
export type ActivityPart = (typeof activityParts)[number];
export const activityField = (part: ActivityPart, row: number) => `${part}_${row}` as const;
export const pointField = (kind: "challenge" | "priority", row: number) => `${kind}_${row}` as const;
