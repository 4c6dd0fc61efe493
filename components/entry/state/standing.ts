import type { Message } from "@/lib/schemas/forms/form-state";
import type { EntryIndicator, StandingView } from "@/lib/views/entry-view";
import type { CellEvent } from "./cell-state";

/** What of the report may be entered, as far as the page knows: when it was made, when it asked, when it was refused. */
export class Standing {
  private readonly listeners = new Set<() => void>();

  constructor(private view: StandingView) {}

  readonly now = (): StandingView => this.view;
  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  hear(view: StandingView): void {
    if (isSameStanding(view, this.view)) return;
    this.view = view;
    for (const listen of this.listeners) listen();
  }

  /** What the server answered to a save tells of it too. */
  heard({ indicator }: { indicator: string }, event: CellEvent): void {
    if (event.type !== "refused") return;
    const { key, args } = event.problem;
    if (key === "locked") this.hear({ lock: args?.lock as StandingView["lock"], enterable: [] });
    if (key === "notAllowed" || key === "notAssigned")
      this.hear({ ...this.view, enterable: this.view.enterable.filter((code) => code !== indicator) });
  }
}

export function isSameStanding(one: StandingView, other: StandingView): boolean {
  const codes = new Set(one.enterable);
  return (
    one.lock === other.lock && codes.size === other.enterable.length && other.enterable.every((code) => codes.has(code))
  );
}

/** As the page was made. */
export const standingOf = (
  lock: StandingView["lock"],
  indicators: readonly Pick<EntryIndicator, "code" | "abilities">[],
): StandingView => ({
  lock,
  enterable: indicators.filter(({ abilities }) => abilities.enterValue).map(({ code }) => code),
});

/** How a refusal stands by now, which may be long after it. */
interface RefusedNow {
  /** The value may be stored, if a person asks for it. */
  isStorable: boolean;
  /** Why it isn't stored; null where the reason is gone. */
  problem: Message | null;
}

export function refusedNow(problem: Message, { lock, enterable }: StandingView, indicator: string): RefusedNow {
  const mayEnter = enterable.includes(indicator);
  // The tables are others now: asked again, the server says the same.
  if (problem.key === "cellNotAdmitted") return { isStorable: false, problem };
  if (!["locked", "notAllowed", "notAssigned"].includes(problem.key)) return { isStorable: mayEnter, problem };
  if (mayEnter) return { isStorable: true, problem: null };
  if (lock) return { isStorable: false, problem: { key: "locked", args: { lock } } };
  return { isStorable: false, problem: problem.key === "locked" ? { key: "notAllowed" } : problem };
}
