import { mapShapes, mapSize } from "@/lib/charts/map-places";
import { iconCurve } from "./icon-curve";

/** The countries' shapes as the map's template draws them, in the steps of their paths. */
export const mapDrawing = () => ({
  ...mapSize,
  shapes: Object.fromEntries(Object.entries(mapShapes).map(([code, path]) => [code, iconCurve(path)])),
});
