import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { ImportAnswer, ImportResolution } from "@/lib/schemas/imports/import-resolution";
import type { ResolutionProblem } from "@/lib/views/import-view";
import type { FileValue } from "./import-preview";

/** A cell to write, provided that it still has this revision. */
export interface CellToWrite {
  indicator: string;
  cell: CellKey;
  /** Undefined: it is cleared. */
  value: Value | undefined;
  expectedRevision: number;
}

interface Seen {
  indicator: string;
  cell: CellKey;
  revision: number;
}
/** A preview, as it was made or as it was shown. */
interface Decidable {
  imported: readonly (Seen & FileValue)[];
  same: readonly Seen[];
  conflicts: readonly (Seen & { choices: readonly FileValue[]; cleared?: object })[];
  /** Cells that may be cleared. */
  cleared?: readonly Seen[];
}

/** `had`: how many values that were to be imported stand there already. */
type Resolved = { ok: true; cells: CellToWrite[]; had: number } | { ok: false; problems: ResolutionProblem[] };

const placeOf = ({ indicator, cell }: { indicator: string; cell: CellKey }) => `${indicator} ${cell}`;

/**
 * From a preview and a person's answers to the cells to write. All or nothing: one open question, and nothing is written.
 * A value that is there already is only ever replaced by the one that was chosen for it, over the revision that was seen.
 */
export function applyResolution(preview: Decidable, { answers }: ImportResolution): Resolved {
  const problems: ResolutionProblem[] = [];
  const given = new Map<string, ImportAnswer>();
  const imported = new Map(preview.imported.map((cell) => [placeOf(cell), cell]));
  const conflicts = new Map(preview.conflicts.map((conflict) => [placeOf(conflict), conflict]));
  const cleared = new Map((preview.cleared ?? []).map((cell) => [placeOf(cell), cell]));
  const same = new Set(preview.same.map(placeOf));
  for (const answer of answers) {
    const { indicator, cell } = answer;
    const place = placeOf(answer);
    const asked = conflicts.get(place) ?? imported.get(place) ?? cleared.get(place);
    if (given.has(place)) problems.push({ code: "answeredTwice", indicator, cell });
    else if (asked && asked.revision !== answer.revision) problems.push({ code: "changedMeanwhile", indicator, cell });
    // Someone may have typed the very value meanwhile: then there is nothing left to decide.
    else if (!asked && !same.has(place)) problems.push({ code: "notAsked", indicator, cell });
    given.set(place, answer);
  }

  const cells: CellToWrite[] = [];
  for (const [place, { indicator, cell, revision, value, lines }] of imported) {
    const choice = given.get(place)?.choice ?? { line: lines[0] };
    if (choice === "keep") continue;
    if (choice !== "clear" && choice.line !== undefined && lines.includes(choice.line))
      cells.push({ indicator, cell, value, expectedRevision: revision });
    else problems.push({ code: "choiceUnknown", indicator, cell });
  }
  for (const [place, conflict] of conflicts) {
    const { indicator, cell, revision } = conflict;
    const choice = given.get(place)?.choice;
    if (choice === "keep") continue;
    const value = choice && choice !== "clear" ? chosen(conflict, choice.line) : undefined;
    if (value || (choice === "clear" && conflict.cleared))
      cells.push({ indicator, cell, value, expectedRevision: revision });
    else problems.push({ code: choice ? "choiceUnknown" : "unanswered", indicator, cell });
  }
  for (const [place, { indicator, cell, revision }] of cleared) {
    const choice = given.get(place)?.choice ?? "keep";
    if (choice === "clear") cells.push({ indicator, cell, value: undefined, expectedRevision: revision });
    else if (choice !== "keep") problems.push({ code: "choiceUnknown", indicator, cell });
  }
  const had = answers.filter((answer) => answer.choice !== "keep" && same.has(placeOf(answer))).length;
  return problems.length > 0 ? { ok: false, problems } : { ok: true, cells, had };
}

const chosen = ({ choices }: Decidable["conflicts"][number], line: number): Value | undefined =>
  choices.find(({ lines }) => lines.includes(line))?.value;
