"use client";

import { useTranslations } from "next-intl";
import { useErrorText, useRefusedNow } from "@/components/entry/fields/cell-problems";
import { useEnteredText } from "@/components/entry/state/entered-text";
import { useEntry } from "@/components/entry/state/entry-session";
import type { LateRefusal } from "@/components/entry/state/late-refusals";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { sheetPath } from "@/lib/i18n/paths";

/** Which values aren't stored, why, and the way to the row of each. */
export function LateRefusalsList({ all, title }: { all: readonly LateRefusal[]; title: string }) {
  const t = useTranslations("entryForm.elsewhere");
  const errorText = useErrorText();
  const enteredText = useEnteredText({ isWhole: true });
  const nowOf = useRefusedNow();
  const { base, dimensions } = useEntry();
  return (
    <div className="msg msg-error elsewhere" role="status">
      <p className="h">{title}</p>
      <ul>
        {all.map(({ place: { indicator, cell }, state, problem }) => {
          const part = cell === totalCell ? "" : ` (${cellName(cell, dimensions, "")})`;
          // A refusal may be over by now; a faulty text and another's value are not.
          const now = state.phase.at === "refused" ? nowOf(problem, indicator).problem : problem;
          return (
            <li key={`${indicator} ${cell}`}>
              <a href={`${sheetPath(base, indicator.split(/[.-]/)[0] ?? "")}#${indicator}`}>{indicator}</a>
              {part}:{" "}
              <bdi>
                <b className="wrap-anywhere">{enteredText(state.typed)}</b>
              </bdi>
              . {now ? t("because", { problem: errorText(now) }) : t("storable")}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
