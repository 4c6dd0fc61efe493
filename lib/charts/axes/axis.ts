import type { Scale } from "@/lib/views/public-value";

export interface Tick {
  at: number;
  label: string;
}

export interface Axis {
  min: number;
  max: number;
  ticks: Tick[];
}

/** What an axis of values needs to know and say. */
export interface AxisWords {
  number: (value: number) => string;
  yes: string;
  no: string;
  /** Titles of a milestone's steps. */
  steps: readonly string[];
}

/**
 * An axis that holds all values and begins at zero, with about four round ticks. A percentage within 100 runs to 100;
 * steps and answers have a tick each. There is no half of what is counted, and so no tick at one.
 * @param isCount the values count countries, whatever the indicator's own type
 */
export function valueAxis(
  { type, decimals }: Pick<Scale, "type" | "decimals">,
  isCount: boolean,
  values: readonly number[],
  words: AxisWords,
): Axis {
  if (isCount) return numberAxis(true, values, words);
  switch (type) {
    case "yesNo":
      return namedAxis([words.no, words.yes]);
    case "milestone":
      return namedAxis(words.steps);
    case "percentage":
      return values.every((value) => value >= 0 && value <= 100)
        ? roundAxis(0, 100, 50, words)
        : numberAxis(false, values, words);
    case "number":
      return numberAxis(decimals === 0, values, words);
    // Words alone are never drawn.
    case "narrative":
      return numberAxis(false, values, words);
  }
}

function numberAxis(isWhole: boolean, values: readonly number[], words: AxisWords): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = Math.max(roundStep((high - low || 1) / 3), isWhole ? 1 : 0);
  return roundAxis(Math.floor(low / step) * step, Math.ceil(high / step) * step || step, step, words);
}

function namedAxis(names: readonly string[]): Axis {
  return { min: 0, max: names.length - 1, ticks: names.map((label, at) => ({ at, label })) };
}

function roundAxis(min: number, max: number, step: number, words: AxisWords): Axis {
  const count = Math.round((max - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    // Added up in steps, 0.1 + 0.2 would be written as 0.30000000000000004.
    const at = Number((min + index * step).toPrecision(12));
    return { at, label: words.number(at) };
  });
  return { min, max, ticks };
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * 0.999) ?? 10;
  return factor * power;
}
