import type { ShownStatus } from "@/lib/views/shown-status";
import type { colours } from "../look";

// The dark scheme of the screen. `dark-colours.test.ts` holds it to app/styles. Charts keep the light one, on white.

type OnlyOfCharts = "series" | "seriesSoft" | "path";

export const darkColours: Record<Exclude<keyof typeof colours, OnlyOfCharts>, string> = {
  surface: "#10171d",
  surfaceSunk: "#161f27",
  surfaceBand: "#1f2a34",
  bar: "#0a2327",
  onBar: "#f1f6f7",
  onBarMuted: "#a9c2c5",
  text: "#e7edf2",
  textSecondary: "#bac6d0",
  textMuted: "#9eabb7",
  rule: "#2d3944",
  ruleHeavy: "#64727f",
  accent: "#6cc7c7",
  warning: "#f2d077",
  warningSurface: "#352b10",
  grid: "#26323c",
  hatch: "#4a5966",
  mapSea: "#0c2c40",
  mapOther: "#33332f",
};

export const darkPillars: Record<string, string> = { P1: "#3f9fd8", P2: "#2fbb92", P3: "#dd8a3e", P4: "#bd80d2" };

const achieved = { fill: "#1f7a4f", ink: "#ffffff" };
const missed = { fill: "#b03a50", ink: "#ffffff" };

/** Fill, ink, and the edge where there is one. */
export const darkStatuses: Record<ShownStatus, { fill: string; ink: string; edge?: string }> = {
  achieved,
  maintained: { fill: "#256f8f", ink: "#ffffff" },
  onTrack: { fill: "#15402b", ink: "#a4e3c0" },
  accelerationNeeded: { fill: "#574a0b", ink: "#ffe48a" },
  limitedProgress: { fill: "#70390a", ink: "#ffcb97" },
  movingAway: { fill: "#7d2420", ink: "#ffccc5" },
  pending: { fill: "#2b3743", ink: "#cbd6df" },
  missed,
  notAssessed: { fill: "#18222b", ink: "#9eabb7", edge: "#2d3944" },
  suppressed: { fill: "#10171d", ink: "#9eabb7", edge: "#4a5966" },
  noValue: { fill: "#10171d", ink: "#9eabb7", edge: "#64727f" },
  noReport: { fill: "#10171d", ink: "#9eabb7", edge: "#64727f" },
  notApplicable: { fill: "#10171d", ink: "#9eabb7", edge: "#2d3944" },
  stillAchieved: achieved,
  achievedLater: achieved,
  noLongerAchieved: missed,
  stillMissed: missed,
};
