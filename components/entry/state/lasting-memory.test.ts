import { expect, it } from "vitest";
import { LastingMemory, type Overflow } from "./lasting-memory";
import { keysUnder, type Memory } from "./unsent-cells";

/** A place that takes so many letters. */
function place(space: number): Memory & { space: number } {
  const items = new Map<string, string>();
  return {
    space,
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, text) {
      const others = [...items].reduce((sum, [name, { length }]) => sum + (name === key ? 0 : length), 0);
      if (others + text.length > this.space) throw new Error("full");
      items.set(key, text);
    },
    removeItem: (key) => void items.delete(key),
  };
}

function larger(items = new Map<string, string>()): Overflow & { items: Map<string, string> } {
  return {
    items,
    all: async () => [...items],
    put: async (key, text) => void items.set(key, text),
    remove: async (key) => void items.delete(key),
  };
}

it("keeps what the first place has no room for, over a reload", async () => {
  const [first, over] = [place(5), larger()];
  const memory = new LastingMemory(first, over);
  await memory.ready;
  memory.setItem("a/1", "12");
  memory.setItem("a/2", "1234");
  memory.setItem("a/1", "12345678");
  expect(keysUnder(memory, "a/")).toEqual(["a/1", "a/2"]);
  expect([memory.getItem("a/1"), memory.getItem("a/2")]).toEqual(["12345678", "1234"]);
  await Promise.resolve();

  const again = new LastingMemory(first, over);
  await again.ready;
  expect(keysUnder(again, "a/")).toEqual(["a/1", "a/2"]);
  expect([again.getItem("a/1"), again.getItem("a/2")]).toEqual(["12345678", "1234"]);
  again.setItem("a/1", "9");
  again.removeItem("a/2");
  expect([...over.items]).toEqual([]);
  expect([again.length, again.getItem("a/1"), again.getItem("a/2")]).toEqual([1, "9", null]);
});

it("never takes an older text for what was written or removed before the larger place answered", async () => {
  const over = larger(
    new Map([
      ["a", "old"],
      ["b", "old"],
      ["c", "old"],
    ]),
  );
  const memory = new LastingMemory(place(100), over);
  memory.setItem("a", "new");
  memory.removeItem("b");
  await memory.ready;
  expect(["a", "b", "c"].map((key) => memory.getItem(key))).toEqual(["new", null, "old"]);
  // Nor does it come back with the next page.
  expect([...over.items]).toEqual([["c", "old"]]);
});

it("is as full as the first place where there is no other", () => {
  expect(() => new LastingMemory(place(1), null).setItem("a", "12")).toThrow("full");
});
