import type { MissingReason } from "@/lib/domain/values/value";

// How large made-up values are where the framework has no starting point to draw them from. Each is thought over against
// the other countries' baselines, the country's people and its budget; none says anything about a country.

/** What a country usually reports of an indicator. */
interface UsualSize {
  /** The number, or the percentage in per cent. */
  level?: number;
  /** A percentage's denominator; of one that is counted from the plan's start, that of three years. */
  whole?: number;
  /** The framework says that it isn't collected there. */
  missing?: MissingReason;
}

/** By indicator and country. */
export const usualSizes: Record<string, Record<string, UsualSize>> = {
  "G1.1.2-b": { CHN: { whole: 640 }, MMR: { whole: 46 } },
  "G1.2-a": { CHN: { missing: "notCollected" } },
  "G1.2.2-a": { CHN: { missing: "notApplicable" }, LAO: { whole: 110 } },
  "G2.1-a": { REGION: { whole: 27 } },
  "G2.3-a": { LAO: { whole: 4 } },
  "G2.3.1-a": { CHN: { whole: 12 }, LAO: { whole: 6 } },
  "G2.3.2-b": { CHN: { missing: "notCollected" } },
  "G3.1-a": { LAO: { whole: 9 } },
  "G3.1.2-a": { CHN: { missing: "notCollected" } },
  "G3.2-a": { CHN: { missing: "notCollected" } },
  "G3.2.1-a": { CHN: { level: 240 } },
  "G3.3-a": { LAO: { whole: 26 } },
  "G4.1.1-c": { CHN: { missing: "notCollected" } },
  "G4.1.2-a": { LAO: { whole: 64 } },
  "G4.2-a": { CHN: { missing: "notCollected" }, LAO: { missing: "notYetAvailable" }, MMR: { whole: 260 } },
  "G4.2.2-b": { LAO: { missing: "notApplicable" } },
  "G5.1-b": { CHN: { whole: 585 } },
  "G5.1.1-b": { CHN: { level: 640 } },
  "G5.1.2-a": { CHN: { whole: 690, level: 62 }, LAO: { whole: 44 }, VNM: { whole: 840 } },
  "G5.3.1-a": { CHN: { level: 860 } },
  "G6.1-b": { CHN: { whole: 96, level: 55 } },
  "G6.1.1-b": { CHN: { level: 140 } },
  "G6.1.2-a": { CHN: { level: 410_000 } },
  "G6.2-b": { CHN: { whole: 585, level: 4 }, VNM: { whole: 731 } },
  "G6.2.2-a": { CHN: { whole: 330, level: 68 } },
  "G6.3-a": { MMR: { whole: 21 } },
  "G6.3-b": { LAO: { level: 31 }, MMR: { level: 58 } },
  "G6.3.2-a": { THA: { whole: 36 } },
  "G7.1-a": { CHN: { level: 1900 } },
  "G7.1-c": { CHN: { level: 760 } },
  "G7.1.1-a": { CHN: { whole: 560, level: 12 } },
  "G7.2-b": { CHN: { whole: 180, level: 55 }, LAO: { whole: 12 } },
  "G7.2.2-a": { CHN: { level: 14 } },
  "G7.2.3-a": { CHN: { whole: 920_000, level: 28 }, LAO: { whole: 9_000 }, MMR: { whole: 31_000, level: 12 } },
  "G7.3.2-a": { CHN: { level: 22 }, VNM: { level: 6 } },
  "G8.1-b": { LAO: { whole: 4 }, MMR: { whole: 9 }, VNM: { whole: 7 } },
  "G8.1.2-a": { KHM: { whole: 9 }, LAO: { whole: 5, level: 20 } },
};

/** Denominators that stay what they are from year to year: provinces, posts, seats. */
export const fixedWholes = new Set(["G1.3-a", "G2.2.2-a", "G2.3-a", "G4.1.1-a", "G4.1.2-a", "G5.3.2-a", "G7.3-a"]);

/** How often a category is drawn, by indicator and country: as many child victims as their guardians (G5.2.2-a) tell of. */
export const usualShares: Record<string, Record<string, Record<string, number>>> = {
  "G5.1-a": { KHM: { "0-17": 50 }, LAO: { "0-17": 82 }, THA: { "0-17": 64 } },
};
