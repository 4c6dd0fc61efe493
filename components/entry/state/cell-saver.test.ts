// Long, for each case is told by the same form and server, which answers when it is told to.

import { describe, expect, it } from "vitest";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { afterSaving } from "./after-saving";
import { CellSaver } from "./cell-saver";
import { type CellEvent, cellAtRest } from "./cell-state";
import { EntryStore } from "./entry-store";
import { keepUnsent, type Memory, type UnsentCell, unsentCells } from "./unsent-cells";

const owner = { userId: 7, plan: "spaiv", unit: "THA", period: "2016" };
const limits = { lowest: "0", highest: null, mayExceedHundred: false, unit: "persons" };
const rules = { type: "number", decimals: 0, stepCount: 0, ...limits } as const;
const number = (text: string): EnteredValue => ({ kind: "number", number: text, missingReason: "" });

function browserMemory(): Memory {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

/** What is due within this turn is done. */
const soon = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** A server that answers when it is told to. */
function entryForm(
  memory: Memory,
  indicators = ["A", "B", "C", "D", "E", "F"],
  isLocked = false,
  whenFree?: (drive: () => void) => void,
) {
  const sent: { unsent: UnsentCell; answer: (event: CellEvent) => Promise<void> }[] = [];
  const store = new EntryStore(
    Object.fromEntries(indicators.map((code) => [code, { total: cellAtRest(rules, undefined) }])),
    Object.fromEntries(indicators.map((code) => [code, rules])),
    new Set(isLocked ? [] : indicators),
  );
  const send = (unsent: UnsentCell) =>
    new Promise<CellEvent>((resolve) => {
      const answer = async (event: CellEvent) => {
        resolve(event);
        await soon();
      };
      sent.push({ unsent, answer });
    });
  const many: { unsent: readonly UnsentCell[]; answer: (events: CellEvent[]) => Promise<void> }[] = [];
  const sendMany = (unsent: readonly UnsentCell[]) =>
    new Promise<CellEvent[]>((resolve) => {
      const answer = async (events: CellEvent[]) => {
        resolve(events);
        await soon();
      };
      many.push({ unsent, answer });
    });
  const saver = new CellSaver({ store, owner, memory, send, sendMany, whenFree });
  const enter = (indicator: string, text: string) => {
    store.dispatch({ indicator, cell: "total" }, { type: "typed", entered: number(text) });
    store.dispatch({ indicator, cell: "total" }, { type: "left" });
  };
  const phase = (indicator: string) => store.cellAt({ indicator, cell: "total" }).phase.at;
  return { store, saver, sent, many, enter, phase };
}
const stored = (revision: number): CellEvent => ({
  type: "acknowledged",
  revision,
  savedAt: "2017-04-10T07:02:00.000Z",
});

describe("saving cells", () => {
  it("remembers a change until it is acknowledged", async () => {
    const memory = browserMemory();
    const { sent, enter, phase } = entryForm(memory);
    enter("A", "12");
    await soon();
    expect(unsentCells(memory, owner)).toMatchObject([{ indicator: "A", expectedRevision: 0, entered: number("12") }]);
    expect(phase("A")).toBe("sending");
    await sent[0]!.answer(stored(1));
    expect(phase("A")).toBe("rest");
    expect(unsentCells(memory, owner)).toEqual([]);
  });

  it("sends a few at once, in their order, and each cell one after another", async () => {
    const { sent, enter, store } = entryForm(browserMemory());
    for (const code of ["A", "B", "C", "D"]) enter(code, "1");
    await soon();
    for (const code of ["E", "F"]) enter(code, "1");
    enter("A", "2");
    await soon();
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["A", "B", "C", "D"]);
    for (const at of [0, 1, 2]) await sent[at]!.answer(stored(1));
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["A", "B", "C", "D", "E", "F", "A"]);
    expect(sent.at(-1)!.unsent).toMatchObject({ indicator: "A", expectedRevision: 1, entered: number("2") });
    await sent[6]!.answer(stored(2));
    expect(store.cellAt({ indicator: "A", cell: "total" })).toMatchObject({ revision: 2, stored: number("2") });
  });

  it("sends what is committed together in one request, and each cell hears what became of it", async () => {
    const { sent, many, enter, phase, store } = entryForm(browserMemory());
    for (const code of ["A", "B", "C", "D", "E"]) enter(code, "1");
    await soon();
    expect(sent).toEqual([]);
    expect(many.map(({ unsent }) => unsent.map(({ indicator }) => indicator))).toEqual([["A", "B", "C", "D", "E"]]);
    const present = { value: { kind: "number" as const, number: "9" }, revision: 4, savedAt: "" };
    await many[0]!.answer([
      stored(1),
      { type: "rejected", problems: [{ field: "number", key: "valueNegative" }] },
      { type: "overtaken", present },
      { type: "unreachable" },
    ]);
    expect(["A", "B", "C", "D", "E"].map(phase)).toEqual(["rest", "invalid", "overtaken", "queued", "queued"]);
    expect(store.cellAt({ indicator: "A", cell: "total" }).revision).toBe(1);
  });

  it("goes on its way at once where the page is about to go, and else when there is time", async () => {
    const due: (() => void)[] = [];
    const { sent, enter, store, saver } = entryForm(browserMemory(), undefined, false, (drive) => due.push(drive));
    enter("A", "1");
    await soon();
    expect([due.length, sent.length]).toEqual([1, 0]);
    due[0]!();
    expect(sent).toHaveLength(1);
    enter("B", "1");
    store.dispatch({ indicator: "C", cell: "total" }, { type: "typed", entered: number("1") });
    saver.leaveAll();
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["A", "B", "C"]);
    // There may be no such time before the page is looked at again: whatever comes meanwhile asks for one of its own.
    enter("D", "1");
    expect(due).toHaveLength(3);
  });

  it("outlives the page: another visit sends what this one couldn't", async () => {
    const memory = browserMemory();
    const first = entryForm(memory);
    first.enter("A", "12");
    await soon();
    await first.sent[0]!.answer({ type: "unreachable" });
    expect(first.phase("A")).toBe("queued");
    const second = entryForm(memory);
    second.saver.restore();
    await soon();
    expect(second.sent[0]!.unsent).toMatchObject({ indicator: "A", entered: number("12") });
    await second.sent[0]!.answer(stored(1));
    expect(unsentCells(memory, owner)).toEqual([]);
  });

  it("takes up later what the memory knows later, and changes nothing under the hand or on its way", async () => {
    const memory = browserMemory();
    const before = entryForm(memory, ["A", "B", "C", "X"]);
    for (const code of ["A", "B"]) before.enter(code, "12");
    await soon();
    const { saver, sent, store, phase } = entryForm(memory, ["A", "B", "C"]);
    store.dispatch({ indicator: "A", cell: "total" }, { type: "typed", entered: number("123") });
    saver.restore();
    await soon();
    expect(store.cellAt({ indicator: "A", cell: "total" }).typed).toEqual(number("123"));
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["B"]);
    for (const code of ["C", "X"]) before.enter(code, "7");
    await soon();
    saver.restore();
    await soon();
    expect([phase("A"), phase("B"), phase("C")]).toEqual(["typing", "sending", "sending"]);
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["B", "X", "C"]);
    await sent[0]!.answer(stored(1));
    expect([phase("B"), sent.length]).toEqual(["rest", 3]);
  });

  it("tries again when it is told that the server may answer", async () => {
    const { saver, sent, enter, phase } = entryForm(browserMemory());
    enter("A", "12");
    await soon();
    await sent[0]!.answer({ type: "unreachable" });
    saver.retry();
    await soon();
    expect(sent).toHaveLength(2);
    await sent[1]!.answer(stored(1));
    expect(phase("A")).toBe("rest");
  });

  it("keeps a faulty entry over a reload, and forgets one that was put back", async () => {
    const memory = browserMemory();
    const { enter, store } = entryForm(memory);
    enter("A", "3-4");
    await soon();
    expect(unsentCells(memory, owner)).toMatchObject([{ entered: number("3-4") }]);
    store.dispatch({ indicator: "A", cell: "total" }, { type: "discarded" });
    expect(unsentCells(memory, owner)).toEqual([]);
  });

  it("forgets nothing that another window keeps of a cell when it hears what was stored there", async () => {
    const memory = browserMemory();
    const here = entryForm(memory);
    const other = entryForm(memory);
    other.enter("A", "9-9");
    expect(unsentCells(memory, owner)).toHaveLength(1);
    const present = {
      value: { kind: "number", number: "5" },
      revision: 2,
      savedAt: "2017-04-10T07:02:00.000Z",
    } as const;
    here.store.dispatch({ indicator: "A", cell: "total" }, { type: "learned", present, at: present.savedAt });
    expect(unsentCells(memory, owner)).toMatchObject([{ entered: number("9-9") }]);
  });

  it("takes what is being typed for left when the page goes", async () => {
    const memory = browserMemory();
    const { saver, sent, store } = entryForm(memory);
    store.dispatch({ indicator: "B", cell: "total" }, { type: "typed", entered: number("5") });
    expect(unsentCells(memory, owner)).toEqual([]);
    saver.leaveAll();
    await soon();
    expect(unsentCells(memory, owner)).toMatchObject([{ indicator: "B" }]);
    expect(sent).toHaveLength(1);
  });

  it("sends changes of other goals too, and shows those that weren't stored", async () => {
    const memory = browserMemory();
    const before = entryForm(memory, ["A", "X", "Y"]);
    before.enter("X", "1");
    await soon();
    before.enter("Y", "2");
    await soon();
    const { saver, sent } = entryForm(memory, ["A"]);
    saver.restore();
    await soon();
    expect(saver.elsewhere()).toHaveLength(2);
    await sent[0]!.answer(stored(1));
    await sent[1]!.answer({ type: "refused", problem: { key: "locked", args: { lock: "submitted" } }, again: false });
    expect(saver.elsewhere()).toMatchObject([{ unsent: { indicator: "Y" }, problem: { key: "locked" } }]);
    expect(unsentCells(memory, owner)).toMatchObject([{ indicator: "Y" }]);
    saver.discardElsewhere(saver.elsewhere()[0]!.unsent);
    expect(unsentCells(memory, owner)).toEqual([]);
  });

  it("never sends by itself, weeks later, what the server refused", async () => {
    const memory = browserMemory();
    const before = entryForm(memory);
    before.enter("A", "355");
    await soon();
    const locked = { key: "locked", args: { lock: "submitted" } } as const;
    await before.sent[0]!.answer({ type: "refused", problem: locked, again: false });
    for (const indicators of [["A"], ["B"]]) {
      const { saver, sent, phase } = entryForm(memory, indicators);
      saver.restore();
      await soon();
      saver.retry();
      await soon();
      expect(sent).toEqual([]);
      if (indicators.includes("A")) expect(phase("A")).toBe("refused");
      else expect(saver.elsewhere()).toMatchObject([{ unsent: { indicator: "A" }, problem: locked }]);
    }
    const { saver, sent, phase, store } = entryForm(memory);
    saver.restore();
    await soon();
    store.dispatch({ indicator: "A", cell: "total" }, { type: "askedAgain" });
    await soon();
    expect(sent[0]!.unsent).toMatchObject({ indicator: "A", entered: number("355") });
    await sent[0]!.answer(stored(1));
    expect(phase("A")).toBe("rest");
    expect(unsentCells(memory, owner)).toEqual([]);
  });

  it("brings a refused value back into its row though that is locked", async () => {
    const memory = browserMemory();
    const before = entryForm(memory);
    before.enter("A", "355");
    await soon();
    const locked = { key: "locked", args: { lock: "submitted" } } as const;
    await before.sent[0]!.answer({ type: "refused", problem: locked, again: false });
    const { saver, sent, store } = entryForm(memory, ["A"], true);
    saver.restore();
    await soon();
    expect(saver.elsewhere()).toEqual([]);
    expect(store.cellAt({ indicator: "A", cell: "total" })).toMatchObject({
      typed: number("355"),
      phase: { at: "refused", problem: locked },
    });
    expect(sent).toEqual([]);
  });

  it("forgets what it knew, and nothing that another window keeps for the same cell", async () => {
    const memory = browserMemory();
    const [own, other] = [entryForm(memory), entryForm(memory)];
    own.enter("A", "12");
    await soon();
    other.enter("A", "13");
    await own.sent[0]!.answer({ type: "unreachable" });
    own.saver.retry();
    await soon();
    await own.sent[1]!.answer(stored(1));
    expect(own.phase("A")).toBe("rest");
    expect(unsentCells(memory, owner)).toMatchObject([{ entered: number("13") }]);
    // Nothing was changed here, so nothing is known.
    own.enter("A", "12");
    await soon();
    expect(unsentCells(memory, owner)).toMatchObject([{ entered: number("13") }]);
    await other.sent[0]!.answer(stored(2));
    expect(unsentCells(memory, owner)).toEqual([]);

    // A change without a row here that another window has changed since it was listed.
    const far = entryForm(memory, []);
    const unsent: UnsentCell = { indicator: "X", cell: "total", expectedRevision: 0, entered: number("3") };
    keepUnsent(memory, owner, unsent);
    far.saver.lookAgain();
    keepUnsent(memory, owner, { ...unsent, entered: number("4") });
    far.saver.discardElsewhere(far.saver.elsewhere()[0]!.unsent);
    expect(unsentCells(memory, owner)).toMatchObject([{ entered: number("4") }]);
  });

  it("tells of each answer once the cell is as it made it", async () => {
    const { saver, sent, enter, phase } = entryForm(browserMemory());
    const told: unknown[] = [];
    saver.onAnswer(({ indicator }, { type }) => told.push([indicator, type, phase(indicator)]));
    enter("A", "12");
    await soon();
    await sent[0]!.answer({ type: "unreachable" });
    saver.retry();
    await soon();
    await sent[1]!.answer(stored(1));
    expect(told).toEqual([
      ["A", "unreachable", "queued"],
      ["A", "acknowledged", "rest"],
    ]);
  });

  it("keeps that a change waits for a choice, for a page that shows no field, until it is made", async () => {
    const memory = browserMemory();
    const { store, enter, sent } = entryForm(memory);
    enter("A", "12");
    await soon();
    expect(unsentCells(memory, owner)[0]).not.toHaveProperty("overtaken");
    await sent[0]!.answer({ type: "overtaken", present: null });
    expect(unsentCells(memory, owner)).toMatchObject([{ indicator: "A", overtaken: true }]);
    store.dispatch({ indicator: "A", cell: "total" }, { type: "keptMine" });
    expect(unsentCells(memory, owner)[0]).not.toHaveProperty("overtaken");
    await soon();
    await sent[1]!.answer(stored(2));
    expect(unsentCells(memory, owner)).toEqual([]);
  });

  it("saves a cell of another goal one after another, durably, and says what became of it", async () => {
    const memory = browserMemory();
    const { saver, sent } = entryForm(memory);
    const far = (indicator: string): UnsentCell => ({
      indicator,
      cell: "total",
      expectedRevision: 2,
      entered: number("3"),
    });
    saver.saveElsewhere(far("X"));
    saver.saveElsewhere(far("Y"));
    expect(unsentCells(memory, owner).map(({ indicator }) => indicator)).toEqual(["X", "Y"]);
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["X"]);
    await sent[0]!.answer(stored(3));
    expect(sent.map(({ unsent }) => unsent.indicator)).toEqual(["X", "Y"]);
    await sent[1]!.answer({ type: "overtaken", present: null });
    expect(saver.elsewhere()).toMatchObject([{ unsent: far("Y"), problem: { key: "valueOvertaken" } }]);
    expect(unsentCells(memory, owner)).toEqual([{ ...far("Y"), overtaken: true }]);
  });
});

describe("a page that shows no field", () => {
  it("learns what another window left or sent, and sends it", async () => {
    const memory = browserMemory();
    const { saver, sent } = entryForm(memory, []);
    saver.restore();
    await soon();
    expect(saver.elsewhere()).toEqual([]);
    const other = entryForm(memory, ["A"]);
    other.enter("A", "12");
    await soon();
    saver.lookAgain();
    expect(saver.elsewhere()).toMatchObject([{ unsent: { indicator: "A", entered: number("12") }, problem: null }]);
    saver.retry();
    await soon();
    await sent[0]!.answer({ type: "rejected", problems: [{ field: "number", key: "valueNegative" }] });
    saver.lookAgain();
    expect(saver.elsewhere()).toMatchObject([{ problem: { key: "valueNegative" } }]);
    await other.sent[0]!.answer(stored(1));
    saver.lookAgain();
    expect(saver.elsewhere()).toEqual([]);
  });
});

describe("leaving once all is answered", () => {
  it("waits for what is on its way, and not for what has to be put right or can't be sent", async () => {
    const { store, sent, enter } = entryForm(browserMemory());
    enter("A", "12");
    await soon();
    enter("B", "13");
    await soon();
    const end = afterSaving(store).then(() => "over");
    await sent[0]!.answer(stored(1));
    expect(await Promise.race([end, Promise.resolve("waiting")])).toBe("waiting");
    await sent[1]!.answer({ type: "unreachable" });
    await end;
    enter("C", "not a number");
    await soon();
    await afterSaving(store);
  });
});
