import { editAtEnd } from "@/components/entry/fields/move-focus";
import type { SheetRange } from "@/components/entry/range/use-range";
import { withText } from "@/components/entry/state/entered";
import type { EntrySession } from "@/components/entry/state/entry-session";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { isAllGiven, isProse, isRange, isTextField, pastedCells, pastedWords, sidesOfShare } from "./paste";
import { type PasteChoice, planPaste } from "./paste-plan";
import { type AnswerWords, type PastePlan, type PasteRow, reasonIn } from "./paste-row";

/** What is pasted, and onto what. */
export interface Paste {
  text: string;
  /** Where the hand is: a field of the sheet. */
  field: HTMLElement;
  /** Keeps the browser from pasting it by itself. */
  take: () => void;
  /** Rows that are drawn, in their order. */
  rows: readonly EntryIndicator[];
  /** All of the report. */
  whole: readonly EntryIndicator[];
  range: SheetRange;
  session: Pick<EntrySession, "store" | "changes" | "notPasted" | "say" | "period">;
  words: AnswerWords;
  /** What the product heads values with. */
  heads: HeadWords;
  /** Says what came of it. */
  said: (counts: { way: PastePlan["way"]; filled: number; refused: number; away: number; not: number }) => string;
  /** Says which columns were left out. */
  passed: (heads: string) => string;
}

/**
 * A range copied from a spreadsheet fills the rows from where the hand is, goal after goal, or the rows whose codes it
 * brings, or with one value all cells that are marked. All of it is one change.
 */
export function pasteRows({ text, field, take, rows, whole, range, session, words, heads, said, passed }: Paste): null {
  const { store, changes, notPasted, say, period } = session;
  const { row, column } = field.dataset;
  const drawn = new Set(rows.map(({ code }) => code));
  const rowOf = ({ code, rules, steps, abilities }: EntryIndicator): PasteRow => ({
    code,
    rules,
    steps,
    words,
    entered: store.cellAt({ indicator: code, cell: totalCell }).typed,
    closed: abilities.enterValue ? null : "locked",
    isHere: drawn.has(code),
  });
  const type = rows.find(({ code }) => code === row)?.rules.type;
  const lines = pastedCells(text);
  const isFill = range.isMany && !isRange(lines) && field.dataset.editing === undefined;
  // Both numbers of a share, in place of all that stands in the first of its fields.
  const isShare = type === "percentage" && column === "0" && isAllGiven(field) && sidesOfShare(text) !== null;
  // One value goes into a field by itself, and so does all that is pasted into words that are being written.
  const isOwnAffair =
    field instanceof HTMLTextAreaElement
      ? field.dataset.editing !== undefined
      : isTextField(field) && !isRange(lines) && !reasonIn(text.trim(), words) && !isShare;
  if (isOwnAffair && !isFill) return null;
  take();
  const marked = isFill ? range.enterable().map(rowOf) : [];
  const goesTo = isFill ? marked : whole.slice(whole.findIndex(({ code }) => code === row)).map(rowOf);
  const what = isFill ? marked.map(() => lines[0]!) : lines;
  const isRatio = !isFill && type === "percentage" && isTextField(field);
  const plan = (choice?: PasteChoice) => {
    const place = { below: goesTo, all: whole.map(rowOf), column: isRatio ? Number(column) : 0, period, heads };
    return planPaste(what, place, choice);
  };
  const planned = plan();
  const isByCode = planned.way === "code" && lines.some(({ length }) => length > 1);
  if (!isFill && type === "narrative" && !isByCode && isProse(lines)) {
    if (field instanceof HTMLTextAreaElement) write(field, pastedWords(text));
    else carryOut(wordsAlone(goesTo[0]!, pastedWords(text)));
    return null;
  }

  function carryOut({ way, filled, not, ...plan }: PastePlan) {
    const paste = Date.now();
    changes.asOne(() => {
      for (const { code, entered } of filled) {
        const place = { indicator: code, cell: totalCell };
        store.dispatch(place, { type: "typed", entered });
        store.dispatch(place, { type: "left" });
      }
    }, paste);
    const isRefused = ({ code }: PastePlan["filled"][number]) =>
      store.cellAt({ indicator: code, cell: totalCell }).phase.at === "invalid";
    const refused = filled.filter(isRefused).length;
    const away = filled.filter(({ isHere }) => !isHere).length;
    notPasted.add(not, paste);
    const counts = said({ way, filled: filled.length - refused, refused, away, not: not.length });
    say(plan.passed.length > 0 ? `${counts} ${passed(plan.passed.join(", "))}` : counts);
  }

  const count = planned.filled.length;
  const settle = (yearIs: "head" | "value") => {
    const shown = plan({ yearIs });
    const go = () => carryOut(shown);
    if (shown.gap === null) return go();
    // Which rows the lines are about nobody can tell: those that were seen where they were copied, or all.
    const all = plan({ into: "all", yearIs });
    range.change({
      way: "rows",
      count: shown.filled.length,
      go,
      all: { after: shown.gap, count: all.filled.length, go: () => carryOut(all) },
    });
  };
  // Of a copied range somebody has seen how long it is.
  if (isFill) range.change({ way: "fill", count, go: () => carryOut(planned) });
  else if (planned.year === null) settle("head");
  else {
    const asValue = plan({ yearIs: "value" }).filled.length;
    range.change({
      way: "head",
      count,
      go: () => settle("head"),
      all: { after: planned.year, count: asValue, go: () => settle("value") },
    });
  }
  return null;
}

/** Into words that nobody is writing yet: behind those that are there, as what is typed. */
function write(field: HTMLTextAreaElement, words: string) {
  if (field.readOnly) return;
  editAtEnd(field);
  field.setRangeText(words, field.value.length, field.value.length, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/** In place of the reason why there were none. */
const wordsAlone = ({ code, rules, entered, isHere }: PasteRow, words: string): PastePlan => ({
  way: "position",
  filled: [{ code, entered: withText(rules.type, entered, "text", words), isHere }],
  not: [],
  gap: null,
  year: null,
  passed: [],
});
