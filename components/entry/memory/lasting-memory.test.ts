// Long, for each case is told by the same two places, which are full, slow or closed as it asks for.

import { expect, it, vi } from "vitest";
import { keysUnder, type Memory } from "@/components/entry/state/unsent-cells";
import { isNewer, type Kept, type LargePlace, read, written } from "./kept-text";
import { LastingMemory, type Told } from "./lasting-memory";

const [one, two, three] = ["spaiv-words/1", "spaiv-unsent/2", "spaiv-unsent/3"] as const;

/** A place that takes so many letters. */
function journal(space = 1_000_000): Memory & { space: number; items: Map<string, string>; texts: () => string[][] } {
  const items = new Map<string, string>();
  return {
    space,
    items,
    texts: () => [...items].filter(([key]) => key !== "spaiv-reserve").map(([key, item]) => [key, read(item).text]),
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, text) {
      // Without their numbers.
      const sizeOf = (item: string) => read(item).text.length;
      const others = [...items].reduce((sum, [name, item]) => sum + (name === key ? 0 : sizeOf(item)), 0);
      if (others + sizeOf(text) > this.space) throw new Error("full");
      items.set(key, text);
    },
    removeItem: (key) => void items.delete(key),
  };
}

/** A large place, which does what it is asked when it is told to, one after another; `now` until then. */
function large(items = new Map<string, Kept>(), refuses: (text: string) => boolean = () => false) {
  const waiting: (() => void)[] = [];
  let isOpen = true;
  const turn = () => (isOpen ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)));
  const forgotten: string[] = [];
  const place: LargePlace = {
    all: async () => {
      const all = [...items];
      await turn();
      return all;
    },
    write: async (changes) => {
      await turn();
      if ([...changes.values()].some(({ text }) => refuses(text))) throw new Error("no room");
      for (const [key, kept] of changes) if (isNewer(kept, items.get(key))) items.set(key, kept);
    },
    forget: async (some) => {
      for (const [key] of some) {
        forgotten.push(key);
        items.delete(key);
      }
    },
  };
  return {
    place,
    items,
    forgotten,
    texts: () => [...items].flatMap(([key, { text }]) => (text === "" ? [] : [[key, text]])),
    hold: () => {
      isOpen = false;
    },
    release: () => {
      isOpen = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}

/** What stands in a large place from before, by windows that had counted far. */
const before = (...texts: (readonly [key: string, text: string])[]) =>
  new Map(texts.map(([key, text], at): [string, Kept] => [key, { text, at: at + 51 }]));

/** All that is under way has come to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function opened(first: Memory, place: LargePlace, tell?: (told: Told) => void) {
  const memory = new LastingMemory(first, place, tell);
  await memory.ready;
  return memory;
}

it("has what was written over a reload, and nothing in the journal once the large place has it", async () => {
  const [first, { place, texts }] = [journal(), large()];
  const memory = await opened(first, place);
  memory.setItem(one, "12");
  memory.setItem(two, "1234");
  memory.setItem(one, "12345678");
  memory.setItem(three, "1");
  memory.removeItem(three);
  expect(first.texts()).toEqual([
    [one, "12345678"],
    [two, "1234"],
    [three, ""],
  ]);
  await settled();
  expect(first.texts()).toEqual([]);
  expect(texts()).toEqual([
    [one, "12345678"],
    [two, "1234"],
  ]);
  const again = await opened(first, place);
  expect(keysUnder(again, "spaiv-")).toEqual([two, one]);
  expect([again.getItem(one), again.getItem(two), again.getItem(three)]).toEqual(["12345678", "1234", null]);
});

it("has what a window wrote or removed that closed before the large place heard of it", async () => {
  const first = journal();
  const last = large(before([one, "old"], [two, "old"]));
  const closing = await opened(first, last.place);
  last.hold();
  closing.setItem(one, "new");
  closing.removeItem(two);
  await settled();

  const { place, texts } = large(last.items);
  const next = await opened(first, place);
  expect([next.getItem(one), next.getItem(two)]).toEqual(["new", null]);
  await settled();
  expect(keysUnder(next, "spaiv-")).toEqual([one]);
  expect([texts(), first.texts()]).toEqual([[[one, "new"]], []]);
});

it("keeps the newest text of a window that closes where others have filled the first place", async () => {
  const first = journal(60_000);
  const { place, items, hold } = large();
  const memory = await opened(first, place);
  first.setItem("of others", "x".repeat(10_000));
  memory.setItem(one, "old");
  await settled();
  hold();
  memory.setItem(one, "new");
  expect((await opened(first, large(items).place)).getItem(one)).toBe("new");
});

it("leaves no older text in the journal where a newer one has no room in it", async () => {
  const [first, { place, hold, release, texts }] = [journal(5), large()];
  const memory = await opened(first, place);
  hold();
  memory.setItem(one, "123");
  memory.setItem(one, "123456");
  expect(first.texts()).toEqual([]);
  release();
  await settled();
  expect(texts()).toEqual([[one, "123456"]]);
});

it("takes over what an earlier version left in the first place, and nothing of others", async () => {
  const [first, { place, texts }] = [journal(), large()];
  first.setItem(two, "left");
  first.setItem("review-keys-off", "yes");
  const memory = await opened(first, place);
  await settled();
  expect(keysUnder(memory, "")).toEqual([two]);
  expect(texts()).toEqual([[two, "left"]]);
  expect(first.texts()).toEqual([["review-keys-off", "yes"]]);
});

it("never takes an older text for what was written, written and removed, or heard before the large place answered", async () => {
  const { place, hold, release, texts } = large(before([one, "old"], [two, "old"], [three, "old"]));
  hold();
  const first = journal();
  const memory = new LastingMemory(first, place);
  memory.setItem(one, "new");
  memory.setItem(two, "new");
  memory.removeItem(two);
  memory.heard({ key: three, text: "theirs", at: 54.5 });
  release();
  await memory.ready;
  expect([one, two, three].map((key) => memory.getItem(key))).toEqual(["new", null, "theirs"]);
  await settled();
  expect([texts()[0], first.texts()]).toEqual([[one, "new"], []]);
  expect((await opened(first, place)).getItem(two)).toBeNull();
});

it("writes again what was changed while it was being written", async () => {
  const [first, { place, texts, hold, release }] = [journal(), large()];
  const memory = await opened(first, place);
  hold();
  memory.setItem(one, "1");
  await settled();
  memory.setItem(one, "2");
  release();
  await settled();
  expect([texts(), first.texts()]).toEqual([[[one, "2"]], []]);

  hold();
  memory.setItem(one, "3");
  await settled();
  memory.heard({ key: one, text: "of another window", at: 60.5 });
  release();
  await settled();
  expect([texts(), first.texts()]).toEqual([[[one, "of another window"]], []]);
});

it("tells other windows, and of two that change the same text one stands in both", async () => {
  const [first, { place, texts }] = [journal(), large()];
  const between: [number, Told][] = [];
  const windows = [await opened(first, place, (told) => between.push([0, told]))];
  windows.push(await opened(first, place, (told) => between.push([1, told])));
  const heard: unknown[] = [];
  windows[1]!.onChange((change) => heard.push(change));
  windows[0]!.setItem(one, "of the first");
  windows[1]!.setItem(one, "of the second");
  for (const [by, told] of between) windows[1 - by]!.heard(told);
  await settled();
  const [text] = windows.map((window) => window.getItem(one));
  expect(windows.map((window) => window.getItem(one))).toEqual([text, text]);
  expect([texts(), first.texts()]).toEqual([[[one, text]], []]);

  between.length = 0;
  windows[0]!.removeItem(one);
  for (const [, told] of between) windows[1]!.heard(told);
  expect(windows[1]!.getItem(one)).toBeNull();
  expect(heard.at(-1)).toEqual({ key: one, before: text });
});

it("leaves in the journal no older text of this window than another one had written by then", async () => {
  const [first, { place, texts }] = [journal(), large()];
  const memory = await opened(first, place);
  memory.setItem(one, "mine");
  memory.heard({ key: one, text: "theirs", at: 60.5 });
  memory.heard({ key: one, text: "too late", at: 0.5 });
  await settled();
  expect([memory.getItem(one), texts(), first.texts()]).toEqual(["theirs", [[one, "theirs"]], []]);
});

it("removes nothing that nobody here can know of yet", async () => {
  const { place, texts, hold, release } = large(before([one, "typed in another window"]));
  hold();
  const memory = new LastingMemory(journal(), place);
  memory.removeItem(one);
  release();
  await memory.ready;
  await settled();
  expect([memory.getItem(one), texts()]).toEqual(["typed in another window", [[one, "typed in another window"]]]);
});

it("leaves no older text where no place takes the newer one, which keeps out no other", async () => {
  const [first, { place, texts }] = [journal(5), large(before(), (text) => text === "too long")];
  const memory = await opened(first, place);
  memory.setItem(one, "1");
  await settled();
  memory.setItem(one, "too long");
  await settled();
  expect([texts(), first.texts()]).toEqual([[], []]);
  memory.setItem(two, "123456");
  await settled();
  expect(texts()).toEqual([[two, "123456"]]);
  expect(memory.getItem(one)).toBe("too long");
});

it("has room for the newer text where the older one made some", async () => {
  // As many letters as a full device has left for all that is kept.
  const { place, items, texts } = large();
  const write = place.write;
  place.write = async (changes) => {
    const after = [...items, ...changes];
    if (after.reduce((sum, [, { text }]) => sum + text.length, 0) > 8) throw new Error("no room");
    await write(changes);
  };
  const first = journal(5);
  const memory = await opened(first, place);
  memory.setItem(one, "123456");
  await settled();
  memory.setItem(one, "1234567");
  await settled();
  expect([texts(), first.texts()]).toEqual([[[one, "1234567"]], []]);
});

it("takes from the journal what another window left there, though this one had changed it before it was put aside", async () => {
  const [first, { place }] = [journal(), large()];
  const memory = await opened(first, place);
  memory.setItem(one, "mine");
  await settled();
  first.setItem(one, written({ text: "theirs", at: 2.5 }));
  await memory.look();
  expect(memory.getItem(one)).toBe("theirs");
});

it("keeps in the journal what the large place refuses, and lets it keep out no other", async () => {
  const [first, { place, texts }] = [journal(), large(before(), (text) => text === "too long")];
  const memory = await opened(first, place);
  memory.setItem(one, "too long");
  memory.setItem(two, "2");
  await settled();
  expect([texts(), first.texts()]).toEqual([[[two, "2"]], [[one, "too long"]]]);
  expect((await opened(first, place)).getItem(one)).toBe("too long");
});

it("has the journal alone where the large place doesn't open, and says when that is full", async () => {
  const first = journal(5);
  const closed: LargePlace = {
    all: () => Promise.reject(new Error()),
    write: () => Promise.reject(new Error()),
    forget: () => Promise.reject(new Error()),
  };
  const memory = await opened(first, closed);
  memory.setItem(one, "1234");
  await settled();
  expect(() => memory.setItem(one, "123456")).toThrow("no place has room");
  expect(memory.getItem(one)).toBe("1234");
  expect((await opened(first, closed)).getItem(one)).toBe("1234");
});

it("looks again after it was put aside", async () => {
  const [first, { place, items }] = [journal(), large(before([one, "old"]))];
  const memory = await opened(first, place);
  items.set(one, { text: "", at: 51.0005 });
  items.set(two, { text: "of another window", at: 52.5 });
  await memory.look();
  expect([memory.getItem(one), memory.getItem(two)]).toEqual([null, "of another window"]);
});

it("never takes for the newer what a power cut brought back into the journal", async () => {
  const first = journal();
  const { place, texts } = large();
  const memory = await opened(first, place);
  memory.setItem(one, "old");
  memory.setItem(two, "old");
  const asOfThen = new Map(first.items);
  memory.setItem(one, "new");
  memory.removeItem(two);
  await settled();
  for (const [key, item] of asOfThen) first.items.set(key, item);
  const next = new LastingMemory(first, place);
  expect(next.getItem(one)).toBeNull();
  await next.ready;
  await settled();
  expect([next.getItem(one), next.getItem(two), texts(), first.texts()]).toEqual(["new", null, [[one, "new"]], []]);
});

it("hears other windows though the clock was set back", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2017, 3, 10, 7) });
  try {
    const { place } = large();
    const between: Told[] = [];
    const memory = await opened(journal(), place);
    const other = await opened(journal(), place, (told) => between.push(told));
    memory.setItem(one, "before");
    await settled();
    await other.look();
    vi.setSystemTime(Date.UTC(2017, 3, 9));
    other.setItem(one, "after");
    for (const told of between) memory.heard(told);
    expect(memory.getItem(one)).toBe("after");
  } finally {
    vi.useRealTimers();
  }
});

it("removes the text that it knows, and no newer one that another window wrote before it was heard", async () => {
  const first = journal();
  const { place, texts } = large();
  const told: Told[] = [];
  const memory = await opened(first, place);
  memory.setItem(one, "stored by now");
  await settled();
  const other = await opened(first, place, (each) => told.push(each));
  other.setItem(one, "newer");
  await settled();
  memory.removeItem(one);
  await settled();
  expect(texts()).toEqual([[one, "newer"]]);
  for (const each of told) memory.heard(each);
  expect(memory.getItem(one)).toBe("newer");
});

it("doesn't hear of what another window removed where it has a newer text by then", async () => {
  const { place, texts } = large(before([one, "stored by now"]));
  const told: Told[] = [];
  const [memory, other] = [await opened(journal(), place), await opened(journal(), place, (each) => told.push(each))];
  memory.setItem(one, "newer");
  other.removeItem(one);
  for (const each of told) memory.heard(each);
  await settled();
  expect([memory.getItem(one), texts()]).toEqual(["newer", [[one, "newer"]]]);
});

it("forgets what was removed long ago, and what came late", async () => {
  const many = before([two, ""], [three, ""], ["spaiv-words/4", "newest"]);
  const { place, items, forgotten } = large(many);
  many.set(two, { text: "", at: 6000.0005 });
  many.set("spaiv-words/4", { text: "newest", at: 6000.5 });
  const all = [...items, ["spaiv-words/4", { text: "late", at: 1 }]] as const;
  place.all = async () => all;
  const memory = await opened(journal(), place);
  expect([memory.length, memory.getItem("spaiv-words/4")]).toEqual([1, "newest"]);
  expect(forgotten).toEqual([three, "spaiv-words/4"]);
});
