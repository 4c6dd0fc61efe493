import type { PasteRow } from "@/components/entry/paste/paste-plan";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { enteredFromValue } from "@/lib/schemas/values/entered-value";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { Counted, ElsewhereIndicator } from "@/lib/views/entry-view";
import type { CellSaver } from "./cell-saver";
import type { CellEvent } from "./cell-state";
import type { UnsentCell } from "./unsent-cells";

interface Held {
  entered: EnteredValue;
  revision: number;
}

/** The totals of the other goals' indicators, as far as this page knows them: a paste may reach over the end of a goal. */
export class ElsewhereCells {
  private readonly held: Map<string, Held>;
  private heardOf: ReadonlyMap<string, Counted> = new Map();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly indicators: readonly ElsewhereIndicator[],
    private readonly saver: CellSaver,
  ) {
    this.held = new Map(
      indicators.map(({ code, rules, total }) => [
        code,
        { entered: enteredFromValue(rules.type, total?.value), revision: total?.revision ?? 0 },
      ]),
    );
  }

  /** In the framework's order, each with where it stands to the goal that is shown. */
  rows(): (PasteRow & { goal: string; isAfter: boolean })[] {
    const waiting = new Set(this.saver.elsewhere().map(({ unsent }) => unsent.indicator));
    return this.indicators.map(({ code, goal, isAfter, rules, steps, mayEnter }) => ({
      code,
      goal,
      isAfter,
      rules,
      steps,
      entered: this.held.get(code)!.entered,
      closed: mayEnter ? (waiting.has(code) ? "waiting" : null) : "locked",
      isHere: false,
    }));
  }

  /** @returns what stood there before */
  save(code: string, entered: EnteredValue): EnteredValue {
    const before = this.held.get(code)!;
    this.saver.saveElsewhere({ indicator: code, cell: totalCell, expectedRevision: before.revision, entered });
    return before.entered;
  }

  /** What the server answered to a save. */
  heard({ indicator, cell, entered }: UnsentCell, event: CellEvent): void {
    if (event.type !== "acknowledged" || !this.held.has(indicator)) return;
    if (cell === totalCell) this.held.set(indicator, { entered, revision: event.revision });
    if (!event.counted) return;
    this.heardOf = new Map(this.heardOf).set(indicator, event.counted);
    for (const listen of this.listeners) listen();
  }

  /** What counts of the indicators that were saved from here: newer than the page. */
  readonly counted = (): ReadonlyMap<string, Counted> => this.heardOf;
  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };
}
