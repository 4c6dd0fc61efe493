import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import entryForm from "./messages/en/entry-form.json";

const t = createTranslator({ locale: "en", messages: { entryForm }, namespace: "entryForm.paste" });
const said = (filled: number, away: number) => t("said", { way: "code", filled, away, refused: 0, not: 0 });

describe("what was pasted", () => {
  it("says how many landed in rows that aren't shown", () => {
    expect(said(2, 0)).toBe("Pasted by indicator code: 2 values.");
    expect(said(3, 1)).toBe("Pasted by indicator code: 3 values, one of them in a row that isn’t shown.");
    expect(said(5, 2)).toBe("Pasted by indicator code: 5 values, 2 of them in rows that aren’t shown.");
  });
});
