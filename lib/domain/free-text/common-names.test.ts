import { describe, expect, it } from "vitest";
import { findCommonNames } from "./person-names";

const namesIn = (text: string) =>
  findCommonNames(text.normalize("NFKC")).map(({ start, end }) => text.slice(start, end));

describe("names that are common", () => {
  it.each([
    ["We met Sok Dara in Poipet", "Sok Dara"],
    ["Officer Nguyen wrote it down", "Officer Nguyen"],
    ["Dr. Somsak of the hospital", "Dr. Somsak"],
    ["U Ba Tun knows the case", "U Ba"],
    ["ด.ต. สมชาย บอก", "ด.ต. สมชาย"],
    ["ร.ต.อ.สมชาย บอก", "ร.ต.อ.สมชาย"],
    ["พล.ต.ท. สมชาย บอก", "พล.ต.ท. สมชาย"],
  ])("are seen in %s", (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  it.each([
    "Officer Training in Long An and San Diego",
    "The Judge Advocate and the Prosecutor General met",
    "A captain was tried in Kampong Thom",
    "พ.ศ. 2560 และ อ.แม่สอด จ.ตาก",
    "ส.ค. 2560",
  ])("aren't seen in %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});
