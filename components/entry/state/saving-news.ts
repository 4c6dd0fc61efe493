import type { CellState } from "./cell-state";
import type { Place } from "./entry-store";

/** What became of cells, as it is told aloud. */
export interface SavingNews<Cell> {
  /** Codes of indicators of which all is saved. */
  saved: string[];
  /** How many cells are saved of an indicator of which others aren't. */
  some: { code: string; count: number }[];
  queued: Cell[];
  overtaken: Cell[];
  refused: Cell[];
}

/** Sorts news of cells so that no indicator is told as saved of which a part isn't. */
export function savingNews<Cell extends readonly [Place, CellState]>(all: readonly Cell[]): SavingNews<Cell> {
  const of = (...phases: CellState["phase"]["at"][]) => all.filter(([, { phase }]) => phases.includes(phase.at));
  const codes = (some: readonly Cell[]) => [...new Set(some.map(([{ indicator }]) => indicator))];
  const [saved, overtaken, refused] = [of("rest"), of("overtaken"), of("invalid", "refused")];
  const faulty = new Set(codes([...overtaken, ...refused]));
  return {
    saved: codes(saved).filter((code) => !faulty.has(code)),
    some: codes(saved)
      .filter((code) => faulty.has(code))
      .map((code) => ({ code, count: saved.filter(([{ indicator }]) => indicator === code).length })),
    queued: of("queued"),
    overtaken,
    refused,
  };
}
