"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { editAtEnd } from "@/components/entry/fields/move-focus";
import type { SheetRange } from "@/components/entry/range/use-range";
import { withText } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { missingReasons } from "@/lib/domain/values/value";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { isProse, isRange, isShareText, pastedCells, pastedWords } from "./paste";
import { type PastePlan, type PasteRow, planPaste, reasonIn } from "./paste-plan";

/**
 * A range copied from a spreadsheet fills the rows from where the hand is, goal after goal, or the rows whose codes it
 * brings, or with one value all cells that are marked. All of it is one change.
 * @param rows those that are drawn, in their order
 * @param shown also those of goals that are folded away
 * @param whole all of the report
 */
export function usePasteRows(
  rows: readonly EntryIndicator[],
  shown: readonly EntryIndicator[],
  whole: readonly EntryIndicator[],
  range: SheetRange,
) {
  const t = useTranslations("entryForm.paste");
  const { store, changes, notPasted, say, period } = useEntry();
  const values = useTranslations("values");
  const words = {
    yes: values("text.yes"),
    no: values("text.no"),
    reasons: missingReasons.map((reason) => [reason, values("reason", { reason })] as const),
  };
  const drawn = new Set(rows.map(({ code }) => code));

  const rowOf = ({ code, goal, rules, steps, abilities }: EntryIndicator): PasteRow => ({
    code,
    rules,
    steps,
    words,
    entered: store.cellAt({ indicator: code, cell: totalCell }).typed,
    closed: abilities.enterValue ? null : "locked",
    isHere: drawn.has(code),
    foldedWith: !drawn.has(code) && shown.some((each) => each.code === code) ? goal : null,
  });

  const carryOut = ({ filled }: PastePlan, paste: number) =>
    changes.asOne(() => {
      for (const { code, entered } of filled) {
        const place = { indicator: code, cell: totalCell };
        store.dispatch(place, { type: "typed", entered });
        store.dispatch(place, { type: "left" });
      }
    }, paste);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    // A browser tells a paste over an answer or a list to the page, not to what has the focus.
    const target = event.target instanceof HTMLElement && event.target.dataset.row ? event.target : null;
    const field = target ?? (isTyping(event.target) ? null : document.activeElement);
    if (!(field instanceof HTMLElement)) return;
    const { row, column, cell } = field.dataset;
    const from = rows.findIndex(({ code }) => code === row);
    const text = event.clipboardData?.getData("text") ?? "";
    const lines = pastedCells(text);
    const isFill = range.isMany && !isRange(lines) && field.dataset.editing === undefined;
    // Both numbers of a share, in place of all that stands in the first of its fields.
    const isShare =
      rows[from]?.rules.type === "percentage" &&
      column === "0" &&
      isText(field) &&
      isAllGiven(field) &&
      isShareText(text);
    // One value goes into a field by itself, and so does all that is pasted into words that are being written.
    const isOwnAffair =
      field instanceof HTMLTextAreaElement
        ? field.dataset.editing !== undefined
        : isText(field) && !isRange(lines) && !reasonIn(text.trim(), words) && !isShare;
    if (event.defaultPrevented || from < 0 || (cell !== undefined && cell !== totalCell) || text === "") return;
    if (isOwnAffair && !isFill) return;
    event.preventDefault();
    const marked = isFill ? range.enterable().map(rowOf) : [];
    const goesTo = isFill ? marked : whole.slice(whole.findIndex(({ code }) => code === row)).map(rowOf);
    const what = isFill ? marked.map(() => lines[0]!) : lines;
    const isRatio = !isFill && rows[from]?.rules.type === "percentage" && isText(field);
    const planned = planPaste(what, goesTo, whole.map(rowOf), isRatio ? Number(column) : 0, period);
    const isByCode = planned.way === "code" && lines.some(({ length }) => length > 1);
    const isWords = !isFill && rows[from]?.rules.type === "narrative" && !isByCode && isProse(lines);
    if (isWords && field instanceof HTMLTextAreaElement) return write(field, pastedWords(text));
    const plan = isWords ? wordsAlone(goesTo[0]!, pastedWords(text)) : planned;
    const go = () => {
      const paste = Date.now();
      carryOut(plan, paste);
      const isRefused = (code: string) => store.cellAt({ indicator: code, cell: totalCell }).phase.at === "invalid";
      const refused = plan.filled.filter(({ code }) => isRefused(code)).length;
      const away = plan.filled.filter(({ isHere }) => !isHere).length;
      notPasted.add(plan.not, paste);
      say(t("said", { way: plan.way, filled: plan.filled.length - refused, refused, away, not: plan.not.length }));
    };
    // Of a copied range somebody has seen how long it is.
    if (isFill) range.change({ way: "fill", count: plan.filled.length, go });
    else go();
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, []);
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
});

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Nothing of what stands in it is to stay: nobody is within its text, or all of that is marked. */
const isAllGiven = ({ dataset, selectionStart, selectionEnd, value }: HTMLInputElement) =>
  dataset.editing === undefined || (selectionStart === 0 && selectionEnd === value.length);

const isText = (field: HTMLElement): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === "text";
