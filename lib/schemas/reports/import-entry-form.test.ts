import { describe, expect, it } from "vitest";
import { importEntryForm } from "./entry-forms";

const seen = {
  imported: [{ indicator: "G5.1-a", cell: "total", revision: 0, line: 7 }],
  conflicts: [{ indicator: "G7.1-a", cell: "form=other-forms", revision: 2 }],
};
const fields = {
  plan: "spaiv",
  unit: "THA",
  period: "2016",
  locale: "en",
  sha256: "0".repeat(64),
  fileName: "values.csv",
  seen: JSON.stringify(seen),
};
const answers = (more: Record<string, string>) => {
  const read = importEntryForm.safeParse({ ...fields, ...more });
  return read.success ? read.data.file.resolution.answers : null;
};

describe("the form that answers a preview", () => {
  it("has an answer for every cell that was seen and every radio that was chosen", () => {
    const imported = { indicator: "G5.1-a", cell: "total", revision: 0, choice: { line: 7 } };
    const asked = { indicator: "G7.1-a", cell: "form=other-forms", revision: 2 };
    expect(answers({})).toEqual([imported]);
    expect(answers({ "conflict|G7.1-a|form=other-forms": "keep" })).toEqual([imported, { ...asked, choice: "keep" }]);
    expect(answers({ "conflict|G7.1-a|form=other-forms": "13" })).toEqual([
      imported,
      { ...asked, choice: { line: 13 } },
    ]);
    expect(answers({ "conflict|G7.1-a|total": "13" })).toEqual([imported]);
  });

  it("takes no nonsense", () => {
    for (const line of ["", "x", "0", "-1", "1.5"]) {
      expect(answers({ "conflict|G7.1-a|form=other-forms": line }), line).toBeNull();
    }
    for (const text of ["", "{", "null", "[]", '{"imported":[]}', JSON.stringify({ ...seen, more: 1 })]) {
      expect(answers({ seen: text }), text).toBeNull();
    }
    expect(answers({ sha256: "../x" })).toBeNull();
  });
});
