"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { OvertakenChoice } from "@/components/entry/fields/overtaken-choice";
import { PartsOnceOpen } from "@/components/entry/parts/parts-once-open";
import { useEntry } from "@/components/entry/state/entry-session";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import type { RowFacts } from "@/components/entry/state/row-facts";
import { useWarningText } from "@/components/report/warning-text";
import { isAboutParts, needsComment } from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { QueryNote } from "./query-note";

/** Under a row: values to choose between, its parts with what is wrong with them, the secretariat's query. */
export function RowNotes({
  indicator,
  cells,
  facts,
  isOpen,
  isNear,
  onComment,
  onFocus,
  columns,
  className,
}: {
  indicator: EntryIndicator;
  cells: IndicatorCells;
  facts: RowFacts;
  isOpen: boolean;
  /** Near what is seen: else its parts keep their place and nothing more. */
  isNear: boolean;
  onComment: () => void;
  onFocus: () => void;
  columns: number;
  className: string;
}) {
  return (
    <tr className={className} onFocus={onFocus}>
      <td colSpan={columns}>
        {Object.entries(cells).map(([cell, state]) => (
          <OvertakenChoice key={cell} indicator={indicator} cell={cell} state={state} />
        ))}
        {isOpen && <Parts indicator={indicator} cells={cells} isNear={isNear} />}
        {isOpen && <PartsWarnings indicator={indicator} facts={facts} onComment={onComment} />}
        {indicator.query && <QueryNote indicator={indicator} isOpen={facts.queryOpen} />}
      </td>
    </tr>
  );
}

/** Away from what is seen they are a blank of their height. */
function Parts({ isNear, ...props }: { indicator: EntryIndicator; cells: IndicatorCells; isNear: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (isNear) height.current = box.current?.offsetHeight;
  });
  return isNear ? (
    <div ref={box}>
      <PartsOnceOpen {...props} />
    </div>
  ) : (
    <div style={{ height: height.current }} />
  );
}

/** What is remarkable about its parts, and the way to say why. */
export function PartsWarnings({
  indicator,
  facts,
  onComment,
}: {
  indicator: EntryIndicator;
  facts: RowFacts;
  onComment: () => void;
}) {
  const t = useTranslations("entryForm.parts");
  const { dimensions } = useEntry();
  const textOf = useWarningText(dimensions);
  return facts.warnings.filter(isAboutParts).map((warning) => {
    const { title, text } = textOf(warning, indicator);
    const asks = needsComment(warning);
    // A note is no fault: the rest may still come.
    if (!asks)
      return (
        <p key={text} className="note parts-note">
          {text}
        </p>
      );
    return (
      <div key={text} className="msg msg-warning">
        <p className="h">{title}</p>
        <p>{text}</p>
        {indicator.abilities.addComment && (
          <p>
            {facts.explained.values ? t("explained") : t("correctOr")}{" "}
            {!facts.explained.values && (
              <button type="button" className="link" onClick={onComment}>
                {t("sayWhy")}
              </button>
            )}
          </p>
        )}
      </div>
    );
  });
}
