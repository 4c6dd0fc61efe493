import type { ShownStatus } from "@/lib/views/shown-status";

// The light scheme of the screen, for files that no style sheet reaches. `look.test.ts` holds it to app/styles.

export interface StatusLook {
  fill: string;
  ink: string;
  /** The frame of a chip whose fill is that of the paper; null for none. */
  edge: string | null;
  /** Strokes and areas of the icon in a square of 16; empty for none. Those of `solid` are filled, `faint` at 55%. */
  icon: { stroke?: string; solid?: string; faint?: string };
  /** Hatched, as what is hidden; dashed, as what isn't there. */
  ground: "plain" | "hatched" | "dashed";
}

const plain = { edge: null, ground: "plain" } as const;

const nothing: StatusLook = { fill: "#ffffff", ink: "#566471", edge: "#8895a1", ground: "dashed", icon: {} };

const achieved: StatusLook = {
  ...plain,
  fill: "#17663f",
  ink: "#ffffff",
  icon: { stroke: "M2.8 8.4l3.4 3.4L13.2 4.4" },
};
const missed: StatusLook = {
  ...plain,
  fill: "#8c1d33",
  ink: "#ffffff",
  icon: { stroke: "M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" },
};

export const statusLooks: Record<ShownStatus, StatusLook> = {
  achieved,
  maintained: { ...plain, fill: "#1d5f7d", ink: "#ffffff", icon: { stroke: "M3 5.8h10M3 10.2h10" } },
  onTrack: { ...plain, fill: "#cdead8", ink: "#0f4c2c", icon: { solid: "M2 7h3v7H2zM6.5 4.5h3V14h-3zM11 2h3v12h-3z" } },
  accelerationNeeded: {
    ...plain,
    fill: "#fdefb3",
    ink: "#5f4300",
    icon: { solid: "M2 7h3v7H2zM6.5 4.5h3V14h-3z", faint: "M11 12.2h3V14h-3z" },
  },
  limitedProgress: {
    ...plain,
    fill: "#fbd3a4",
    ink: "#6a2e00",
    icon: { solid: "M2 7h3v7H2z", faint: "M6.5 12.2h3V14h-3zM11 12.2h3V14h-3z" },
  },
  movingAway: { ...plain, fill: "#f3b3ab", ink: "#6f0f0b", icon: { stroke: "M13.2 8H3M7 4L3 8l4 4" } },
  pending: {
    ...plain,
    fill: "#dfe6ec",
    ink: "#33414d",
    icon: { stroke: "M13.6 8a5.6 5.6 0 1 1-11.2 0a5.6 5.6 0 1 1 11.2 0zM8 4.8V8l2.2 1.6" },
  },
  missed,
  notAssessed: { fill: "#f3f6f8", ink: "#566471", edge: "#d3dbe2", ground: "plain", icon: { stroke: "M4.5 8h7" } },
  suppressed: {
    fill: "#ffffff",
    ink: "#566471",
    edge: "#aab6c0",
    ground: "hatched",
    icon: { stroke: "M1.8 8S4 4.2 8 4.2 14.2 8 14.2 8 12 11.8 8 11.8 1.8 8 1.8 8zM3.2 13.2L12.8 2.8" },
  },
  noValue: nothing,
  noReport: { ...nothing, icon: { stroke: "M4 2h5.2L12 4.8V14H4zM6.6 9.2h2.8" } },
  notApplicable: {
    fill: "#ffffff",
    ink: "#566471",
    edge: "#d3dbe2",
    ground: "plain",
    icon: { stroke: "M5 12.5L11 3.5" },
  },
  stillAchieved: { ...achieved, icon: { stroke: "M2.8 6.9l3.4 3.4L13.2 2.9M3 14h10" } },
  achievedLater: { ...achieved, icon: { stroke: "M2.2 3v10M5.4 8.9l2.6 2.6L13.8 5.2" } },
  noLongerAchieved: { ...missed, icon: { stroke: "M2.2 3v10M6.2 4.6l7 7M13.2 4.6l-7 7" } },
  stillMissed: { ...missed, icon: { stroke: "M4.6 2.6l6.8 6.8M11.4 2.6l-6.8 6.8M3 14h10" } },
};

/** Hues of the four pillars, by code. */
export const pillarHues: Record<string, string> = { P1: "#0072b2", P2: "#009e73", P3: "#b35900", P4: "#8a3fa0" };

export const colours = {
  surface: "#ffffff",
  surfaceSunk: "#f3f6f8",
  surfaceBand: "#e8edf1",
  bar: "#12343a",
  onBar: "#ffffff",
  onBarMuted: "#c5d8da",
  text: "#16212b",
  textSecondary: "#42515e",
  textMuted: "#566471",
  rule: "#d3dbe2",
  ruleHeavy: "#8895a1",
  accent: "#0b5c60",
  warning: "#6f4a00",
  warningSurface: "#fff5d6",
  series: "#1d3f5a",
  seriesSoft: "#7e93a5",
  path: "#566471",
  grid: "#e1e7ec",
  hatch: "#aab6c0",
  mapSea: "#c9e0ee",
  mapOther: "#dddcd5",
} as const;

/** Grouped bars, in their order. */
export const barLooks = [
  { fill: "#1d3f5a", stroke: null },
  { fill: "#6d8fa8", stroke: null },
  { fill: "#ffffff", stroke: "#8a96a1" },
  { fill: "#aab6c0", stroke: "#8a96a1" },
] as const;

/**
 * What is read as one and isn't parted at the end of a line: codes of indicators but for those that a text begins with, which
 * stand at the start of a line, a year of the Buddhist era, and spans of years. As Rust and JavaScript both read it.
 */
export const unbroken =
  "[^\\p{L}\\d]\\p{Lu}{1,3}\\d{1,3}(?:\\.\\d{1,3})*-[a-z]\\b|พ\\.ศ\\.\\s?\\d{4}(?:[–-]\\d{4})?|\\b\\d{4}[–-]\\d{4}\\b";
