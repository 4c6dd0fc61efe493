"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useCarrying } from "@/components/entry/carried/use-carrying";
import { placeOfField } from "@/components/entry/fields/cell-fields";
import { shortcutLetter } from "@/components/entry/fields/grid-press";
import { excerptsOf } from "@/components/entry/panel/excerpts-of";
import type { CellEvent } from "@/components/entry/state/cell-state";
import { useEnteredText, usePlaceName } from "@/components/entry/state/entered-text";
import { useEntry } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import type { UnsentCell } from "@/components/entry/state/unsent-cells";
import type { Undone } from "./change-log";
import type { Change } from "./change-stack";
import { fewCodes } from "./few-codes";
import { UnansweredUndos } from "./unanswered-undos";

const keyOf = ({ indicator, cell }: Place) => `${indicator} ${cell}`;

const isFieldOfSheet = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.dataset.row !== undefined;

/** A field outside of the sheet, such as a comment, whose letters the browser undoes. */
const isOtherText = (target: EventTarget | null): target is HTMLTextAreaElement | HTMLInputElement =>
  !isFieldOfSheet(target) &&
  (target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["radio", "checkbox", "file"].includes(target.type)));

/** What the keys ask for; null for others. */
function wayOf(event: KeyboardEvent): Undone["way"] | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const letter = shortcutLetter(event);
  if (letter === "z") return event.shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}

/**
 * Undo and redo of the report, by their keys anywhere on the page, and for buttons. In a field that is being typed in it
 * takes back what was typed; else the last change, wherever it was. The browser's own undo never gets to a cell: it
 * knows letters of fields, not values.
 */
export function useUndo() {
  const t = useTranslations("entryForm.undo");
  const { changes, store, saver, notPasted, say, unsay } = useEntry();
  const { carry } = useCarrying();
  const unanswered = useRef(new UnansweredUndos());
  /** Something is being carried over again: until that is answered nobody knows what comes next. */
  const isCarrying = useRef(false);
  /** A choice that the bar asks for, and the cells that it is about. */
  const asked = useRef<{ text: string; of: Set<string> } | null>(null);
  const textOf = useEnteredText({ isWhole: true });
  const nameOf = usePlaceName();

  const apart = ({ from, to }: Undone["cells"][number]) => {
    const [before, after] = excerptsOf(textOf(from), textOf(to));
    return { from: before, to: after };
  };
  const codesOf = (cells: Undone["cells"]) => [...new Set(cells.map(({ place }) => place.indicator))];
  const wordsFor = ({ way, cells, kept }: Undone, is: "done" | "doing"): string => {
    const [only] = cells;
    const done =
      cells.length === 1 && only
        ? t(is, { way, name: nameOf(only.place), ...apart(only) })
        : cells.length > 1 && t(`${is}Many`, { way, count: cells.length, ...fewCodes(codesOf(cells)) });
    const stays = kept.map(({ place, because }) => t("kept", { name: nameOf(place), because }));
    return [...(done ? [done] : []), ...stays].join(" ");
  };
  const tell = (undone: Undone) => {
    const text = wordsFor(undone, "done");
    const of = undone.kept.flatMap(({ place, because }) => (because === "overtaken" ? [keyOf(place)] : []));
    // Another value went over it meanwhile: there is nothing to tell.
    if (text === "") return;
    asked.current = of.length > 0 ? { text, of: new Set(of) } : null;
    say(text);
  };

  const carryAgain = async (undone: Change) => {
    const cells = undone.map(({ before: from, after: to, ...place }) => ({ place, from, to }));
    isCarrying.current = true;
    say(wordsFor({ way: "redo", cells, kept: [] }, "doing"), false);
    await carry(codesOf(cells), undone).finally(() => {
      isCarrying.current = false;
    });
  };
  const run = (way: Undone["way"], field: HTMLElement | null) => {
    if (isCarrying.current) return;
    const carried = way === "redo" ? changes.nextCarried() : null;
    if (carried) return void carryAgain(carried);
    const isTyping = way === "undo" && field?.dataset.editing !== undefined;
    const taken = isTyping ? changes.takeBack(placeOfField(field.id)) : null;
    const undone = taken ?? (way === "undo" ? changes.undo() : changes.redo());
    if (field instanceof HTMLInputElement && field.type === "text") {
      delete field.dataset.editing;
      requestAnimationFrame(() => document.activeElement === field && field.select());
    }
    if (!undone) return say(t("nothing", { way }));
    if (undone.paste !== undefined) notPasted.replayed(way, undone.paste);
    // What is taken back before it was left never was on its way.
    const toldNow = taken ?? unanswered.current.begin(undone, isOnItsWay);
    if (toldNow) tell(toldNow);
    else say(wordsFor(undone, "doing"), false);
  };
  const isOnItsWay = (place: Place) =>
    !store.knows(place.indicator) || ["waiting", "sending", "queued"].includes(store.cellAt(place).phase.at);
  const onAnswer = useEffectEvent((unsent: UnsentCell, event: CellEvent) => {
    const isAtRest = !store.knows(unsent.indicator) || store.cellAt(unsent).phase.at === "rest";
    for (const undone of unanswered.current.answer(unsent, event, isAtRest)) tell(undone);
  });
  useEffect(() => saver.onAnswer((unsent, event) => onAnswer(unsent, event)), [saver]);
  const onChosen = useEffectEvent((place: Place) => {
    if (!asked.current?.of.delete(keyOf(place)) || asked.current.of.size > 0) return;
    unsay(asked.current.text);
    asked.current = null;
  });
  useEffect(
    () =>
      store.watch((place, _, { event }) => {
        if (event.type === "keptMine" || event.type === "tookTheirs") onChosen(place);
      }),
    [store],
  );

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const way = wayOf(event);
    if (way === null || isOtherText(event.target)) return;
    event.preventDefault();
    // Nothing changes behind a dialog.
    if (!document.querySelector(":modal")) run(way, isFieldOfSheet(event.target) ? event.target : null);
  });
  /** From a menu, or by shaking a phone. */
  const onBrowserUndo = useEffectEvent((event: InputEvent) => {
    const { inputType, target } = event;
    if (!isFieldOfSheet(target) || (inputType !== "historyUndo" && inputType !== "historyRedo")) return;
    event.preventDefault();
    run(inputType === "historyUndo" ? "undo" : "redo", target);
  });
  useEffect(() => {
    /** What stood in a comment or the like when it was given the focus. */
    let before: { field: EventTarget | null; text: string } | null = null;
    const byFocus = ({ target }: FocusEvent) => {
      before = isOtherText(target) ? { field: target, text: target.value } : null;
    };
    const byKey = (event: KeyboardEvent) => {
      const { target } = event;
      // With the letters of this visit used up, the browser would go on to letters of a cell. Redo can't: it makes again
      // what the browser undid, and that never was a cell's.
      const isUsedUp = before?.field === target && isOtherText(target) && before.text === target.value;
      if (isUsedUp && wayOf(event) === "undo") event.preventDefault();
      onKey(event);
    };
    const byBrowser = (event: InputEvent) => onBrowserUndo(event);
    window.addEventListener("keydown", byKey, true);
    window.addEventListener("focusin", byFocus, true);
    window.addEventListener("beforeinput", byBrowser, true);
    return () => {
      window.removeEventListener("keydown", byKey, true);
      window.removeEventListener("focusin", byFocus, true);
      window.removeEventListener("beforeinput", byBrowser, true);
    };
  }, []);
  return (way: Undone["way"]) => run(way, null);
}
