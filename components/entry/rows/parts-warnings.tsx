"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import type { RowFacts } from "@/components/entry/state/row-facts";
import { useWarningText } from "@/components/report/warning-text";
import { isAboutParts, needsComment } from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";

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
