"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { CellState } from "@/components/entry/state/cell-state";
import { useEnteredText } from "@/components/entry/state/entered-text";
import { useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import type { IndicatorCells, Place } from "@/components/entry/state/entry-store";
import { refusedNow } from "@/components/entry/state/standing";
import { errorId } from "@/components/ui/fields/field";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { inUnitsNamed } from "@/lib/i18n/unit-naming";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { focusFieldOf } from "./move-focus";

/** Without a full stop at its end: some are several sentences, and all stand within one. */
export function useErrorText(): (message: Message) => string {
  const t = useTranslations("errors");
  const unitName = useUnitNames();
  return ({ key, args }) => t(key as Parameters<typeof t>[0], inUnitsNamed(args, unitName)).replace(/\.$/, "");
}

/** How a refusal stands by now. */
export function useRefusedNow() {
  const { standing } = useEntry();
  const now = useSyncExternalStore(standing.subscribe, standing.now, standing.now);
  return (problem: Message, indicator: string) => refusedNow(problem, now, indicator);
}

/**
 * What is wrong with cells that weren't saved, each with its name unless it is the total's. Where there is no field, the
 * text itself as well, with all that only this browser has.
 */
export function CellProblems({
  indicator: { code, abilities },
  cells,
  of,
}: {
  indicator: Pick<EntryIndicator, "code" | "abilities">;
  cells: IndicatorCells;
  of: "total" | "parts";
}) {
  const hasField = abilities.enterValue;
  const isShown = ({ phase: { at } }: CellState) =>
    at === "invalid" || at === "refused" || (!hasField && at !== "rest" && at !== "overtaken");
  const wrong = Object.entries(cells).filter(
    ([cell, state]) => (cell === totalCell) === (of === "total") && isShown(state),
  );
  return wrong.map(([cell, state]) => (
    <CellProblem key={cell} place={{ indicator: code, cell }} state={state} hasField={hasField} />
  ));
}

function CellProblem({ place, state, hasField }: { place: Place; state: CellState; hasField: boolean }) {
  const t = useTranslations("entryForm.problem");
  const textOf = useErrorText();
  const enteredText = useEnteredText({ isWhole: true });
  const nowOf = useRefusedNow();
  const { store, dimensions } = useEntry();
  const isAwake = useSheetAwake();
  const { phase, typed } = state;
  const refused = phase.at === "refused" ? nowOf(phase.problem, place.indicator) : null;
  const messages = phase.at === "invalid" ? phase.problems : refused?.problem ? [refused.problem] : [];
  const settle = (type: "askedAgain" | "discarded") => {
    store.dispatch(place, { type });
    focusFieldOf(place);
  };
  const isMoving = phase.at !== "invalid" && phase.at !== "refused";
  const why = [...new Set(messages.map(textOf))].join(". ");
  const problem = isMoving ? t("waits") : refused?.problem === null ? t("storable") : why;
  const part = place.cell === totalCell ? "none" : cellName(place.cell, dimensions, "");
  return (
    <p className="under bad wrap-anywhere" id={errorId(`${place.indicator}|${place.cell}`)}>
      {!hasField && (
        <>
          {t.rich("value", {
            part,
            value: enteredText(typed),
            b: (chunks) => (
              <bdi>
                <b className="prose">{chunks}</b>
              </bdi>
            ),
          })}{" "}
        </>
      )}
      {hasField && part !== "none" ? t("ofPart", { part, problem }) : t("ofTotal", { problem })}{" "}
      {refused?.isStorable && (
        <>
          <button type="button" className="link" disabled={!isAwake} onClick={() => settle("askedAgain")}>
            {t("storeNow")}
          </button>{" "}
        </>
      )}
      {(refused || (phase.at === "invalid" && !hasField)) && (
        <button type="button" className="link" disabled={!isAwake} onClick={() => settle("discarded")}>
          {t("discard")}
        </button>
      )}
    </p>
  );
}
