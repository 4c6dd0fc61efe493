import { isAboutParts, needsComment, type ValueWarning } from "@/lib/domain/values/value-warning";
import type { IsoMoment } from "@/lib/views/report-view";
import type { IndicatorCells } from "./entry-store";
import type { RowFacts } from "./row-facts";

/** What the state column says of a row: the one thing that matters most. */
export type RowState =
  | {
      name:
        | "overtaken"
        | "notSaved"
        | "queued"
        | "saving"
        | "typing"
        | "queried"
        | "carried"
        | "notAnswered"
        | "locked";
    }
  | { name: "warned"; about: "parts" | "reason" | "change"; at: IsoMoment | null }
  | { name: "saved" | "accepted"; at: IsoMoment | null };

/** What the hand just did comes before what it should do next, and trouble before everything. */
export function rowState(cells: IndicatorCells, facts: RowFacts, mayEnter: boolean): RowState {
  const phases = new Set(Object.values(cells).map(({ phase }) => phase.at));
  if (phases.has("overtaken")) return { name: "overtaken" };
  if (phases.has("invalid") || phases.has("refused")) return { name: "notSaved" };
  if (phases.has("queued")) return { name: "queued" };
  if (phases.has("waiting") || phases.has("sending")) return { name: "saving" };
  if (!mayEnter) return { name: "locked" };
  if (phases.has("typing")) return { name: "typing" };
  if (facts.queryOpen) return { name: "queried" };
  if (facts.carried > 0) return { name: "carried" };
  const warning = facts.warnings.find(needsComment);
  if (warning) return { name: "warned", about: aboutOf(warning), at: facts.savedAt };
  if (!facts.isAnswered) return { name: "notAnswered" };
  const { accepted } = facts;
  return accepted ? { name: "accepted", at: accepted } : { name: "saved", at: facts.savedAt };
}

function aboutOf(warning: ValueWarning): Extract<RowState, { name: "warned" }>["about"] {
  if (warning.code === "partsBesideReason") return "reason";
  return isAboutParts(warning) ? "parts" : "change";
}
