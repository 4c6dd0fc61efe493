import type { Marker } from "@/lib/charts/trend-model";

/** Looks of a mark: filled for a value, open for the baseline, dashed for a count that isn't told. */
const looks = { baseline: "open", value: "pt", censored: "cens" };

/** The mark of one point. A baseline of the same moment as a value is a ring around it, where the two are as high. */
export function TrendMarker({
  cx,
  cy,
  marker,
  isUnder = false,
}: {
  cx?: number;
  cy?: number;
  marker: Marker | null | undefined;
  isUnder?: boolean;
}) {
  if (cx === undefined || cy === undefined || !marker) return null;
  return <circle cx={cx} cy={cy} r={isUnder ? 6.5 : 4} className={looks[marker.kind]} />;
}
