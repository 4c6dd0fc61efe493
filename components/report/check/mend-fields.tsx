"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { CarriedMark } from "@/components/entry/carried/carried-mark";
import { placeOfField } from "@/components/entry/fields/cell-fields";
import { CellProblems } from "@/components/entry/fields/cell-problems";
import { OvertakenChoice } from "@/components/entry/fields/overtaken-choice";
import { StateCell } from "@/components/entry/fields/state-cell";
import { ValueCell } from "@/components/entry/fields/value-cell";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { PartsSection } from "@/components/entry/parts/parts-section";
import { NotPastedNotice } from "@/components/entry/paste/not-pasted-notice";
import { isRange, pastedCells } from "@/components/entry/paste/paste";
import { ChangeWarnings } from "@/components/entry/rows/change-warnings";
import { PartsWarnings } from "@/components/entry/rows/parts-warnings";
import { QueryNote } from "@/components/entry/rows/query-note";
import { factsOf, useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import { rowState } from "@/components/entry/state/row-state";
import { CommentForm } from "@/components/report/remark-forms";
import { isAboutParts, needsComment } from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { ownPage } from "./own-page";

const opener = ":scope > .to-do-acts > [aria-expanded]";

/** Leads from the fields of an indicator to those of the next one, or of the one before; false where there is none. */
function goOn(from: HTMLElement, step: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-mending]")].filter((each) =>
    each.querySelector(opener),
  );
  const here = all.findIndex((each) => each.contains(from));
  const next = all[here + step];
  const button = next?.querySelector<HTMLElement>(opener);
  if (!next || !button || here < 0) return false;
  if (button.ariaExpanded === "true") (firstField(next) ?? button).focus();
  else {
    // Its fields take the hand from it once they are there.
    button.focus();
    button.click();
  }
  next.scrollIntoView({ block: "nearest" });
  return true;
}

/** Of two answers the given one. */
const firstField = (box: HTMLElement): HTMLElement | null =>
  box.querySelector<HTMLElement>("[data-row]:checked") ?? box.querySelector<HTMLElement>("[data-row], textarea");

/** The fields of one indicator, and whatever asks for attention: what a row of the sheet has, one under the other. */
export function MendFields({ indicator, isWanted }: { indicator: EntryIndicator; isWanted: () => boolean }) {
  const t = useTranslations("entry.check");
  const parts = useTranslations("entryForm.parts");
  const { store, say, base, dimensions, forms, hidden, userId } = useEntry();
  const { code, abilities, tables, query, comments } = indicator;
  const cells = useIndicatorCells(code);
  const facts = factsOf(indicator, dimensions, cells);
  const { names, count } = useRowTexts(indicator).dimensions();
  const [asksReason, setAsksReason] = useState(false);
  const warned = facts.warnings.filter(needsComment);
  const isInParts = warned.some(isAboutParts);
  const [isOpen, setOpen] = useState(isInParts);
  const box = useRef<HTMLDivElement>(null);
  // Whoever opened it goes on in it; whoever went elsewhere meanwhile stays there.
  const wanted = useRef(isWanted);
  useEffect(() => {
    if (box.current && wanted.current()) firstField(box.current)?.focus();
  }, []);
  const wasOpen = useRef(false);
  const onKeyDownCapture = ({ target }: KeyboardEvent) => {
    wasOpen.current = target instanceof HTMLElement && target.ariaExpanded === "true";
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key, shiftKey, nativeEvent } = event;
    if (!(target instanceof HTMLElement) || target.dataset.row === undefined || nativeEvent.isComposing) return;
    if (key === "Escape" && !event.defaultPrevented) {
      store.dispatch(placeOfField(target.id), { type: "escaped" });
      event.preventDefault();
    }
    // Of a list, Enter opens it first, and then takes what is chosen.
    const isTaken = event.defaultPrevented && !wasOpen.current;
    if (key !== "Enter" || isTaken || target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    store.dispatch(placeOfField(target.id), { type: "left" });
    const step = shiftKey ? -1 : 1;
    // Of parts the next one comes first.
    const fields = [...(target.closest("[data-fields]")?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const next = fields[fields.indexOf(target) + step];
    if (next) next.focus();
    else goOn(target, step);
  };
  const onPaste = (event: ClipboardEvent) => {
    const { target, clipboardData, defaultPrevented } = event;
    const isInto = target instanceof HTMLInputElement && target.dataset.row !== undefined;
    if (defaultPrevented || !isInto || !isRange(pastedCells(clipboardData.getData("text")))) return;
    // Of two cells in one field a browser makes one number.
    event.preventDefault();
    say(t("severalPasted"));
  };
  const comment = () => box.current?.querySelector<HTMLElement>(`[id="body-${code}"]`)?.focus();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of its fields
    <div ref={box} className="mend" onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown} onPaste={onPaste}>
      <div className="mend-cell">
        <ValueCell indicator={indicator} isAsked={asksReason} onAsk={setAsksReason}>
          <CellProblems indicator={indicator} cells={cells} of="total" />
        </ValueCell>
        <StateCell state={rowState(cells, facts, abilities.enterValue)} lock="" />
      </div>
      {Object.entries(cells).map(([cell, state]) => (
        <OvertakenChoice key={cell} indicator={indicator} cell={cell} state={state} />
      ))}
      <CellProblems indicator={indicator} cells={cells} of="parts" />
      <ChangeWarnings indicator={indicator} className="under att" onComment={comment} />
      {tables.length > 0 && (
        <p className="under">
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {parts("toggle", {
              state: isOpen ? "open" : "shut",
              dimensions: names,
              count,
            })}
          </button>
        </p>
      )}
      {isOpen && <PartsSection indicator={indicator} cells={cells} />}
      <NotPastedNotice />
      {(isOpen || isInParts) && <PartsWarnings indicator={indicator} facts={facts} onComment={comment} />}
      {query && (
        <QueryNote
          indicator={indicator}
          isOpen={facts.queryOpen}
          onChange={() => box.current && firstField(box.current)?.focus()}
        />
      )}
      {facts.carried > 0 && <CarriedMark code={code} title={indicator.title} />}
      {abilities.addComment && warned.length > 0 && (
        <CommentForm
          action={forms.comment}
          comments={comments}
          areShown={false}
          hidden={{ ...hidden, indicator: code }}
          userId={userId}
          suffix={`-${code}`}
        />
      )}
      <p className="under">
        <a href={ownPage(base, code)}>{t("ownPage")}</a>
      </p>
    </div>
  );
}
