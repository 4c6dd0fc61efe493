"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { editAtEnd } from "@/components/entry/fields/move-focus";
import { isSameEntered, withText } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { isProse, isRange, pastedCells, pastedWords } from "./paste";
import { type PastePlan, type PasteRow, planPaste } from "./paste-plan";

/**
 * A range copied from a spreadsheet fills the rows from where the hand is, on into the next goal, or the rows whose codes
 * it brings. Each value is saved on its own; all of them are one change.
 */
export function usePasteRows(shown: readonly EntryIndicator[], whole: readonly EntryIndicator[]) {
  const t = useTranslations("entryForm.paste");
  const { store, changes, elsewhere, notPasted, say, period } = useEntry();

  const rowOf = ({ code, rules, steps, abilities }: EntryIndicator): PasteRow => ({
    code,
    rules,
    steps,
    entered: store.cellAt({ indicator: code, cell: totalCell }).typed,
    closed: abilities.enterValue ? null : "locked",
    isHere: true,
  });

  /** @returns the goals of the values that went to other goals' rows */
  const carryOut = ({ filled }: PastePlan, goalOf: ReadonlyMap<string, string>, paste: number): string[] => {
    const goals: string[] = [];
    changes.asOne(() => {
      for (const { code, entered, isHere } of filled) {
        const place = { indicator: code, cell: totalCell };
        if (isHere) {
          store.dispatch(place, { type: "typed", entered });
          store.dispatch(place, { type: "left" });
        } else {
          const before = elsewhere.save(code, entered);
          if (!isSameEntered(before, entered)) changes.note(place, before, entered);
          goals.push(goalOf.get(code) ?? "");
        }
      }
    }, paste);
    return goals;
  };

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    // A browser tells a paste over an answer or a list to the page, not to what has the focus.
    const target = event.target instanceof HTMLElement && event.target.dataset.row ? event.target : null;
    const field = target ?? (isTyping(event.target) ? null : document.activeElement);
    if (!(field instanceof HTMLElement)) return;
    const { row, column, cell } = field.dataset;
    const from = shown.findIndex(({ code }) => code === row);
    const text = event.clipboardData?.getData("text") ?? "";
    const lines = pastedCells(text);
    // One value goes into a field by itself, and so does all that is pasted into words that are being written.
    const isOwnAffair =
      field instanceof HTMLTextAreaElement ? field.dataset.editing !== undefined : isText(field) && !isRange(lines);
    if (event.defaultPrevented || from < 0 || (cell !== undefined && cell !== totalCell) || isOwnAffair || text === "")
      return;
    event.preventDefault();
    const others = elsewhere.rows();
    const below = [...shown.slice(from).map(rowOf), ...others.filter(({ isAfter }) => isAfter)];
    const isRatio = shown[from]?.rules.type === "percentage" && isText(field);
    const planned = planPaste(lines, below, [...whole.map(rowOf), ...others], isRatio ? Number(column) : 0, period);
    const isByCode = planned.way === "code" && lines.some(({ length }) => length > 1);
    const isWords = shown[from]?.rules.type === "narrative" && !isByCode && isProse(lines);
    if (isWords && field instanceof HTMLTextAreaElement) return write(field, pastedWords(text));
    const plan = isWords ? wordsAlone(below[0]!, pastedWords(text)) : planned;
    const paste = Date.now();
    const goals = carryOut(plan, new Map(others.map(({ code, goal }) => [code, goal])), paste);
    const isRefused = (code: string) => store.cellAt({ indicator: code, cell: totalCell }).phase.at === "invalid";
    const refused = plan.filled.filter(({ code, isHere }) => isHere && isRefused(code)).length;
    notPasted.add(plan.not, paste);
    say(
      t("said", {
        way: plan.way,
        filled: plan.filled.length - refused,
        refused,
        elsewhere: goals.length,
        isAll: String(goals.length === plan.filled.length - refused),
        goals: [...new Set(goals)].join(", "),
        not: plan.not.length,
      }),
    );
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

const isText = (field: HTMLElement) => field instanceof HTMLInputElement && field.type === "text";
