"use client";

import { useTranslations } from "next-intl";
import type { CellState } from "@/components/entry/state/cell-state";
import { valueIn } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import { chooseValue } from "@/components/entry/undo/choose-value";
import { Button } from "@/components/ui/button";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { useMoments } from "@/lib/i18n/use-moments";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { EntryIndicator, NewsView } from "@/lib/views/entry-view";
import { changerOf } from "@/lib/views/report-view";
import { focusFieldOf } from "./move-focus";
import { takeStored } from "./take-stored";

/** Two values for one cell, and the question which one stays. Nothing is decided by itself. */
export function TwoValues({ indicator, cell, state }: { indicator: EntryIndicator; cell: string; state: CellState }) {
  const t = useTranslations("entryForm.overtaken");
  const { store, changes, say, dimensions, now, hidden, userId } = useEntry();
  const { recent } = useMoments();
  const wording = useValueWording();
  if (state.phase.at !== "overtaken") return null;
  const { present, changed } = state.phase;
  const scale = { ...indicator.rules, steps: indicator.steps };
  const mine = valueText(valueIn(indicator.rules, state.typed) ?? null, scale, wording);
  const theirs = valueText(present?.value ?? null, scale, wording);
  const place = { indicator: indicator.code, cell };
  const name = cellName(cell, dimensions, t("total"));
  const since = changed?.at ?? now;
  const news = async () => {
    const path = `/api/reports/${hidden.plan}/${hidden.unit}/${hidden.period}/values?since=${encodeURIComponent(since)}`;
    const response = await fetch(path, { headers: madeFor(userId) }).catch(() => null);
    return response?.ok ? ((await response.json()) as NewsView) : null;
  };
  const keep = () => {
    chooseValue({ store, changes }, place, "keptMine");
    focusFieldOf(place);
  };
  const take = async () => {
    const took = takeStored({ store, changes }, place, news);
    focusFieldOf(place);
    const newer = await took;
    if (newer)
      say(
        t("newer", {
          cell: name,
          by: changerOf(newer),
          value: valueText(newer.present?.value ?? null, scale, wording),
        }),
      );
  };
  return (
    <div className="msg msg-error" role="alert">
      <p className="h">
        {t("title", {
          cell: name,
          by: changerOf(changed),
          when: changed ? recent(changed.at, now) : "",
        })}
      </p>
      <dl className="two-values">
        <dt>{t("mine")}</dt>
        <dd>{mine}</dd>
        <dt>{changed ? t("theirsBy", { by: changerOf(changed), when: recent(changed.at, now) }) : t("theirs")}</dt>
        <dd>{theirs}</dd>
      </dl>
      <p className="choices-row">
        <Button onClick={keep}>{t("keepMine")}</Button>
        <Button onClick={take}>{t("takeTheirs")}</Button>
      </p>
    </div>
  );
}
