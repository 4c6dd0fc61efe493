import { describe, expect, it } from "vitest";
import { EntryStore } from "@/components/entry/state/entry-store";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { ChangeLog } from "./change-log";
import type { ChangeStack } from "./change-stack";
import { chooseValue } from "./choose-value";

const rules = {
  type: "number",
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: null,
} as const;
const [first, second] = [
  { indicator: "G5.1-a", cell: "total" },
  { indicator: "G5.2-a", cell: "total" },
] as const;
type At = typeof first | typeof second;
const typed = (number: string): EnteredValue => ({ kind: "number", number, missingReason: "" });

/** A sheet whose server answers when it is told to. */
function sheet(stack?: ChangeStack, elsewhere: [string, EnteredValue][] = []) {
  const store = new EntryStore({}, { "G5.1-a": rules, "G5.2-a": rules });
  let kept: ChangeStack | undefined;
  const log = new ChangeLog({
    store,
    stack,
    keep: (now) => {
      kept = now;
    },
    saveElsewhere: ({ indicator }, entered) => {
      elsewhere.push([indicator, entered]);
      return indicator !== "G1.1-a";
    },
  });
  let revision = 0;
  const answer = (at: At) => {
    store.dispatch(at, { type: "sent" });
    store.dispatch(at, { type: "acknowledged", revision: ++revision, savedAt: null });
  };
  const leave = (at: At, text: string) => {
    store.dispatch(at, { type: "typed", entered: typed(text) });
    store.dispatch(at, { type: "left" });
  };
  const enter = (at: At, text: string) => {
    leave(at, text);
    answer(at);
  };
  const held = (at: At) => (store.cellAt(at).typed as { number: string }).number;
  return { store, log, leave, enter, answer, held, kept: () => kept };
}

describe("undo", () => {
  it("takes back whole changes, the last one first, wherever they were, and redo makes them again", () => {
    const { log, enter, answer, held } = sheet();
    enter(first, "12");
    enter(second, "7");
    enter(first, "125");
    expect(log.undo()).toMatchObject({ cells: [{ place: first, from: typed("125"), to: typed("12") }], kept: [] });
    answer(first);
    expect([held(first), held(second)]).toEqual(["12", "7"]);
    log.undo();
    expect([held(first), held(second)]).toEqual(["12", ""]);
    log.redo();
    expect([held(first), held(second)]).toEqual(["12", "7"]);
    log.undo();
    log.undo();
    expect([held(first), held(second)]).toEqual(["", ""]);
    expect(log.undo()).toBeNull();
  });

  it("is a save like others: it goes out with the revision that is expected", () => {
    const { store, log, enter } = sheet();
    enter(first, "12");
    enter(first, "125");
    log.undo();
    expect(store.cellAt(first)).toMatchObject({ phase: { at: "waiting" }, revision: 2, typed: typed("12") });
  });

  it("while the answer is on its way sends the earlier value after it", () => {
    const { store, log, leave, held } = sheet();
    leave(first, "125");
    store.dispatch(first, { type: "sent" });
    log.undo();
    store.dispatch(first, { type: "acknowledged", revision: 1, savedAt: null });
    expect(held(first)).toBe("");
    expect(store.cellAt(first).phase.at).toBe("waiting");
    expect(log.now().future).toHaveLength(1);
  });

  it("takes a paste back as one", () => {
    const { log, leave, held } = sheet();
    log.asOne(() => {
      leave(first, "1");
      leave(second, "2");
    }, 7);
    const undone = log.undo();
    expect(undone?.cells).toHaveLength(2);
    expect(undone?.paste).toBe(7);
    expect([held(first), held(second)]).toEqual(["", ""]);
    expect(log.redo()?.paste).toBe(7);
    expect([held(first), held(second)]).toEqual(["1", "2"]);
  });

  it("leaves a value that somebody else stored meanwhile, and says so", () => {
    const { store, log, enter, leave, held } = sheet();
    enter(first, "12");
    leave(first, "125");
    store.dispatch(first, { type: "sent" });
    const present = { value: { kind: "number" as const, number: "99" }, revision: 8, savedAt: "" };
    store.dispatch(first, { type: "overtaken", present });
    expect(log.undo()).toMatchObject({ cells: [], kept: [{ because: "overtaken" }] });
    store.dispatch(first, { type: "tookTheirs" });
    expect(log.undo()).toMatchObject({ cells: [], kept: [{ because: "changed" }] });
    expect(held(first)).toBe("99");
  });

  describe("where two entered one cell", () => {
    const theirs = (number: string) =>
      ({ type: "overtaken", present: { value: { kind: "number", number }, revision: 8, savedAt: "" } }) as const;
    const meet = ({ store }: Pick<ReturnType<typeof sheet>, "store">, number: string) => {
      store.dispatch(first, { type: "sent" });
      store.dispatch(first, theirs(number));
    };

    it("brings back what the other stored, once the own value was kept, and nothing older", () => {
      const { store, log, leave, answer, held } = sheet();
      leave(first, "260");
      meet({ store }, "250");
      chooseValue({ store, changes: log }, first, "keptMine");
      answer(first);
      expect(log.undo()).toMatchObject({ cells: [{ from: typed("260"), to: typed("250") }], kept: [] });
      answer(first);
      expect(held(first)).toBe("250");
      expect(log.undo()).toBeNull();
      log.redo();
      expect(held(first)).toBe("260");
    });

    it("brings it back within a paste", () => {
      const { store, log, leave, answer, held } = sheet();
      log.asOne(() => {
        leave(first, "260");
        leave(second, "7");
      }, 3);
      meet({ store }, "250");
      chooseValue({ store, changes: log }, first, "keptMine");
      for (const at of [first, second]) answer(at);
      expect(log.undo()).toMatchObject({ paste: 3, kept: [] });
      expect([held(first), held(second)]).toEqual(["250", ""]);
    });

    it("brings it back under what was typed while both stood there, and leaves it to nothing older", () => {
      const { store, log, leave, answer, held } = sheet();
      leave(first, "260");
      meet({ store }, "250");
      store.dispatch(first, { type: "typed", entered: typed("265") });
      chooseValue({ store, changes: log }, first, "keptMine");
      answer(first);
      log.undo();
      answer(first);
      expect(held(first)).toBe("250");
      expect(log.undo()).toMatchObject({ cells: [], kept: [{ because: "changed" }] });
      expect(held(first)).toBe("250");
    });

    it("after another value came in once more brings back the newer one", () => {
      const { store, log, leave, answer, held } = sheet();
      leave(first, "260");
      for (const number of ["250", "251"]) {
        meet({ store }, number);
        chooseValue({ store, changes: log }, first, "keptMine");
      }
      answer(first);
      log.undo();
      expect(held(first)).toBe("251");
    });

    it("leaves the other's value where it was taken, or is the same", () => {
      for (const [text, type, undone] of [
        ["260", "tookTheirs", null],
        ["250", "keptMine", { cells: [], kept: [{ because: "changed" }] }],
      ] as const) {
        const { store, log, leave, held } = sheet();
        leave(first, "260");
        meet({ store }, "250");
        store.dispatch(first, { type: "typed", entered: typed(text) });
        chooseValue({ store, changes: log }, first, type);
        const said = log.undo();
        if (undone) expect(said).toMatchObject(undone);
        else expect(said).toBeNull();
        expect(held(first)).toBe("250");
      }
    });

    it("and an undo met the other's value takes that undo back first; redo goes on from there", () => {
      const { store, log, enter, answer, held } = sheet();
      enter(first, "12");
      enter(first, "125");
      log.undo();
      meet({ store }, "99");
      chooseValue({ store, changes: log }, first, "keptMine");
      answer(first);
      log.undo();
      answer(first);
      expect(held(first)).toBe("99");
      log.redo();
      answer(first);
      log.redo();
      expect(held(first)).toBe("125");
    });

    it("doesn't bring back as reported what the other carried over", () => {
      const { store, log, leave, answer } = sheet();
      leave(first, "260");
      store.dispatch(first, { type: "sent" });
      const { present } = theirs("250");
      store.dispatch(first, { type: "overtaken", present: { ...present, carried: true } });
      chooseValue({ store, changes: log }, first, "keptMine");
      answer(first);
      expect(log.undo()).toMatchObject({ cells: [], kept: [{ because: "carried" }] });
    });
  });

  it("never brings back a text that could not be a value", () => {
    const { log, leave, enter, held } = sheet();
    enter(first, "12");
    leave(first, "3-4");
    enter(first, "34");
    log.undo();
    expect(held(first)).toBe("12");
    leave(first, "3-4");
    log.undo();
    expect(held(first)).toBe("12");
  });

  it("while a cell is being typed in takes that back first, and redo brings it again", () => {
    const { store, log, enter, held } = sheet();
    enter(first, "12");
    store.dispatch(first, { type: "typed", entered: typed("125") });
    expect(log.takeBack(first)).toMatchObject({ cells: [{ from: typed("125"), to: typed("12") }] });
    expect(held(first)).toBe("12");
    expect(log.takeBack(first)).toBeNull();
    log.redo();
    expect(held(first)).toBe("125");
    log.undo();
    expect(held(first)).toBe("12");
  });

  it("takes back what is typed over a value that isn't stored yet, and leaves that value", () => {
    const { store, log, leave, held } = sheet();
    leave(first, "12");
    store.dispatch(first, { type: "sent" });
    store.dispatch(first, { type: "unreachable" });
    store.dispatch(first, { type: "typed", entered: typed("3") });
    expect(log.takeBack(first)).toMatchObject({ cells: [{ from: typed("3"), to: typed("12") }] });
    expect(held(first)).toBe("12");
    expect(store.cellAt(first).phase.at).toBe("waiting");
    expect(log.now().past).toHaveLength(1);
  });

  it("is forgotten for what was undone once something else is changed", () => {
    const { log, enter } = sheet();
    enter(first, "12");
    log.undo();
    enter(second, "7");
    expect(log.redo()).toBeNull();
  });
});

describe("a value that was carried over", () => {
  const value = { kind: "number", number: "9" } as const;
  const carried = () => {
    const made = sheet();
    const present = { value, revision: 1, savedAt: "2017-04-10T07:02:00.000Z", carried: true } as const;
    made.log.asOne(() => {
      made.store.dispatch(first, { type: "learned", present, at: present.savedAt });
      made.log.note(first, typed(""), typed("9"), "after");
    });
    return made;
  };

  it("is taken back, and done again by carrying it over, never by an ordinary save", () => {
    const { log, store, enter, answer, held } = carried();
    enter(second, "7");
    log.undo();
    answer(second);
    log.undo();
    answer(first);
    expect([held(first), held(second)]).toEqual(["", ""]);
    expect(log.redo()).toBeNull();
    expect(held(first)).toBe("");
    const undone = log.nextCarried();
    expect(undone).toMatchObject([{ ...first, carried: "after" }]);
    const present = {
      value: { kind: "number", number: "8" },
      revision: 9,
      savedAt: "2017-04-11T07:02:00.000Z",
    } as const;
    log.carriedAgain(undone!, () => {
      store.dispatch(first, { type: "learned", present: { ...present, carried: true }, at: present.savedAt });
      log.note(first, typed(""), typed("8"), "after");
    });
    expect(held(first)).toBe("8");
    // The period before may have been corrected meanwhile: it is that value which is taken back.
    expect(log.undo()).toMatchObject({ cells: [{ place: first, from: typed("8"), to: typed("") }], kept: [] });
    expect(log.now().future).toHaveLength(2);
  });

  it("where nothing is carried over again leaves what was undone after it", () => {
    const { log, enter, answer, held } = carried();
    enter(second, "7");
    log.undo();
    answer(second);
    log.undo();
    log.carriedAgain(log.nextCarried()!, () => {});
    expect(log.nextCarried()).toBeNull();
    log.redo();
    expect(held(second)).toBe("7");
  });

  it("doesn't come back as reported once it was cleared or replaced", () => {
    const { log, leave, held } = carried();
    leave(first, "12");
    expect(log.undo()).toMatchObject({ cells: [], kept: [{ place: first, because: "carried" }] });
    expect(held(first)).toBe("12");
  });

  it("stays with all that was carried over, however often its correction is to be undone", () => {
    const { store, log, leave, enter, answer, held } = sheet();
    const present = { value, revision: 1, savedAt: "2017-04-10T07:02:00.000Z", carried: true } as const;
    log.asOne(() => {
      for (const place of [first, second]) {
        store.dispatch(place, { type: "learned", present, at: present.savedAt });
        log.note(place, typed(""), typed("9"), "after");
      }
    });
    leave(first, "12");
    answer(first);
    const refused = { cells: [], kept: [{ place: first, because: "carried" }] };
    expect(log.undo()).toMatchObject(refused);
    expect(log.undo()).toMatchObject(refused);
    expect([held(first), held(second)]).toEqual(["12", "9"]);
    // What is changed after it can be undone as ever.
    enter(first, "13");
    log.undo();
    answer(first);
    expect([held(first), held(second)]).toEqual(["12", "9"]);
    expect(log.undo()).toMatchObject(refused);
    expect(log.now().future).toHaveLength(1);
  });

  it("stays in a range that was pasted over it and is taken back", () => {
    const { log, enter, leave, answer, held } = carried();
    enter(second, "7");
    log.asOne(() => {
      leave(first, "12");
      leave(second, "8");
    });
    answer(first);
    answer(second);
    expect(log.undo()).toMatchObject({ cells: [{ place: second }], kept: [{ place: first, because: "carried" }] });
    answer(second);
    expect(log.undo()).toMatchObject({ cells: [], kept: [{ place: first, because: "carried" }] });
    expect([held(first), held(second)]).toEqual(["12", "7"]);
    log.redo();
    expect(held(second)).toBe("8");
  });
});

describe("a change that was made on another goal's sheet", () => {
  const stack: ChangeStack = {
    past: [[{ indicator: "G3.1-a", cell: "total", before: typed("5"), after: typed("6"), isStorable: true }]],
    future: [],
  };

  it("is saved there", () => {
    const saved: [string, EnteredValue][] = [];
    const { log, kept } = sheet(stack, saved);
    expect(log.undo()?.cells).toHaveLength(1);
    expect(saved).toEqual([["G3.1-a", typed("5")]]);
    expect(kept()?.future).toHaveLength(1);
  });

  it("stays where its revision isn't known", () => {
    const [change] = stack.past;
    const { log } = sheet({ past: [[{ ...change![0]!, indicator: "G1.1-a" }]], future: [] });
    expect(log.undo()).toMatchObject({ cells: [], kept: [{ because: "changed" }] });
  });
});
