"use client";

import { useTranslations } from "next-intl";
import { useErrorText, useRefusedNow } from "@/components/entry/fields/cell-problems";
import type { Elsewhere } from "@/components/entry/state/cell-saver";
import { useEnteredText } from "@/components/entry/state/entered-text";
import { useEntry } from "@/components/entry/state/entry-session";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { Message } from "@/lib/schemas/forms/form-state";

/** Each of them with why it wasn't stored, and the way to let it go. */
export function ElsewhereList({ stuck, title }: { stuck: readonly Elsewhere[]; title: string }) {
  const t = useTranslations("entryForm.elsewhere");
  const errorText = useErrorText();
  const enteredText = useEnteredText({ isWhole: true });
  const nowOf = useRefusedNow();
  /** A refusal that is over is none any more. */
  const because = (problem: Message, indicator: string) => {
    const now = nowOf(problem, indicator).problem;
    return now ? t("because", { problem: errorText(now) }) : t("storable");
  };
  const { saver, dimensions } = useEntry();
  return (
    <div className="msg msg-error elsewhere" data-goes-on="button">
      <p className="h">{title}</p>
      <ul>
        {stuck.map(({ unsent, problem }) => {
          const part = unsent.cell === totalCell ? "" : cellName(unsent.cell, dimensions, "");
          return (
            <li key={`${unsent.indicator} ${unsent.cell}`}>
              {unsent.indicator}
              {part && ` (${part})`}:{" "}
              <bdi>
                <b className="wrap-anywhere">{enteredText(unsent.entered)}</b>
              </bdi>
              . {problem && because(problem, unsent.indicator)}{" "}
              <button type="button" className="link" onClick={() => saver.discardElsewhere(unsent)}>
                {t("discard")}
                <span className="vh"> {unsent.indicator}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
