import { expect, it } from "vitest";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { blankEntered } from "./entered";
import { EntryStore } from "./entry-store";
import { takeStored } from "./stored-meanwhile";

const rules = { type: "number", decimals: 0, lowest: "0", highest: null } as unknown as ValueRules;
const entered = (text: string) => ({ ...blankEntered("number"), text }) as ReturnType<typeof blankEntered>;
const place = { indicator: "G1.1-a", cell: totalCell };
const stored = (text: string, revision: number) => ({
  ...place,
  entered: entered(text),
  revision,
  savedAt: `2018-05-21T09:0${revision}:00.000Z`,
});

it("shows in an older page what was stored since, whatever the order it is told in", () => {
  const store = new EntryStore({}, { "G1.1-a": rules });
  takeStored(store, [stored("14", 2), stored("12", 1), { ...stored("9", 3), indicator: "G9.9-z" }]);
  expect(store.cellAt(place)).toMatchObject({
    revision: 2,
    stored: entered("14"),
    typed: entered("14"),
    phase: { at: "rest" },
  });
  // The page is newer than this.
  takeStored(store, [stored("12", 1)]);
  expect(store.cellAt(place)).toMatchObject({ revision: 2, stored: entered("14") });
});

it("leaves what is being typed", () => {
  const store = new EntryStore({}, { "G1.1-a": rules });
  store.dispatch(place, { type: "typed", entered: entered("20") });
  takeStored(store, [stored("14", 2)]);
  expect(store.cellAt(place)).toMatchObject({ revision: 0, typed: entered("20"), phase: { at: "typing" } });
});

it("never takes an older value for one that isn't stored yet", () => {
  const store = new EntryStore({}, { "G1.1-a": rules });
  takeStored(store, [stored("14", 2)], [place]);
  expect(store.cellAt(place)).toMatchObject({ revision: 0, phase: { at: "rest" } });
});
