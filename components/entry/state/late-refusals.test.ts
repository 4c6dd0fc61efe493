import { expect, it } from "vitest";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { blankEntered } from "./entered";
import { EntryStore } from "./entry-store";
import { LateRefusals } from "./late-refusals";

const rules = { type: "number", decimals: 0, lowest: "0", highest: null } as unknown as ValueRules;
const place = (indicator: string) => ({ indicator, cell: totalCell });
const typed = { ...blankEntered("number"), text: "12" } as ReturnType<typeof blankEntered>;
const locked = { type: "refused", problem: { key: "locked" }, again: false } as const;

function begin() {
  const store = new EntryStore({}, { "G1.1-a": rules, "G2.1-a": rules });
  const late = new LateRefusals(store);
  let told = 0;
  late.subscribe(() => told++);
  const type = (code: string) => {
    store.dispatch(place(code), { type: "typed", entered: typed });
    store.dispatch(place(code), { type: "left" });
    store.dispatch(place(code), { type: "sent" });
  };
  return { store, late, type, told: () => told };
}

it("lists what waited for the line and was refused then, until it is settled", () => {
  const { store, late, type, told } = begin();
  for (const code of ["G2.1-a", "G1.1-a"]) {
    type(code);
    store.dispatch(place(code), { type: "unreachable" });
  }
  expect([late.now(), told()]).toEqual([[], 0]);
  for (const code of ["G2.1-a", "G1.1-a"]) {
    store.dispatch(place(code), { type: "retried" });
    store.dispatch(place(code), { type: "sent" });
    store.dispatch(place(code), locked);
  }
  expect(late.now().map(({ place, problem }) => [place.indicator, problem.key])).toEqual([
    ["G1.1-a", "locked"],
    ["G2.1-a", "locked"],
  ]);
  store.dispatch(place("G1.1-a"), { type: "discarded" });
  expect(late.now().map(({ place }) => place.indicator)).toEqual(["G2.1-a"]);
});

it("lists what an earlier visit left, and no answer to what is typed now", () => {
  const { store, late, type } = begin();
  type("G1.1-a");
  store.dispatch(place("G1.1-a"), locked);
  expect(late.now()).toEqual([]);
  store.dispatch(place("G2.1-a"), { type: "restored", entered: typed, expectedRevision: 0 });
  store.dispatch(place("G2.1-a"), { type: "sent" });
  store.dispatch(place("G2.1-a"), { type: "overtaken", present: null });
  expect(late.now().map(({ place, problem }) => [place.indicator, problem.key])).toEqual([
    ["G2.1-a", "valueOvertaken"],
  ]);
});
