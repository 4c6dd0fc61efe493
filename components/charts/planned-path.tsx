import { useXAxisScale, useYAxisScale } from "recharts";
import type { Spot } from "@/lib/charts/trend-model";

/** A plan from corner to corner. It isn't a line of the chart's data: its corners are no points to stop at. */
export function PlannedPath({ spots }: { spots: readonly Spot[] }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y || spots.length === 0) return null;
  return <path className="planned" d={`M${spots.map((spot) => `${x(spot.at)} ${y(spot.y)}`).join("L")}`} />;
}
