import { mapShapes, mapSize, otherLand } from "@/lib/charts/map-places";
import { iconCurve } from "./icon-curve";

/** The countries' shapes, and the land around them, as the map's template draws them, in the steps of their paths. */
export const mapDrawing = () => ({
  ...mapSize,
  other: iconCurve(otherLand),
  shapes: Object.fromEntries(Object.entries(mapShapes).map(([code, path]) => [code, iconCurve(path)])),
});
