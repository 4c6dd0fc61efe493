import { describe, expect, it } from "vitest";
import { blankEntered } from "./entered";
import { isRange, type PasteTarget, pasteAcross, pasteDown, pastedCells } from "./paste";

describe("a pasted range", () => {
  it.each([
    ["12", [["12"]]],
    ["12\r\n13\r\n", [["12"], ["13"]]],
    [
      "12\t13\n\t14\n",
      [
        ["12", "13"],
        ["", "14"],
      ],
    ],
    ["1,127\n\n<5\n", [["1,127"], [""], ["<5"]]],
    ['"two\nlines"\tx\n"say ""so"""', [["two\nlines", "x"], ['say "so"']]],
    ['"open\n13', [['"open'], ["13"]]],
    ['5" pipe\n6', [['5" pipe'], ["6"]]],
  ])("%j", (text, rows) => {
    expect(pastedCells(text)).toEqual(rows);
  });

  it("is told from a single figure", () => {
    expect(isRange(pastedCells("12\n"))).toBe(false);
    expect(isRange(pastedCells("12\n13"))).toBe(true);
    expect(isRange(pastedCells("12\t13"))).toBe(true);
  });
});

const target = (code: string, type: PasteTarget["type"], more: Partial<PasteTarget> = {}): PasteTarget => ({
  code,
  type,
  steps: [],
  typed: blankEntered(type),
  mayEnter: true,
  ...more,
});

describe("pasting down a column", () => {
  const targets = [
    target("a", "number"),
    target("b", "percentage"),
    target("c", "yesNo"),
    target("d", "milestone", { steps: ["None", "Drafted", "In force"] }),
    target("e", "number", { mayEnter: false }),
    target("f", "narrative"),
  ];

  it("fills one row a line, of every type, and leaves the rest", () => {
    const { filled, skipped } = pasteDown(pastedCells("1,127\n337/402\nyes\n3\n5\nSome words\n99"), targets, "number");
    expect(filled.map(({ code, entered }) => [code, ...Object.values(entered).filter((text) => text !== "")])).toEqual([
      ["a", "number", "1,127"],
      ["b", "ratio", "337", "402"],
      ["c", "yesNo", "yes"],
      ["d", "step", "2"],
      ["f", "narrative", "Some words"],
    ]);
    expect(skipped).toEqual(["e"]);
  });

  it("takes two columns for a percentage, and one for the side where the hand is", () => {
    const ratio = targets.slice(1, 2);
    expect(pasteDown([["337", "402"]], ratio, "denominator").filled[0]!.entered).toMatchObject({
      numerator: "337",
      denominator: "402",
    });
    expect(pasteDown([["402"]], ratio, "denominator").filled[0]!.entered).toMatchObject({
      numerator: "",
      denominator: "402",
    });
  });

  it("leaves a row as it is where the cell is blank, and says where it can't go", () => {
    expect(pasteDown([[""], ["x"]], targets.slice(1, 3), "number")).toEqual({
      filled: [],
      skipped: ["c"],
    });
    expect(pasteDown([["drafted"]], targets.slice(3, 4), "step").filled[0]!.entered).toMatchObject({ step: "1" });
    expect(pasteDown([["4"]], targets.slice(3, 4), "step").skipped).toEqual(["d"]);
  });

  it("takes back the reason why there was no value", () => {
    const reasoned = target("a", "number", { typed: { kind: "number", number: "", missingReason: "notCollected" } });
    expect(pasteDown([["7"]], [reasoned], "number").filled[0]!.entered).toEqual({
      kind: "number",
      number: "7",
      missingReason: "",
    });
  });
});

it("pasting across a grid stays within it, and blank cells change nothing", () => {
  const grid = [
    ["fa", "fb"],
    ["ma", "mb"],
  ];
  expect(pasteAcross(pastedCells("1\t2\t3\n\t4\n5\t6"), grid, [0, 0])).toEqual([
    { cell: "fa", text: "1" },
    { cell: "fb", text: "2" },
    { cell: "mb", text: "4" },
  ]);
  expect(pasteAcross(pastedCells("1\n2"), grid, [1, 1])).toEqual([{ cell: "mb", text: "1" }]);
});
