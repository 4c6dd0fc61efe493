import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type MapCode, mapPlaces, mapShapes, mapSize } from "./map-places";

type Point = readonly [x: number, y: number];
const codes = Object.keys(mapPlaces) as MapCode[];

/** The rings of a path that is written as distances from point to point. */
function ringsOf(shape: string): Point[][] {
  let [x, y] = [0, 0];
  return shape
    .split("m")
    .filter((ring) => ring !== "")
    .map((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      const points: Point[] = [];
      for (let index = 0; index < numbers.length; index += 2) {
        x += numbers[index]!;
        y += numbers[index + 1]!;
        points.push([x, y]);
      }
      [x, y] = points[0]!;
      return points;
    });
}

/** By counting the edges that a ray to the right crosses. */
function isInside([x, y]: Point, rings: readonly Point[][]): boolean {
  const edges = rings.flatMap((ring) => ring.map((point, index) => [point, ring[(index + 1) % ring.length]!] as const));
  const crossed = edges.filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  );
  return crossed.length % 2 === 1;
}

describe("shapes of the map", () => {
  it("are there for the six countries and lie inside the frame", () => {
    expect(Object.keys(mapShapes).sort()).toEqual(["CHN", "KHM", "LAO", "MMR", "THA", "VNM"]);
    for (const code of codes) {
      const points = ringsOf(mapShapes[code]).flat();
      expect(points.length, code).toBeGreaterThan(50);
      for (const [x, y] of points) {
        expect(x >= 0 && x <= mapSize.width, code).toBe(true);
        expect(y >= 0 && y <= mapSize.height, code).toBe(true);
      }
    }
  });

  it("are whole, but for China, of which the frame cuts the south out", () => {
    const isCut = (code: MapCode) =>
      ringsOf(mapShapes[code])
        .flat()
        .some(([x, y]) => x === 0 || y === 0 || x === mapSize.width || y === mapSize.height);
    expect(codes.filter(isCut)).toEqual(["CHN"]);
  });

  it("take no more than 25 KB of what is loaded for the map", () => {
    expect(readFileSync(path.join(import.meta.dirname, "map-shapes.json")).length).toBeLessThan(25 * 1024);
  });
});

describe("places of names", () => {
  const pointOf = (code: MapCode): Point => [mapPlaces[code].x * mapSize.width, mapPlaces[code].y * mapSize.height];

  it("lie inside the country that they name, or in the sea beside it", () => {
    for (const code of codes) {
      const over = codes.filter((other) => isInside(pointOf(code), ringsOf(mapShapes[other])));
      expect(over, code).toEqual(mapPlaces[code].isBeside ? [] : [code]);
    }
  });

  it("leave a name room inside the frame", () => {
    // A name of twelve letters on a phone's map takes a quarter of its width, an icon over a name a seventh of its height.
    for (const { x, y, isBeside } of Object.values(mapPlaces)) {
      expect(isBeside ? x + 0.25 : x + 0.125).toBeLessThan(1);
      if (!isBeside) expect(x - 0.125).toBeGreaterThan(0);
      expect(Math.min(y, 1 - y)).toBeGreaterThan(0.07);
    }
  });
});
