"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { OvertakenChoice } from "@/components/entry/fields/overtaken-choice";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import type { RowFacts } from "@/components/entry/state/row-facts";
import { isAboutParts } from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { PartsSection } from "../parts/parts-section";
import { QueryNote } from "./query-note";

const warnings = lateCode(() => import("./parts-warnings").then(({ PartsWarnings }) => PartsWarnings), true);

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
        {isOpen && facts.warnings.some(isAboutParts) && <Late code={warnings} of={{ indicator, facts, onComment }} />}
        {indicator.query && <QueryNote indicator={indicator} isOpen={facts.queryOpen} />}
      </td>
    </tr>
  );
}

const code = lateCode(() => import("../parts/parts-section").then(({ PartsSection }) => PartsSection), true);

/**
 * The parts of a row that is open: most sheets are worked on with all of them shut, and theirs is code that waits. Once it came,
 * parts open with the key that asks for them, and the next key finds their fields.
 */
function PartsOnceOpen(props: ComponentProps<typeof PartsSection>) {
  return <Late code={code} of={props} />;
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
