import type { ShownStatus } from "../views/shown-status";
import type { Axis } from "./axes/axis";

// What the trend charts draw. Everything is decided: they only place it.

/** `at` is a month number (see `monthNumber`), `y` a place on the axis of values. */
export interface Spot {
  at: number;
  y: number;
}

export interface Marker extends Spot {
  kind: "baseline" | "value" | "censored";
  /** The period, or the baseline's year. */
  when: string;
  text: string;
}

/** What civil society says, which is no value of the unit's. */
export interface Said extends Spot {
  when: string;
  text: string;
}

/** A word where there is no value to mark. */
export interface Blank extends Spot {
  when: string;
  text: string;
  /** The same in two lines of about one length, for where it has no room in one. */
  halves?: readonly [string, string];
}

export interface Panel {
  code: string;
  name: string;
  status: ShownStatus;
  markers: Marker[];
  blanks: Blank[];
  /** Lines through the values, baseline included; they break where comparison does. */
  runs: Spot[][];
  /** Dotted, across periods without a value. */
  gaps: [Spot, Spot][];
  /** What stands in those periods: "no value", "not applicable". */
  absent: string[];
  /** The corners of the planned path; between yes and no, or steps, it has two at one moment. */
  planned: Spot[];
  target: (Spot & { when: string; text: string }) | null;
  /** Beside all that; left out where nothing is said. */
  said?: readonly Said[];
}

/** A plan between yes and no, or from step to step, changes at its moment, and isn't half so before: its corners. */
export function inSteps(spots: readonly Spot[]): Spot[] {
  return spots.flatMap((spot, index) => {
    const before = spots[index - 1];
    return before && before.y !== spot.y && before.at !== spot.at ? [{ at: spot.at, y: before.y }, spot] : [spot];
  });
}

/**
 * The moments at which a plan of steps changes, with the first and the last. Where periods end it is judged, so that is what it
 * asks for until the next one ends: rounded month by month, a step that is given up for a year would show as a spike.
 */
export function periodByPeriod(
  from: number,
  to: number,
  ends: readonly number[],
  planned: (month: number) => number,
): Spot[] {
  const months = [from, ...ends.filter((month) => month > from && month < to), to];
  const spots = months.map((at) => ({ at, y: planned(at) }));
  return spots.filter(({ at, y }, index) => at === to || y !== spots[index - 1]?.y);
}

export interface TrendModel {
  time: Axis;
  values: Axis;
  panels: Panel[];
  /** Where the definition changed, with the version that holds from there. */
  breaks: { at: number; version: number }[];
  /** Which kinds of markers there are to explain. */
  markerKinds: { value: boolean; baseline: boolean; planned: boolean; censored: boolean; gap: boolean };
  /** What the dotted lines stand for, each once. */
  absent: string[];
}

/** What a dotted line in place of a value means: "No value / not applicable". */
export function absentKey(absent: readonly string[]): string {
  const text = absent.join(" / ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
