import { describe, expect, it } from "vitest";
import { type ForumCount, shownOfForum } from "./forum-counts";

const came = (counts: readonly [ForumCount["sex"], ForumCount["age"], number][]): ForumCount[] =>
  counts.map(([sex, age, count], unitId) => ({ unitId, sex, age, count }));
const shown = (...counts: [ForumCount["sex"], ForumCount["age"], number][]) => {
  const { total, parts } = shownOfForum(came(counts), 5);
  return [total, ...parts.map(({ sex, age, count }) => `${sex ?? "*"} ${age ?? "*"} ${count}`)];
};

const countriesOf = (...counts: number[]) =>
  shownOfForum(
    counts.map((count, unitId) => ({ unitId, sex: "female", age: "from15", count })),
    5,
  ).countries;

describe("who came to a forum", () => {
  it("counts countries only where nobody can work out by it that few came from one of them", () => {
    expect(countriesOf(5)).toBe(1);
    expect(countriesOf(4, 6)).toBe(2);
    expect(countriesOf(1, 5)).toBeNull();
    expect(countriesOf(1, 1, 1, 1, 1, 1)).toBeNull();
    expect(countriesOf(1, 1, 1, 1)).toBeNull();
  });

  it("is told by sex and age over all countries, where no part is small", () => {
    expect(shown(["female", "from15", 3], ["female", "from15", 3], ["male", "from15", 5])).toEqual([
      11,
      "female from15 6",
      "male from15 5",
    ]);
  });

  it("is told by age alone, or by sex alone, where a part of both would be small", () => {
    expect(shown(["female", "from15", 9], ["male", "from15", 2], ["female", "from18", 7])).toEqual([
      18,
      "* from15 11",
      "* from18 7",
    ]);
    expect(shown(["female", "from15", 9], ["female", "under15", 1], ["male", "from18", 6])).toEqual([
      16,
      "female * 10",
      "male * 6",
    ]);
  });

  it("is told as a number alone where nothing else keeps everybody unknown, and not even so of few", () => {
    expect(shown(["female", "from15", 9], ["other", "under15", 1])).toEqual([10]);
    expect(shown(["female", "from15", 4])).toEqual([null]);
  });
});
