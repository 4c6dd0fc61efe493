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
const isOtherText = (target: EventTarget | null) =>
  !isFieldOfSheet(target) &&
  (target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["radio", "checkbox", "file"].includes(target.type)));

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
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isOtherText(event.target)) return;
    const letter = shortcutLetter(event);
    if (letter !== "z" && letter !== "y") return;
    event.preventDefault();
    run(letter === "z" && !event.shiftKey ? "undo" : "redo", isFieldOfSheet(event.target) ? event.target : null);
  });
  /** From a menu, or by shaking a phone. */
  const onBrowserUndo = useEffectEvent((event: InputEvent) => {
    const { inputType, target } = event;
    if (!isFieldOfSheet(target) || (inputType !== "historyUndo" && inputType !== "historyRedo")) return;
    event.preventDefault();
    run(inputType === "historyUndo" ? "undo" : "redo", target);
  });
  useEffect(() => {
    const byKey = (event: KeyboardEvent) => onKey(event);
    const byBrowser = (event: InputEvent) => onBrowserUndo(event);
    window.addEventListener("keydown", byKey, true);
    window.addEventListener("beforeinput", byBrowser, true);
    return () => {
      window.removeEventListener("keydown", byKey, true);
      window.removeEventListener("beforeinput", byBrowser, true);
    };
  }, []);
  return (way: Undone["way"]) => run(way, null);
}
