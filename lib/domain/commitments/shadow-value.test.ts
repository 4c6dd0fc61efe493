import { describe, expect, it } from "vitest";
import type { AssessableValue } from "../values/assessable-value";
import type { Value } from "../values/value";
import { differenceFault, hiddenOfShadow, partsFault, shadowFault, shadowSplits } from "./shadow-value";

const number = (count: string): Value => ({ kind: "number", number: count });
const ratio = (part: string, whole: string) =>
  ({ kind: "ratio", numerator: { exact: part }, denominator: { exact: whole } }) as const;

describe("a value of civil society", () => {
  it.each([
    [number("0"), null],
    [number("1"), "number"],
    [number("4"), "number"],
    [number("5"), null],
    [ratio("0", "40"), null],
    [ratio("4", "40"), "numerator"],
    [ratio("36", "40"), "numerator"],
    [ratio("35", "40"), null],
    [ratio("40", "40"), null],
    [ratio("3", "4"), "denominator"],
    [ratio("0", "0"), null],
    [{ kind: "yesNo", yes: true } satisfies Value, null],
    [{ kind: "step", step: 1 } satisfies Value, null],
  ])("that counts persons is refused where it tells of few: %j", (value, field) => {
    expect(shadowFault(value, true, 5)).toEqual(field && { code: "smallCount", field });
    expect(shadowFault(value, false, 5)).toBeNull();
  });

  it("is judged by the threshold that is set", () => {
    expect(shadowFault(number("7"), true, 11)).toEqual({ code: "smallCount", field: "number" });
    const hidden = (countsPersons: boolean, threshold: number) =>
      hiddenOfShadow({ kind: "number", number: "7" }, new Map(), countsPersons, threshold);
    expect([hidden(true, 11), hidden(true, 5), hidden(false, 11)]).toEqual(["all", "nothing", "nothing"]);
  });

  it("is exact, whatever it counts", () => {
    expect(shadowFault({ kind: "censored", below: 5 }, false, 5)).toEqual({ code: "notExact", field: "number" });
    const half: Value = { kind: "ratio", numerator: { exact: "9" }, denominator: { below: 30 } };
    expect(shadowFault(half, false, 5)).toEqual({ code: "notExact", field: "denominator" });
  });
});

describe("its parts", () => {
  const bySex = (female: Value, male?: Value) =>
    new Map([["sex=female", female], ...(male ? [["sex=male", male] as const] : [])]);
  const inTotal = (field: string) => ({ cell: "total", fault: { code: "smallRest", field } });

  it.each([
    ["that are large", number("20"), bySex(number("10"), number("10")), null],
    ["of which one is small", undefined, bySex(number("10"), number("4")), "sex=male number"],
    ["that leave few of the total", number("12"), bySex(number("10")), "total number"],
    ["that leave few, though all are told", number("22"), bySex(number("10"), number("10")), "total number"],
    ["that leave nobody", number("10"), bySex(number("10"), number("0")), null],
    ["that leave enough", number("15"), bySex(number("10")), null],
    ["that are more than the total", number("18"), bySex(number("10"), number("10")), null],
    ["that leave few of a denominator", ratio("20", "40"), bySex(ratio("10", "37")), "total denominator"],
    ["that leave few of a numerator", ratio("20", "80"), bySex(ratio("18", "40")), "total numerator"],
    ["that leave few who aren't in it", ratio("50", "80"), bySex(ratio("12", "40")), "total numerator"],
    ["of another kind than the total", number("12"), bySex(ratio("10", "20")), null],
  ] as const)("%s are judged with it", (_, total, parts, at) => {
    const found = partsFault(total, parts, true, 5);
    expect(found && `${found.cell} ${found.fault.field}`).toBe(at);
    expect(partsFault(total, parts, false, 5)).toBeNull();
  });

  it("let nobody work out a few, whichever of them and of the total are told", () => {
    const counts = [0, 3, 5, 6, 9];
    const groups = [[0], [1], [2], [0, 1], [0, 2], [1, 2]];
    const sumOf = (cells: readonly number[], group: readonly number[]) =>
      group.reduce((sum, at) => sum + cells[at]!, 0);
    const all = [...Array(28).keys()];
    let passed = 0;
    for (const cells of counts.flatMap((a) => counts.flatMap((b) => counts.map((c) => [a, b, c]))))
      for (const told of [[0], [1], [0, 1], [0, 2], [0, 1, 2]])
        for (const total of [sumOf(cells, [0, 1, 2]), null]) {
          const parts = new Map(told.map((at) => [`sex=${at}`, number(`${cells[at]}`)]));
          const isTotalSmall = total !== null && shadowFault(number(`${total}`), true, 5) !== null;
          if (isTotalSmall || partsFault(total === null ? undefined : number(`${total}`), parts, true, 5)) continue;
          passed++;
          // What a reader holds possible: all that fits what is told.
          const either = (at: number) => (told.includes(at) ? [cells[at]!] : all);
          const possible = either(0).flatMap((a) =>
            either(1).flatMap((b) =>
              (total === null ? either(2) : [total - a - b].filter((c) => either(2).includes(c))).map((c) => [a, b, c]),
            ),
          );
          for (const group of groups) {
            const sums = new Set(possible.map((one) => sumOf(one, group)));
            const [only] = sums;
            expect(sums.size === 1 && only! > 0 && only! < 5, `${cells} ${told} ${total}`).toBe(false);
          }
        }
    expect(passed).toBeGreaterThan(100);
  });

  it("are hidden together where one is small by a higher threshold, and all where the total is", () => {
    const parts = bySex(number("20"), number("7"));
    const hidden = (total: AssessableValue | undefined, threshold: number) =>
      hiddenOfShadow(total, parts, true, threshold);
    const exactly = (count: string): AssessableValue => ({ kind: "number", number: count });
    expect(hidden(exactly("27"), 5)).toBe("nothing");
    expect(hidden(exactly("27"), 11)).toBe("parts");
    expect(hidden(exactly("10"), 11)).toBe("all");
    expect(hidden(undefined, 11)).toBe("parts");
    // What they leave may have become small as well.
    expect(hiddenOfShadow(exactly("34"), bySex(number("27")), true, 11)).toBe("parts");
    expect(partsFault(number("12"), bySex(number("10")), true, 5)).toEqual(inTotal("number"));
  });

  it("are by one dimension or as a table crosses several, and by no open list", () => {
    const dimensions = [
      { code: "form", open: false },
      { code: "sex", open: false },
      { code: "citizenship", open: true },
    ];
    expect(shadowSplits(["sex", "form*sex", "citizenship", "sex*citizenship"], dimensions)).toEqual([
      "sex",
      "form",
      "form*sex",
    ]);
  });
});

describe("what an organisation tells of one count in several observations", () => {
  const told = (total: string | null, parts: Record<string, string> = {}) => ({
    total: total === null ? undefined : number(total),
    parts: new Map(Object.entries(parts).map(([cell, count]) => [cell, number(count)])),
  });
  const sexes = { "sex=female": "50", "sex=male": "47" };

  it.each([
    ["a total that parts leave few of", told("99"), [told(null, sexes)], "total 1"],
    ["a total that is a few less than the parts", told("95"), [told(null, sexes)], "total 1"],
    ["parts that leave few of a total", told(null, sexes), [told("99")], "sex=female 1"],
    ["a total that is a few more", told("102"), [told("100")], "total 1"],
    ["a total that is a few less", told("100"), [told("102")], "total 1"],
    ["the same total", told("100"), [told("100")], null],
    ["a total that is many more", told("105"), [told("100")], null],
    ["a total of the parts", told("97"), [told(null, sexes)], null],
    ["a part that is a few more", told(null, { "sex=female": "53" }), [told(null, sexes)], "sex=female 1"],
    ["the last part of a total", told(null, { "sex=male": "47" }), [told("99", { "sex=female": "50" })], "sex=male 1"],
    [
      ...(["a total of parts that two tell", told("99")] as const),
      ...([[told(null, { "sex=female": "50" }), told(null, { "sex=male": "47" })], "total 1"] as const),
    ],
    [
      ...(["a part that a third one's leave few with", told(null, { "sex=male": "47" })] as const),
      ...([[told("99"), told(null, { "sex=female": "50" })], "sex=male 1"] as const),
    ],
    [
      "a sum by another dimension",
      told(null, { "age=0-17": "40", "age=18+": "59" }),
      [told(null, sexes)],
      "age=0-17 1",
    ],
    [
      "a part that another one's crossed parts leave few of",
      told(null, { "sex=female": "50" }),
      [told(null, { "sex=female;age=0-17": "20", "sex=female;age=18+": "27", "sex=male;age=18+": "80" })],
      "sex=female 1",
    ],
    [
      "crossed parts that leave few of another one's part",
      told(null, { "sex=female;age=0-17": "20", "sex=female;age=18+": "27", "sex=male;age=18+": "80" }),
      [told(null, { "sex=female": "50" })],
      "sex=female;age=0-17 1",
    ],
    ["what leaves enough", told("140"), [told(null, sexes), told("147")], null],
  ])("is taken off each other: %s", (_, own, others, at) => {
    const found = differenceFault(
      own,
      others.map((other, index) => ({ ...other, number: index + 1 })),
      5,
    );
    expect(found && `${found.cell} ${found.number}`).toBe(at);
  });

  it("is taken off in each part of a share", () => {
    const of = (part: string, whole: string) => ({ total: ratio(part, whole), parts: new Map() });
    const between = (part: string, whole: string) =>
      differenceFault(of(part, whole), [{ ...of("30", "60"), number: 3 }], 5)?.field ?? null;
    expect(between("30", "60")).toBeNull();
    expect(between("30", "62")).toBe("denominator");
    expect(between("28", "60")).toBe("numerator");
    // Those who aren't in it.
    expect(between("40", "72")).toBe("numerator");
    expect(between("40", "80")).toBeNull();
  });
});
