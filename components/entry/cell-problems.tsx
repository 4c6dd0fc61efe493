"use client";

import { useTranslations } from "next-intl";
import { errorId } from "@/components/ui/field";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/disaggregation";
import type { Message } from "@/lib/schemas/form-state";
import type { CellState } from "./cell-state";
import { useEntry } from "./entry-session";
import type { IndicatorCells, Place } from "./entry-store";
import { focusFieldOf } from "./move-focus";

/** Without a full stop at its end: some are several sentences, and all stand within one. */
export function useErrorText(): (message: Message) => string {
  const t = useTranslations("errors");
  return ({ key, args }) => t(key as Parameters<typeof t>[0], args).replace(/\.$/, "");
}

/** What is wrong with cells that weren't saved, each with its name unless it is the total's. */
export function CellProblems({ code, cells, of }: { code: string; cells: IndicatorCells; of: "total" | "parts" }) {
  const wrong = Object.entries(cells).filter(
    ([cell, { phase }]) => (cell === totalCell) === (of === "total") && ["invalid", "refused"].includes(phase.at),
  );
  return wrong.map(([cell, state]) => <CellProblem key={cell} place={{ indicator: code, cell }} state={state} />);
}

function CellProblem({ place, state: { phase } }: { place: Place; state: CellState }) {
  const t = useTranslations("room.problem");
  const textOf = useErrorText();
  const { store, dimensions, isAwake } = useEntry();
  const messages = phase.at === "invalid" ? phase.problems : phase.at === "refused" ? [phase.problem] : [];
  const settle = (type: "askedAgain" | "discarded") => {
    store.dispatch(place, { type });
    focusFieldOf(place);
  };
  const words = [...new Set(messages.map(textOf))].join(". ");
  return (
    <p className="under bad" id={errorId(`${place.indicator}|${place.cell}`)}>
      {place.cell === totalCell
        ? t("ofTotal", { problem: words })
        : t("ofPart", { part: cellName(place.cell, dimensions, ""), problem: words })}{" "}
      {phase.at === "refused" && (
        <>
          <button type="button" className="link" disabled={!isAwake} onClick={() => settle("askedAgain")}>
            {t("storeNow")}
          </button>{" "}
          <button type="button" className="link" disabled={!isAwake} onClick={() => settle("discarded")}>
            {t("discard")}
          </button>
        </>
      )}
    </p>
  );
}
