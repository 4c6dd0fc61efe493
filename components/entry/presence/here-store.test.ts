import { describe, expect, it } from "vitest";
import { hereStore, initialsOf } from "./here-store";

const malee = { id: 1, name: "Malee", at: "G1.1-a" };
const somchai = { id: 2, name: "Somchai", at: null };

describe("who is here", () => {
  it("is told by row, and a row whose people stay stays the same", () => {
    const store = hereStore();
    let told = 0;
    const stop = store.subscribe(() => told++);
    expect(store.at("G1.1-a")).toEqual([]);
    store.set([malee, somchai]);
    const before = store.at("G1.1-a");
    expect(before).toEqual(["Malee"]);
    store.set([{ ...malee }, { ...somchai }]);
    expect(told).toBe(1);
    store.set([malee, { ...somchai, at: "G1.1-b" }]);
    expect(told).toBe(2);
    expect(store.at("G1.1-a")).toBe(before);
    expect(store.at("G1.1-b")).toEqual(["Somchai"]);
    store.set([]);
    expect(store.at("G1.1-a")).toEqual([]);
    expect(store.all()).toEqual([]);
    stop();
    store.set([malee]);
    expect(told).toBe(3);
  });
});

it.each([
  ["Boon Made-up", "BM"],
  ["Contributor, Thailand", "CT"],
  ["Malee", "M"],
  ["นางสาว เอมอร ใจดี", "นเอใจ"],
  ["ແສງ ໄຊ", "ແສໄຊ"],
  ["សុខា ចាន់", "សច"],
])("%s is told by %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
