import { describe, expect, it } from "vitest";
import { blankEntered } from "@/components/entry/state/entered";
import { headWords } from "@/lib/i18n/tables/head-words";
import { pastedCells } from "./paste";
import { planPaste } from "./paste-plan";
import type { PastePlan, PasteRow } from "./paste-row";
import { planParts } from "./plan-parts";

const heads = await headWords("spaiv:");
const words: PasteRow["words"] = {
  yes: "Oui",
  no: "Non",
  reasons: [
    ["notApplicable", "ไม่เกี่ยวข้อง"],
    ["notYetAvailable", "ยังไม่มีข้อมูล"],
  ],
};
const row = (code: string, type: PasteRow["rules"]["type"], more: Partial<PasteRow> = {}): PasteRow => ({
  code,
  rules: { type, decimals: 0, stepCount: 3, lowest: "0", highest: null, mayExceedHundred: false, unit: null },
  steps: [],
  entered: blankEntered(type),
  closed: null,
  isHere: true,
  words,
  ...more,
});
const rows = [
  row("G1-a", "number"),
  row("G1-b", "percentage"),
  row("G1-c", "yesNo"),
  row("G1-d", "milestone", { steps: ["None", "Drafted", "In force"] }),
  row("G1-e", "number", { closed: "locked" }),
  row("G1-f", "narrative"),
  row("G2-a", "number"),
  row("G2-b", "percentage"),
];
/** The same with the second goal out of sight. */
const away = rows.map((each) => (each.code.startsWith("G2") ? { ...each, isHere: false } : each));
const at = (code: string) => rows.slice(rows.findIndex((each) => each.code === code));
const paste = (text: string, from = "G1-a", column = 0, period = "2018") =>
  planPaste(pastedCells(text), { below: at(from), all: rows, column, period, heads });
/** Pasted where the hand is in the first of the rows, of all that the report has from there. */
const place = (below: readonly PasteRow[], all = below) => ({ below, all, column: 0, period: "2018", heads });
const filled = (plan: PastePlan) =>
  plan.filled.map(({ code, entered }) => [
    code,
    ...Object.values(entered)
      .filter((text) => text !== "")
      .slice(1),
  ]);
const left = (plan: PastePlan) => plan.not.map(({ line, code, text, because }) => [line, code, text, because]);

describe("a line of heads by position", () => {
  it("stays out where it names the values, and is told", () => {
    for (const head of ["Value", "2018 value", "ค่า"]) {
      const plan = paste(`${head}\n44\n3 of 4`);
      expect([filled(plan), left(plan), plan.passed, plan.year]).toEqual([
        [
          ["G1-a", "44"],
          ["G1-b", "3", "4"],
        ],
        [],
        [head],
        null,
      ]);
    }
  });

  it("is asked about where it is a year, which may be a value", () => {
    for (const year of ["2018", "2561", "2017"]) {
      const asHead = paste(`${year}\n44`);
      expect([asHead.year, filled(asHead), asHead.passed]).toEqual([year, [["G1-a", "44"]], [year]]);
      const asValue = planPaste(pastedCells(`${year}\n44\n`), place(rows), { yearIs: "value" });
      expect(filled(asValue).map(([, text]) => text)).toEqual([year, "44"]);
    }
  });

  it("lets nothing be taken where it names several periods", () => {
    const plan = paste("2017\t2018\n40\t44");
    expect([filled(plan), left(plan)]).toEqual([[], [[1, null, "2017 | 2018", "unnamed"]]]);
  });

  it("is none where it is alone, a number as others are, or above words", () => {
    for (const text of ["2018", "2,018\n44", "2018.5\n44"]) expect(paste(text).year).toBeNull();
    expect(paste("2018\nMore words", "G1-f").year).toBeNull();
  });
});

describe("by position", () => {
  it("fills one row a line, of every type, over the end of the goal, and lists what has no place", () => {
    const plan = paste("1,127\n337/402\nyes\n3\n5\nSome words\n99\n3 of 4\n8\n9");
    expect(plan.way).toBe("position");
    expect(filled(plan)).toEqual([
      ["G1-a", "1,127"],
      ["G1-b", "337", "402"],
      ["G1-c", "yes"],
      ["G1-d", "2"],
      ["G1-f", "Some words"],
      ["G2-a", "99"],
      ["G2-b", "3", "4"],
    ]);
    expect(left(plan)).toEqual([
      [5, "G1-e", "5", "locked"],
      [9, null, "8", "noRow"],
      [10, null, "9", "noRow"],
    ]);
  });

  describe("where rows between aren't shown", () => {
    const report = [...away, row("G3-a", "number")];
    const plan = (text: string, into?: "shown" | "all") =>
      planPaste(pastedCells(text), place(report.slice(5), report), { into });

    it("fills those that show, one after another, and says after which the first is missing", () => {
      const shown = plan("Some words\n8\n9");
      expect(filled(shown)).toEqual([
        ["G1-f", "Some words"],
        ["G3-a", "8"],
      ]);
      expect(left(shown)).toEqual([[3, null, "9", "hidden"]]);
      expect(shown.gap).toBe("G1-f");
    });

    it("fills all of them where those are meant, and reads what goes where nobody sees it", () => {
      const all = plan("Some words\n8\nmany\n9\n10", "all");
      expect(filled(all)).toEqual([
        ["G1-f", "Some words"],
        ["G2-a", "8"],
        ["G3-a", "9"],
      ]);
      expect(left(all)).toEqual([
        [3, "G2-b", "many", "problem"],
        [5, null, "10", "noRow"],
      ]);
    });

    it("says nothing of it where no line comes that far", () => {
      expect(plan("Some words\n\n").gap).toBeNull();
      expect(paste("1\n2").gap).toBeNull();
      expect(plan("Some words\n\n\n8").gap).toBe("G1-f");
    });
  });

  it("goes across the fields of a row, from the one where the hand is", () => {
    expect(filled(paste("337\t402", "G1-b"))).toEqual([["G1-b", "337", "402"]]);
    const across = paste("402\t7", "G1-b", 1);
    expect(filled(across)).toEqual([["G1-b", "402"]]);
    expect(across.filled[0]?.entered).toMatchObject({ numerator: "", denominator: "402" });
    expect(left(across)).toEqual([[1, "G1-b", "7", "noColumn"]]);
    // As it is copied here, with the state beside it.
    const share = paste("337/402\tsaved", "G1-b");
    expect(filled(share)).toEqual([["G1-b", "337", "402"]]);
    expect(left(share)).toEqual([[1, "G1-b", "saved", "noColumn"]]);
    expect(left(paste("1\t2\t3\n4"))).toEqual([[1, "G1-a", "2 | 3", "noColumn"]]);
  });

  it("leaves a row as it is where the cell is blank, and lists an answer that can't be told", () => {
    const plan = paste("\n\nperhaps\n4");
    expect(plan.filled).toEqual([]);
    expect(left(plan)).toEqual([
      [3, "G1-c", "perhaps", "yesNo"],
      [4, "G1-d", "4", "step"],
    ]);
  });

  it("takes reasons by the page's word, or by their codes, and yes and no in Thai and in the page's language", () => {
    const plan = paste("ไม่เกี่ยวข้อง\nNot yet available\nไม่ใช่\nnotApplicable");
    expect(plan.filled.map(({ code, entered }) => [code, entered.missingReason])).toEqual([
      ["G1-a", "notApplicable"],
      ["G1-b", "notYetAvailable"],
      ["G1-c", ""],
      ["G1-d", "notApplicable"],
    ]);
    expect(["ใช่", "oui", "ไม่ใช่", "non"].map((text) => filled(paste(text, "G1-c"))[0]?.[1])).toEqual([
      "yes",
      "yes",
      "no",
      "no",
    ]);
    // A reason in place of a question's words is words.
    expect(filled(paste("Not applicable", "G1-f"))).toEqual([["G1-f", "Not applicable"]]);
    expect(filled(paste("G2-a\tNot applicable\nG1-a\t7"))).toEqual([
      ["G2-a", "notApplicable"],
      ["G1-a", "7"],
    ]);
  });

  it("puts what can't be read into a field that is seen, and lists it with the reason where there is none", () => {
    expect(filled(paste("3-4"))).toEqual([["G1-a", "3-4"]]);
    const far = planPaste(pastedCells("G2-a\t3-4\nG2-b\t12 %"), place(away));
    expect(far.filled).toEqual([]);
    expect(far.not.map(({ problem }) => problem?.key)).toEqual(["valueNotNumber", "valuePercentTyped"]);
  });

  it("never answers a question in words with a value that ran on over it", () => {
    const plan = paste("1,127\n<5\n60 %\n๑๒\n12 districts", "G1-f");
    // What can't be read stands in its field, which says so.
    expect(filled(plan)).toEqual([
      ["G2-a", "<5"],
      ["G2-b", "60 %"],
    ]);
    expect(left(plan)[0]).toEqual([1, "G1-f", "1,127", "words"]);
    for (const text of ["<5", "60 %", "๑๒", "3 / 4"]) expect(left(paste(text, "G1-f"))[0]?.[3]).toBe("words");
    expect(filled(paste("12 districts", "G1-f"))).toEqual([["G1-f", "12 districts"]]);
  });

  it("takes back the reason why there was no value", () => {
    const reasoned = row("G1-a", "number", { entered: { kind: "number", number: "", missingReason: "notCollected" } });
    expect(planPaste([["7"]], place([reasoned])).filled[0]?.entered).toEqual({
      kind: "number",
      number: "7",
      missingReason: "",
    });
  });
});

describe("by code", () => {
  it("goes where the codes say, wherever the hand is, and lists codes that aren't there", () => {
    const plan = paste("Code\t2017\ng2-a\t5\nG1-b\t3\t4\nG9-z\t1\nG1-a\t6\nG1-a\t7\n\t8", "G1-f", 0, "2017");
    expect(plan.way).toBe("code");
    expect(filled(plan)).toEqual([
      ["G2-a", "5"],
      ["G1-b", "3", "4"],
    ]);
    expect(left(plan)).toEqual([
      [4, null, "G9-z | 1", "noSuchCode"],
      [7, null, "8", "noCode"],
      [5, "G1-a", "6", "twice"],
      [6, "G1-a", "7", "twice"],
    ]);
  });

  it("passes over titles between the codes and the values", () => {
    const plan = paste("G1-a\tVictims identified\t6\nG1-b\tReferred in time\t3\t4");
    expect(filled(plan)).toEqual([
      ["G1-a", "6"],
      ["G1-b", "3", "4"],
    ]);
    expect(plan.not).toEqual([]);
  });
});

describe("by code, with the values of several years", () => {
  it("takes none where it can't be told which is this period's", () => {
    const plan = paste("G1-a\tVictims identified\t8\t9\t12\nG1-b\tReferred\t60\t76\t71\t76\nG2-a\tOthers\t5");
    expect(filled(plan)).toEqual([]);
    expect(left(plan)).toEqual([
      [1, "G1-a", "8 | 9 | 12", "several"],
      [2, "G1-b", "60 | 76 | 71 | 76", "several"],
      [3, "G2-a", "5", "several"],
    ]);
    for (const last of ["G1-a\tVictims\t8\t", "G1-b\tReferred\t3\t4\t"]) {
      expect(filled(paste(last))).toEqual([]);
      expect(left(paste(last))[0]?.[3]).toBe("several");
    }
  });

  it("takes the period's where a line names them, and lists the others", () => {
    const sheet = "Code\tIndicator\t2016\t2017\t2018\nG1-a\tVictims\t8\t9\t12\nG1-b\tReferred\t3/5\t2/5\t4/5";
    const plan = paste(sheet);
    expect(filled(plan)).toEqual([
      ["G1-a", "12"],
      ["G1-b", "4", "5"],
    ]);
    expect(plan.not).toEqual([]);
    expect(plan.passed).toEqual(["2016", "2017"]);
    expect(filled(paste(sheet, "G1-a", 0, "2017"))).toEqual([
      ["G1-a", "9"],
      ["G1-b", "2", "5"],
    ]);
    expect(paste(sheet, "G1-a", 0, "2017").passed).toEqual(["2016", "2018"]);
  });

  it("takes the period's where a line names it in the Buddhist era, or by its name in Thai", () => {
    for (const head of ["2561", "๒๕๖๑", "พ.ศ. 2561", "ปี ๒๕๖๑", "2561 (2018)"]) {
      const plan = paste(`รหัส\tตัวชี้วัด\t2560\t${head}\nG1-a\tVictims\t9\t12`);
      expect(filled(plan), head).toEqual([["G1-a", "12"]]);
      expect(plan.passed, head).toEqual(["2560"]);
    }
    expect(filled(paste("รหัส\tค่าปี 2561\nG1-a\t12"))).toEqual([["G1-a", "12"]]);
    expect(filled(paste("รหัส\tไตรมาส 3/2561\nG1-a\t12", "G1-a", 0, "2018-Q3"))).toEqual([["G1-a", "12"]]);
  });

  it("takes none that stands under another year, and lists a line that has none for the period", () => {
    for (const sheet of [
      "Code\tTitle\t2015\nG1-a\tVictims\t41",
      "Code\t2016\nG1-a\t141",
      "2016\nG1-a\t143",
      "Code\tTitle\tValue 2016\nG1-a\tVictims\t41",
      "Code\tTitle\t2558\nG1-a\tVictims\t41",
      "Code\tTitle\t2015\t2016\nG1-b\tReferred\t51\t61",
      "Code\tTitle\t2015\nG1-c\tAnswered\tno",
    ]) {
      expect(filled(paste(sheet)), sheet).toEqual([]);
      expect(left(paste(sheet)).at(-1)?.[3], sheet).toBe("unnamed");
    }
    const blank = paste("Code\tTitle\t2016\t2017\t2018\nG1-a\tVictims\t201\t202\t");
    expect(filled(blank)).toEqual([]);
    expect(blank.not).toEqual([]);
    expect(blank.passed).toEqual(["2016", "2017"]);
  });

  it.each([
    ["the sheet's", "Code\tIndicator\t2017\tValue for 2018"],
    ["the sheet's in Thai", "รหัส\tตัวชี้วัด\t2560\tค่าของรอบ 2561"],
    ["the workbook's", "Code\tIndicator\tTarget 2018\tValue"],
    ["the workbook's in Thai", "รหัส\tตัวชี้วัด\tเป้าหมาย 2561\tค่า"],
    [
      "the workbook's, with its title",
      "Made up: G1, Thailand, 2018\t\t\t\n\t\t\t\nCode\tIndicator\tTarget 2018\tValue",
    ],
    ["others'", "Code\tWhat\tTarget 2018\t2018"],
  ])("takes the value under %s heads, and never one beside it", (_, head) => {
    const plan = paste(`${head}\nG1-a\tVictims\t11\t12\nG2-a\tOthers\t564\t`);
    expect(filled(plan)).toEqual([["G1-a", "12"]]);
    expect(plan.not).toEqual([]);
    expect(plan.passed).toHaveLength(1);
    const blank = paste(`${head}\nG1-a\tVictims\t11\t\nG2-a\tOthers\t564\t`);
    expect(filled(blank)).toEqual([]);
    expect(blank.not).toEqual([]);
  });

  it("takes rows of the workbook by all of its fields, and leaves blank ones as they are", () => {
    const heads = [
      ..."Code,Indicator,Unit,2017,Target 2018,What,Value,Numerator,Denominator,No value because".split(","),
    ];
    const names = "code,title,unit,earlier1,target,limits,value,numerator,denominator,reason".split(",");
    const lines = [
      heads,
      names.map((name) => `spaiv:${name}`),
      ["G1-a", "Victims", "n", "11", "40", "0 or more", "1,579", "", "", ""],
      ["G1-b", "Referred", "%", "93", "95", "0 or more", "", "60", "76", ""],
      ["G1-c", "Answered", "", "no", "yes", "", "", "", "", "Not applicable"],
      ["G1-f", "Words", "", "Earlier words", "", "", "Some words", "", "", ""],
      ["G2-a", "Others", "n", "9", "", "", "", "", "", ""],
      ["G2-b", "Shares", "%", "9", "", "", "", "", "", ""],
    ];
    for (const above of [lines, lines.slice(1), lines.filter((_, at) => at !== 1)]) {
      const plan = paste(above.map((line) => line.join("\t")).join("\n"));
      expect(filled(plan)).toEqual([
        ["G1-a", "1,579"],
        ["G1-b", "60", "76"],
        ["G1-c", "notApplicable"],
        ["G1-f", "Some words"],
      ]);
      expect(plan.not).toEqual([]);
    }
  });

  it.each([
    ["a target and a value of no period's name", "Code\tTarget 2018\tResult 2018", "unnamed"],
    ["no head that is known", "Code\tIndicator\tSomething", "unnamed"],
    ["two values", "Code\tValue\t2018", "unnamed"],
    ["another year's workbook", "Code\tTarget 2017\tValue", "unnamed"],
    ["another year's title", "Made up: Thailand, 2017\t\t\nCode\tTitle\tValue", "unnamed"],
  ])("takes nothing under heads with %s, and says so once", (_, head, because) => {
    const plan = paste(`${head}\nG1-a\t11\t12\nG2-a\t5\t`);
    expect(filled(plan)).toEqual([]);
    expect(plan.not.map((each) => each.because)).toEqual([because]);
  });

  it("reads the heads of a second table below anew, and of two lines of heads both", () => {
    const plan = paste("Code\t2018\nG1-a\t5\n\nCode\t2017\nG2-a\t6");
    expect(filled(plan)).toEqual([["G1-a", "5"]]);
    expect(left(plan)).toEqual([[4, null, "Code | 2017", "unnamed"]]);
    const two = paste("Code\t2017\t\t2018\t\n\tNumerator\tDenominator\tNumerator\tDenominator\nG1-b\t1\t2\t3\t4");
    expect(filled(two)).toEqual([["G1-b", "3", "4"]]);
  });

  it("never sets one number over the denominator that stands there", () => {
    const entered = { kind: "ratio", numerator: "4", denominator: "5", missingReason: "" } as const;
    const shares = [row("G1-b", "percentage", { entered })];
    const plan = planPaste(pastedCells("Code\tValue\nG1-b\t93"), place(shares));
    expect(plan.filled[0]?.entered).toMatchObject({ numerator: "93", denominator: "" });
  });

  it("leaves a remark behind the value to the list", () => {
    const plan = paste("G1-a\t8\tas of June");
    expect(filled(plan)).toEqual([["G1-a", "8"]]);
    expect(left(plan)).toEqual([[1, "G1-a", "as of June", "noColumn"]]);
  });
});

it("pasting into a table of parts fills what is there and lists the rest", () => {
  const grid = [
    ["fa", "fb"],
    ["ma", "mb"],
  ];
  expect(planParts(pastedCells("1\t2\t3\n\t4\n5\t6"), grid, [0, 0], "G1-a")).toEqual({
    filled: [
      { cell: "fa", text: "1" },
      { cell: "fb", text: "2" },
      { cell: "mb", text: "4" },
    ],
    not: [
      { line: 1, text: "3", code: "G1-a", because: "noColumn" },
      { line: 3, text: "5 | 6", code: "G1-a", because: "noPart" },
    ],
  });
});
