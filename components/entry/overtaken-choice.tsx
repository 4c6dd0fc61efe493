"use client";

import { useLocale, useTranslations } from "next-intl";
import { useValueWording } from "@/components/report/use-value-wording";
import { Button } from "@/components/ui/button";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { momentsOf } from "@/lib/i18n/moments";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import type { CellState } from "./cell-state";
import { valueIn } from "./entered";
import { useEntry } from "./entry-session";

/** Two figures for one cell, and the question which one stays. Nothing is decided by itself. */
export function OvertakenChoice({
  indicator,
  cell,
  state,
}: {
  indicator: EntryIndicator;
  cell: string;
  state: CellState;
}) {
  const t = useTranslations("room.overtaken");
  const { store, dimensions, now } = useEntry();
  const { recent } = momentsOf(useLocale());
  const wording = useValueWording();
  if (state.phase.at !== "overtaken") return null;
  const { present, changed } = state.phase;
  const scale = { ...indicator.rules, steps: indicator.steps };
  const mine = valueText(valueIn(indicator.rules, state.typed) ?? null, scale, wording);
  const theirs = valueText(present?.value ?? null, scale, wording);
  const place = { indicator: indicator.code, cell };
  return (
    <div className="msg msg-error" role="alert">
      <p className="h">{t("title", { cell: cellName(cell, dimensions, t("total")), by: changed?.by ?? "none" })}</p>
      <dl className="two-figures">
        <dt>{t("mine")}</dt>
        <dd>{mine}</dd>
        <dt>{changed ? t("theirsBy", { by: changed.by, when: recent(changed.at, now) }) : t("theirs")}</dt>
        <dd>{theirs}</dd>
      </dl>
      <p className="choices-row">
        <Button onClick={() => store.dispatch(place, { type: "keptMine" })}>{t("keepMine")}</Button>
        <Button onClick={() => store.dispatch(place, { type: "tookTheirs" })}>{t("takeTheirs")}</Button>
      </p>
    </div>
  );
}
