import { type NotBuilt, notBuilt } from "@/lib/domain/framework/not-built";
import type { Framework, FrameworkIndicator, FrameworkNode } from "./framework";

/** Why a part of a plan is refused, for whoever loads a framework or starts a server; after the part's code. */
export const notBuiltWords: Record<NotBuilt, string> = {
  province: "a province can't report yet, for nothing ties its values to its country's sum",
  otherFrequency:
    "periods and indicators of a plan have one frequency, its first period's: mixed ones can't be worked out yet",
};

/** What of a framework nothing works out yet, as a sentence about the first such part; null where all is built. */
export function notBuiltIn({ units, periods, pillars }: Framework): string | null {
  const below = (nodes: FrameworkNode[]): FrameworkIndicator[] =>
    nodes.flatMap(({ indicators, children }) => [...indicators, ...below(children)]);
  const indicators = below(pillars).map(({ code, versions }) => ({
    code,
    frequencies: versions.map(({ frequency }) => frequency),
  }));
  const [first] = notBuilt({ units, periods, indicators });
  return first ? `${first.code}: ${notBuiltWords[first.reason]}` : null;
}
