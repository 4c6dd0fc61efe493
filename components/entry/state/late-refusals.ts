import type { Message } from "@/lib/schemas/forms/form-state";
import type { CellState } from "./cell-state";
import type { EntryStore, Place } from "./entry-store";

/** A value that waited, for the line or for the page to be read anew, and that isn't stored. */
export interface LateRefusal {
  place: Place;
  state: CellState;
  problem: Message;
}

const none: readonly LateRefusal[] = [];
const keyOf = ({ indicator, cell }: Place) => `${indicator} ${cell}`;

/**
 * Values of a sheet that waited and weren't stored. Their rows say so too, but whoever typed them an hour ago is elsewhere
 * in the sheet by now.
 */
export class LateRefusals {
  private readonly waited = new Set<string>();
  private list = none;

  constructor(private readonly store: EntryStore) {}

  readonly now = (): readonly LateRefusal[] => this.list;

  /** Begins to look, and says when the list is another. */
  readonly subscribe = (told: () => void): (() => void) =>
    this.store.watch((place, state, { event }) => {
      const key = keyOf(place);
      if (event.type === "unreachable" || event.type === "restored") this.waited.add(key);
      if (state.phase.at === "rest") this.waited.delete(key);
      const rest = this.list.filter((each) => keyOf(each.place) !== key);
      const problem = this.waited.has(key) ? problemOf(state) : null;
      if (!problem && rest.length === this.list.length) return;
      const refusals = problem ? [...rest, { place, state, problem }] : rest;
      this.list = refusals.sort((one, other) => (keyOf(one.place) < keyOf(other.place) ? -1 : 1));
      told();
    });
}

function problemOf({ phase }: CellState): Message | null {
  if (phase.at === "refused") return phase.problem;
  if (phase.at === "overtaken") return { key: "valueOvertaken" };
  return phase.at === "invalid" ? (phase.problems[0] ?? null) : null;
}
