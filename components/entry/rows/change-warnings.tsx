"use client";

import { useTranslations } from "next-intl";
import { factsOf, useEntry, useIndicatorCells, useSheetAwake } from "@/components/entry/state/entry-session";
import { useWarningText } from "@/components/report/warning-text";
import { isAboutParts, needsComment } from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What is remarkable about a value, but for its parts, which speak under the row; and the way to say why. */
export function ChangeWarnings({
  indicator,
  className,
  onComment,
}: {
  indicator: EntryIndicator;
  className: string;
  onComment: () => void;
}) {
  const t = useTranslations("entryForm.panel");
  const { dimensions } = useEntry();
  const isAwake = useSheetAwake();
  const facts = factsOf(indicator, dimensions, useIndicatorCells(indicator.code));
  const textOf = useWarningText(dimensions);
  const about = facts.warnings.filter((warning) => needsComment(warning) && !isAboutParts(warning));
  if (about.length === 0) return null;
  return (
    <p className={className}>
      {about.map((warning) => textOf(warning, indicator).text).join(" ")}{" "}
      {!facts.explained.total && indicator.abilities.enterValue && (
        <>
          {t("commentAsked", { earlier: indicator.comments.length > 0 ? "yes" : "no" })}{" "}
          {indicator.abilities.addComment && (
            <button type="button" className="link" disabled={!isAwake} onClick={onComment}>
              {t("sayWhy")}
            </button>
          )}
        </>
      )}
    </p>
  );
}
