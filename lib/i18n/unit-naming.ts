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

type Arguments = Record<string, string | number>;

/** What a refusal says, with the limits of a value in the words for what it counts. */
export const inUnitsNamed = (args: Arguments | undefined, unitName: (unit: string) => string): Arguments => ({
  ...args,
  unit: unitName(String(args?.unit ?? "")),
});
