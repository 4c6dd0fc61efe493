import { describe, expect, it } from "vitest";
import { shortName } from "./short-name";

describe("the name of a file that is imported", () => {
  it.each([
    ["C:\\data\\glotip.csv", "glotip.csv"],
    ["../../values 2016.csv", "values 2016.csv"],
    ["victims_0812345678.csv", "victims_….csv"],
    ["somsri@example.org.csv", "…"],
    ["case no. 12-2016.xlsx", "case no. ….xlsx"],
    ["AA1234567 and 012 345 678.csv", "… and ….csv"],
    ["", "file.csv"],
  ])("%j is kept as %j", (sent, kept) => expect(shortName(sent)).toBe(kept));
});
