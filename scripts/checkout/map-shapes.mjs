// node scripts/checkout/map-shapes.mjs: draws the six countries of the map, and the land around them as one shape, so that it isn't
// taken for sea (lib/charts/map-shapes.json), from world-atlas, which
// packages Natural Earth's shapes (public domain). Run it only to change the drawing: what it writes is committed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoMercator, geoPath } from "d3-geo";
import { merge } from "topojson-client";
import { root } from "../steps.mjs";

const width = 620;
const height = 640;
/** Steps to a unit of the drawing: a half is finer than a screen shows, and whole numbers are short. */
const steps = 2;
/** In square units. Natural Earth has islets of less; they would be specks. */
const leastIsland = 2;

/** ISO 3166-1 numeric codes; Hong Kong and Macao are part of China. */
const countries = {
  KHM: ["116"],
  CHN: ["156", "344", "446"],
  LAO: ["418"],
  MMR: ["104"],
  THA: ["764"],
  VNM: ["704"],
};

const world = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8"),
);
const shapeOf = (isPart) =>
  merge(
    world,
    world.objects.countries.geometries.filter(({ id }) => isPart(id)),
  );

// The frame holds the whole of the five, and of China what lies north and east of them.
const west = 91.7;
const frame = {
  type: "MultiPoint",
  coordinates: [
    [west, 5.2],
    [109.9, 28.65],
  ],
};
const projection = geoMercator().fitSize([width, height], frame);
const [left] = projection([west, 0]);
const [x, y] = projection.translate();
projection.translate([x - left, y]);
/** The rings of a shape in whole steps; neighbours share their points, so that they stay without gaps. */
function ringsOf(shape) {
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const rings = [];
  const point = (x, y) => {
    const next = [Math.round(x * steps), Math.round(y * steps)];
    const last = rings.at(-1).at(-1);
    if (!last || last[0] !== next[0] || last[1] !== next[1]) rings.at(-1).push(next);
  };
  geoPath(projection, {
    moveTo: (x, y) => {
      rings.push([]);
      point(x, y);
    },
    lineTo: point,
    closePath: () => {},
  })(shape);
  return rings.filter((ring) => Math.abs(areaOf(ring)) >= leastIsland * steps ** 2);
}

function areaOf(ring) {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Each point by its distance from the one before, which takes half the room. */
function pathOf(rings) {
  let [x, y] = [0, 0];
  return rings
    .map((ring) => {
      const moves = ring.map(([nextX, nextY]) => {
        const move = `${nextX - x},${nextY - y}`;
        [x, y] = [nextX, nextY];
        return move;
      });
      [x, y] = ring[0];
      return `m${moves.join(" ")}z`;
    })
    .join("")
    .replaceAll(",-", "-")
    .replaceAll(" -", "-");
}

const shapes = Object.fromEntries(
  Object.entries(countries).map(([code, ids]) => [code, pathOf(ringsOf(shapeOf((id) => ids.includes(id))))]),
);
const own = new Set(Object.values(countries).flat());
const drawing = {
  source: "Natural Earth 1:50m, public domain, by way of world-atlas; drawn by scripts/checkout/map-shapes.mjs",
  width: width * steps,
  height: height * steps,
  shapes,
  other: pathOf(ringsOf(shapeOf((id) => !own.has(id)))),
};
const text = `${JSON.stringify(drawing, null, 2)}\n`;
writeFileSync(`${root}/lib/charts/map-shapes.json`, text);
console.log(`${(text.length / 1024).toFixed(1)} KB`);
