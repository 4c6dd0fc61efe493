import { useYAxisScale } from "recharts";
import type { Marker } from "@/lib/charts/trend-model";

/** Looks of a marker: filled for a value, open for the baseline, dashed for a count that isn't told. */
const looks = { baseline: "open", value: "pt", censored: "cens" };

/** The marker of one point. A baseline of the same moment as a value is a ring around it, where the two are as high. */
export function TrendMarker({
  cx,
  cy,
  marker,
  over,
}: {
  cx?: number;
  cy?: number;
  marker: Marker | null | undefined;
  /** What stands on it, at the same moment. */
  over?: Marker | null;
}) {
  const scale = useYAxisScale();
  if (cx === undefined || cy === undefined || !marker) return null;
  const isRing = scale && over && Math.abs(Number(scale(over.y)) - cy) < 9;
  return <circle cx={cx} cy={cy} r={isRing ? 6.5 : 4} className={looks[marker.kind]} />;
}
