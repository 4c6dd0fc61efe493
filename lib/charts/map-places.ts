import drawing from "./map-shapes.json";

/** Where a country's icon and name stand on the map, in parts of its width and height. */
export interface MapPlace {
  x: number;
  y: number;
  /** Beside the country, in the sea, where it is too narrow for its name; the text begins there. */
  isBeside: boolean;
}

const at = (x: number, y: number, isBeside = false): MapPlace => ({ x: x / 620, y: y / 640, isBeside });

export type MapCode = keyof typeof drawing.shapes;

export const mapPlaces: Record<MapCode, MapPlace> = {
  KHM: at(344, 443),
  CHN: at(370, 92),
  LAO: at(283, 238),
  MMR: at(104, 152),
  THA: at(262, 344),
  VNM: at(464, 394, true),
};

export const isOnMap = (code: string): code is MapCode => Object.hasOwn(mapPlaces, code);

/** In the steps of the paths. */
export const mapSize = { width: drawing.width, height: drawing.height };

/** Paths, made by `scripts/checkout/map-shapes.mjs` from Natural Earth's shapes. */
export const mapShapes: Record<MapCode, string> = drawing.shapes;

/** All other land in the frame, as one path: what no shape covers is sea. */
export const otherLand: string = drawing.other;
