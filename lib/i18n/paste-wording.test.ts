import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import entryForm from "./messages/en/entry-form.json";

const t = createTranslator({ locale: "en", messages: { entryForm }, namespace: "entryForm.paste" });
const said = (filled: number, elsewhere: number) =>
  t("said", {
    ...{ way: "code", filled, elsewhere, isAll: String(filled === elsewhere), goals: "G6", refused: 0, not: 0 },
  });

describe("what was pasted", () => {
  it("says what landed in other goals, and their number where that isn't all", () => {
    expect(said(2, 0)).toBe("Pasted by indicator code: 2 values.");
    expect(said(3, 1)).toBe("Pasted by indicator code: 3 values, 1 of them in G6.");
    expect(said(2, 2)).toBe("Pasted by indicator code: 2 values, in G6.");
    expect(said(1, 1)).toBe("Pasted by indicator code: one value, in G6.");
  });
});
