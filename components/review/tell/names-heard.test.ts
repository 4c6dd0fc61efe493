import { describe, expect, it } from "vitest";
import { namedAmong, namesHeard } from "./names-heard";

const person = (id: number) => ({ id, name: `Made-up officer ${id}`, reviews: false });
const of = (...ids: number[]) => ids.map(person);
const heard = (here: number[], before: number[], now: number[]) =>
  namesHeard(of(...here), of(...before), of(...now)).map(({ id }) => id);

describe("names in a query, once the server is heard", () => {
  it("are those that a colleague gave and took since", () => {
    expect(heard([], [], [1])).toEqual([1]);
    expect(heard([1, 2], [1, 2], [2])).toEqual([2]);
  });

  it("keep what was changed here and hasn't arrived", () => {
    expect(heard([1, 2], [1], [1])).toEqual([1, 2]);
    expect(heard([], [1], [1])).toEqual([]);
    expect(heard([2], [1], [1, 3])).toEqual([3, 2]);
  });

  it("are once what arrived though no answer was heard", () => {
    expect(heard([1], [], [1])).toEqual([1]);
    expect(heard([], [1], [])).toEqual([]);
  });
});

describe("names in a query, by who may be named", () => {
  const among = (ids: Record<number, string[]>, ...before: number[]) => {
    const people = Object.entries(ids).map(([id, named]) => ({
      ...person(Number(id)),
      organisation: "Made up",
      of: null,
      named,
    }));
    return namedAmong(people, of(...before), "G1.1-a").map(({ id }) => id);
  };

  it("are those whom it names now, with whoever can't be named any more", () => {
    expect(among({ 1: ["G1.1-a"], 2: ["G1.1-b"], 3: [] }, 3, 4)).toEqual([4, 1]);
  });
});
