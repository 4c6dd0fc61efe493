"use client";

import { useTranslations } from "next-intl";
import { type KeptProps, type KeptText, useKeptParts } from "./kept-of-report";
import { LateNotice } from "./late-notice";
import type { RemarkKind } from "./stored-remarks";

/** The forms that the page has no field for now; null: those of the narrative. */
type Without = { indicator: string; forms: readonly RemarkKind[] } | null;

const isWithout = (text: KeptText, without: Without): boolean =>
  text.form === "narrative"
    ? without === null
    : without !== null && text.indicator === without.indicator && without.forms.includes(text.form);

/**
 * Words that were being written when their form went: the report was submitted, its period was closed. They stand in
 * their form again once it is back.
 */
export function LateWords({ without, ...props }: KeptProps & { without: Without }) {
  const t = useTranslations("entry.kept");
  const { texts, anyPart: look } = useKeptParts(props);
  const late = texts.filter((text) => text.words !== "" && isWithout(text, without));
  return (
    <LateNotice owner={props.owner} texts={late} id="kept" onDiscard={look}>
      {t("late", { count: late.length })}
    </LateNotice>
  );
}
