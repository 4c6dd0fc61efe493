import { expect, test } from "vitest";
import { partsOnPaper } from "./parts-on-paper";

const of = (code: string, ...names: string[]) => ({
  code,
  name: code,
  open: false,
  categories: names.map((name) => ({ code: name.toLowerCase(), name })),
});
const dimensions = [
  of("sex", "Female", "Male", "Unknown"),
  of("age", "0", "18", "Unknown"),
  of("form", "Labour", "Other"),
  of("place", ...Array.from({ length: 12 }, (_, at) => `P${at}`)),
];
const tablesOf = (...codes: string[]) => codes.map((code) => ({ code, dimensions: code.split("*") }));
/** As lines of text. */
const drawnOf = (given: string[], ...tables: string[]) =>
  partsOnPaper(given, tablesOf(...tables), dimensions).map((one) =>
    "parts" in one
      ? `${one.dimensions.join("+")}: ${one.parts.map(({ name, cell }) => `${name}=${cell}`).join(" | ")}`
      : [
          [one.rows, ...one.columns.map(({ name }) => name ?? "All")].join(" | "),
          ...one.groups.flatMap(({ name, lines }) => [
            ...(one.by === null ? [] : [`${one.by} ${name ?? "All"}`]),
            ...lines.map((line) => [line.name ?? "All", ...line.cells].join(" | ")),
          ]),
        ],
  );

test("two dimensions are a table in the framework's order, with their sums at its edges and no empty category", () => {
  expect(
    drawnOf(
      ["total", "age=18", "sex=unknown;age=18", "sex=female;age=unknown", "sex=female;age=18", "sex=female"],
      "sex*age",
      "sex",
    ),
  ).toEqual([
    [
      "sex | 18 | Unknown | All",
      "Female | sex=female;age=18 | sex=female;age=unknown | sex=female",
      "Unknown | sex=unknown;age=18 | sex=unknown;age=unknown | sex=unknown",
      "All | age=18 | age=unknown | total",
    ],
  ]);
});

test("one dimension is a line, as are two of which only the sums were entered", () => {
  expect(drawnOf(["total", "form=other", "form=labour", "sex=male", "sex=female"], "form", "sex*age")).toEqual([
    "form: Labour=form=labour | Other=form=other",
    "sex: Female=sex=female | Male=sex=male",
  ]);
  expect(drawnOf(["total"], "form", "sex*age")).toEqual([]);
});

test("three dimensions are crossed for each category of the first, and for all of it where no other table shows that", () => {
  const given = ["sex=male;age=0;form=labour", "form=labour", "sex=male;form=labour", "sex=male", "age=0"];
  expect(drawnOf([...given, "sex=male;age=0"], "sex*age", "form*sex*age")).toEqual([
    ["sex | 0 | All", "Male | sex=male;age=0 | sex=male", "All | age=0 | total"],
    [
      "sex | 0 | All",
      "form Labour",
      "Male | sex=male;age=0;form=labour | sex=male;form=labour",
      "All | age=0;form=labour | form=labour",
    ],
  ]);
  expect(drawnOf([...given, "sex=male;age=0"], "form*sex*age")).toEqual([
    [
      "sex | 0 | All",
      "form Labour",
      "Male | sex=male;age=0;form=labour | sex=male;form=labour",
      "All | age=0;form=labour | form=labour",
      "form All",
      "Male | sex=male;age=0 | sex=male",
      "All | age=0 | total",
    ],
  ]);
});

test("many categories stand below each other, or in several tables, and each part stands somewhere", () => {
  const places = dimensions[3]!.categories.map(({ code }) => code);
  const turned = drawnOf(
    places.map((place) => `sex=male;place=${place}`),
    "sex*place",
  );
  expect(turned).toHaveLength(1);
  expect(turned[0]).toHaveLength(13);
  expect(turned[0]![0]).toBe("place | Male");
  const given = places.flatMap((place) => places.map((other) => `place=${place};way=${other}`));
  const two = [...dimensions, { ...dimensions[3]!, code: "way" }];
  const drawn = partsOnPaper([...given, "sex=female"], tablesOf("place*way"), two);
  expect(drawn.map((one) => ("parts" in one ? one.dimensions : one.columns.length))).toEqual([8, 4, []]);
  const cells = drawn.flatMap((one) =>
    "parts" in one
      ? one.parts.map(({ cell }) => cell)
      : one.groups.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells)),
  );
  expect(cells.toSorted()).toEqual([...given, "sex=female"].toSorted());
});
