"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import type { Undone } from "./change-log";
import { useEnteredText, usePlaceName } from "./entered-text";
import { useEntry } from "./entry-session";
import { shortcutLetter } from "./grid-press";
import { placeOfField } from "./number-input";

const isFieldOfSheet = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.dataset.row !== undefined;

/** A field outside of the sheet, such as a comment, whose letters the browser undoes. */
const isOtherText = (target: EventTarget | null): boolean =>
  !isFieldOfSheet(target) &&
  (target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["radio", "checkbox", "file"].includes(target.type)));

const isUndoKey = (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && !event.altKey && ["z", "y"].includes(shortcutLetter(event));

/**
 * Undo and redo of the report, by their keys anywhere on the page, and for buttons. In a field that is being typed in it
 * takes back what was typed; else the last change, wherever it was. The browser's own undo never gets to a cell: it
 * knows letters of fields, not values.
 */
export function useUndo() {
  const t = useTranslations("room.undo");
  const { changes, say } = useEntry();
  const textOf = useEnteredText();
  const nameOf = usePlaceName();

  const wordsFor = ({ way, cells, kept }: Undone): string => {
    const [only] = cells;
    const names = [...new Set(cells.map(({ place }) => place.indicator))].join(", ");
    const done =
      cells.length === 1 && only
        ? t("done", { way, name: nameOf(only.place), from: textOf(only.from), to: textOf(only.to) })
        : cells.length > 1 && t("doneMany", { way, count: cells.length, names });
    const stays = kept.map(({ place, because }) => t("kept", { name: nameOf(place), because }));
    return [...(done ? [done] : []), ...stays].join(" ");
  };

  const run = (way: Undone["way"], field: HTMLElement | null) => {
    const isTyping = way === "undo" && field?.dataset.editing !== undefined;
    const taken = isTyping ? changes.takeBack(placeOfField(field.id)) : null;
    const done = taken ?? (way === "undo" ? changes.undo() : changes.redo());
    if (field instanceof HTMLInputElement && field.type === "text") {
      delete field.dataset.editing;
      requestAnimationFrame(() => document.activeElement === field && field.select());
    }
    say(done ? wordsFor(done) : t("nothing", { way }));
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isUndoKey(event) || isOtherText(event.target)) return;
    event.preventDefault();
    run(
      shortcutLetter(event) === "z" && !event.shiftKey ? "undo" : "redo",
      isFieldOfSheet(event.target) ? event.target : null,
    );
  });
  /** From a menu, or by shaking a phone. */
  const onBrowserUndo = useEffectEvent((event: InputEvent) => {
    const { inputType, target } = event;
    if (!isFieldOfSheet(target) || (inputType !== "historyUndo" && inputType !== "historyRedo")) return;
    event.preventDefault();
    run(inputType === "historyUndo" ? "undo" : "redo", target);
  });
  useEffect(() => {
    /** A comment or the like in which the browser is undoing just now. */
    let other: HTMLElement | null = null;
    const byKey = (event: KeyboardEvent) => {
      other = isUndoKey(event) && isOtherText(event.target) ? (event.target as HTMLElement) : null;
      onKey(event);
    };
    // With its own letters used up the browser goes on to a cell, and takes the focus there: back to the comment.
    const stay = (event: FocusEvent) => {
      if (other && isFieldOfSheet(event.target)) other.focus();
    };
    const letGo = () => {
      other = null;
    };
    const byBrowser = (event: InputEvent) => onBrowserUndo(event);
    window.addEventListener("keydown", byKey, true);
    window.addEventListener("keyup", letGo, true);
    window.addEventListener("pointerdown", letGo, true);
    window.addEventListener("focusin", stay, true);
    window.addEventListener("beforeinput", byBrowser, true);
    return () => {
      window.removeEventListener("keydown", byKey, true);
      window.removeEventListener("keyup", letGo, true);
      window.removeEventListener("pointerdown", letGo, true);
      window.removeEventListener("focusin", stay, true);
      window.removeEventListener("beforeinput", byBrowser, true);
    };
  }, []);
  return (way: Undone["way"]) => run(way, null);
}
