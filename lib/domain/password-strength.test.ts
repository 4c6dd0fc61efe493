import { describe, expect, it } from "vitest";
import { passwordWeakness } from "./password-strength";

const own = ["Somchai Jaidee", "somchai.jaidee@msdhs.example"];

describe("passwordWeakness", () => {
  it.each([
    ["", "passwordTooShort"],
    ["eleven-char", "passwordTooShort"],
    ["ก".repeat(11), "passwordTooShort"],
    [`long ${"x y z ".repeat(40)}`, "passwordTooLong"],
    ["123456789012", "passwordWellKnown"],
    ["SPAIV-2015-2018", "passwordWellKnown"],
    ["aaaaaaaaaaaabc", "passwordWellKnown"],
    ["Somchai.Jaidee1", "passwordLikeOwnName"],
    ["somchai@msdhs", "passwordLikeOwnName"],
  ])("%s: %s", (password, weakness) => expect(passwordWeakness(password, own)).toBe(weakness));

  it.each([
    "correct horse battery",
    "แม่น้ำโขงไหลผ่าน",
    "somchai reads the river",
    "7 rivers, 6 lands",
    "mekong-flows-north",
  ])("takes %s", (password) => expect(passwordWeakness(password, own)).toBeNull());

  it.each([
    ["ada.lovelace@example.org", "Ada Lovelace Byron", "ada.lovelace@example.org"],
    ["ada@example.org", "Ada Lovelace Byron", "ada@example.org"],
    ["Ada@Example.org1", "Ada Lovelace Byron", "ada.lovelace@example.org"],
    ["li_bo-wu@un.org", "Li Bo", "li_bo-wu@un.org"],
    ["un.org @ Bo Li Wu", "Li Bo", "li_bo-wu@un.org"],
  ])("%s is like the name of whoever is %s <%s>", (password, name, email) =>
    expect(passwordWeakness(password, [name, email])).toBe("passwordLikeOwnName"),
  );

  it("lets a short name stand in other words", () =>
    expect(passwordWeakness("liberal bonfires", ["Li Bo", "li@un.org"])).toBeNull());
});
