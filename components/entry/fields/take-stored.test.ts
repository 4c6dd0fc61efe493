import { describe, expect, it } from "vitest";
import { EntryStore } from "@/components/entry/state/entry-store";
import { ChangeLog } from "@/components/entry/undo/change-log";
import type { NewValue } from "@/lib/views/entry-view";
import { takeStored } from "./take-stored";

const rules = {
  type: "number",
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: null,
} as const;
const place = { indicator: "G7.1-b", cell: "total" };
const moment = (minute: string) => `2017-04-10T07:${minute}:00.000Z`;
const holds = (number: string, revision: number, minute: string) =>
  ({ value: { kind: "number", number }, revision, savedAt: moment(minute) }) as const;

/** A sheet on which 35 was typed where somebody else had stored 25. */
function chosenBetween() {
  const store = new EntryStore({}, { [place.indicator]: rules });
  store.dispatch(place, { type: "typed", entered: { kind: "number", number: "35", missingReason: "" } });
  store.dispatch(place, { type: "left" });
  store.dispatch(place, { type: "sent" });
  const changed = { by: "Made up", isOwn: false, at: moment("01") };
  store.dispatch(place, { type: "overtaken", present: holds("25", 3, "01"), changed });
  const held = () => (store.cellAt(place).typed as { number: string }).number;
  const changes = new ChangeLog({ store, keep: () => {}, saveElsewhere: () => false });
  return { store, changes, held };
}

const newsOf = (...changes: Pick<NewValue, "present" | "at">[]) => ({
  until: moment("09"),
  revisions: 4,
  standing: { lock: null, enterable: [] },
  changes: changes.map((change) => ({ ...place, by: "Made up", isOwn: false, ...change })),
});

describe("taking what is stored", () => {
  it("shows what was changed while the choice stood open, and tells of it", async () => {
    const { store, changes, held } = chosenBetween();
    const later = { present: holds("26", 4, "05"), at: moment("05") };
    const took = takeStored({ store, changes }, place, async () => newsOf(later));
    expect(held()).toBe("25");
    expect(await took).toMatchObject(later);
    expect(store.cellAt(place)).toMatchObject({ phase: { at: "rest" }, revision: 4 });
    expect(held()).toBe("26");
  });

  it("shows that it was cleared since", async () => {
    const { store, changes, held } = chosenBetween();
    await takeStored({ store, changes }, place, async () => newsOf({ present: null, at: moment("05") }));
    expect(held()).toBe("");
  });

  it("tells nothing where the choice showed it, or nobody answers", async () => {
    for (const news of [newsOf({ present: holds("25", 3, "01"), at: moment("01") }), newsOf(), null]) {
      const { store, changes, held } = chosenBetween();
      expect(await takeStored({ store, changes }, place, async () => news)).toBeNull();
      expect(held()).toBe("25");
    }
  });

  it("leaves what is typed until the answer comes", async () => {
    const { store, changes, held } = chosenBetween();
    const took = takeStored({ store, changes }, place, async () =>
      newsOf({ present: holds("26", 4, "05"), at: moment("05") }),
    );
    store.dispatch(place, { type: "typed", entered: { kind: "number", number: "7", missingReason: "" } });
    expect(await took).toBeNull();
    expect(held()).toBe("7");
  });
});
