import type { Messages } from "./messages";

interface UnitMessages {
  (key: keyof Messages["unit"]): string;
  has: (key: keyof Messages["unit"]) => boolean;
}

/**
 * The words for what an indicator counts, by the messages of the namespace `unit`. A framework may count what they don't
 * know: then its own word stands.
 */
export const naming = (t: UnitMessages) => (unit: string) => {
  const key = unit as keyof Messages["unit"];
  return unit !== "" && t.has(key) ? t(key) : unit;
};
