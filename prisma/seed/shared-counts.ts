// Counts that stand in several indicators, as their definitions say. Whoever reads both must find one number there.

/** Denominators that are another indicator's total. */
export const wholesElsewhere: Record<string, string> = {
  "G5.1-b": "G5.1-a",
  "G5.2-a": "G5.1-a",
  "G6.1-a": "G5.1-a",
  "G6.2-b": "G5.1-a",
};

/** What a count is a part of: another indicator's number or denominator, or its numerator, or one category of it. */
interface Container {
  code: string;
  side?: "numerator";
  only?: { dimension: string; category: string };
}

/** Numbers and denominators that are never more than what they are a part of. */
export const partsElsewhere: Record<string, Container> = {
  // Agreements in use are in force.
  "G2.2-a": { code: "G2.2.1-a" },
  // Agencies inspected without notice are among those inspected.
  "G3.1-a": { code: "G3.1.1-a", side: "numerator" },
  // A child victim is a victim.
  "G5.2.2-a": { code: "G5.1-a", only: { dimension: "age", category: "0-17" } },
  // Support is accepted by those identified, nearly always in the same year.
  "G6.2.1-a": { code: "G5.1-a" },
  // Returns under a procedure are returns.
  "G6.3.1-a": { code: "G6.3-a" },
  // Whoever gives evidence takes part in the proceedings.
  "G7.2-b": { code: "G7.2.1-a" },
};
