import { describe, expect, it } from "vitest";
import { foundPeople, nameAt } from "./found-people";

describe("a name that is being written", () => {
  it("begins with an @ that begins a word, and ends at the caret", () => {
    expect(nameAt("See @Som", 8)).toEqual({ from: 4, written: "Som" });
    expect(nameAt("@", 1)).toEqual({ from: 0, written: "" });
    expect(nameAt("See @Somchai Ja and more", 15)).toEqual({ from: 4, written: "Somchai Ja" });
  });

  it("begins within words of scripts that don't space them", () => {
    for (const before of ["โปรดดู", "ກະລຸນາ", "សូមមើល", "ကြည့်ပါ", "请看", "See “"])
      expect(nameAt(`${before}@มาลี`, before.length + 5)).toEqual({ from: before.length, written: "มาลี" });
  });

  it("is no address, and none before a new line", () => {
    for (const address of ["write to a@b", "a.@b", "1@b", "a_@b", "a%@b", "a+@b", "a-@b", "@@b"])
      expect(nameAt(address, address.length)).toBeNull();
    expect(nameAt("@Som\nchai", 9)).toBeNull();
    expect(nameAt("nobody", 6)).toBeNull();
  });
});

describe("people that are found", () => {
  const people = [
    { id: 1, name: "Somchai Jaidee", organisation: "Office of the Attorney General" },
    { id: 2, name: "Nguyễn Thị Hạnh", organisation: "Ministry of Labour" },
    { id: 3, name: "มาลี ใจดี", organisation: "สำนักงาน" },
  ];
  const found = (written: string) => foundPeople(people, written).map(({ id }) => id);

  it("have each word in their name or their organisation's, without marks", () => {
    expect(found("")).toEqual([1, 2, 3]);
    expect(found("jai som")).toEqual([1]);
    expect(found("attorney")).toEqual([1]);
    expect(found("hanh")).toEqual([2]);
    expect(found("มาลี")).toEqual([3]);
    expect(found("somchai labour")).toEqual([]);
  });
});
