"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { totalCell } from "@/lib/domain/disaggregation";
import { momentsOf } from "@/lib/i18n/moments";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import { useRowTexts } from "./use-row-texts";

/** What the secretariat asked about an indicator, the reply to it, and the two ways to settle it. */
export function QueryNote({
  indicator,
  isOpen,
  replyForm,
}: {
  indicator: EntryIndicator;
  isOpen: boolean;
  replyForm: ReactNode;
}) {
  const t = useTranslations("room.query");
  const { day } = momentsOf(useLocale());
  const { present } = useRowTexts(indicator, []);
  const [isReplying, setReplying] = useState(false);
  const { query, code, abilities } = indicator;
  if (!query) return null;
  const change = () => document.getElementById(code)?.querySelector<HTMLElement>("[data-row]")?.focus();
  return (
    <div className={`msg ${isOpen ? "msg-warning" : "msg-info"}`}>
      <p className="h">{t("title", { day: day(query.at) })}</p>
      <p className="wrap-anywhere">{query.query}</p>
      {query.reply !== "" && <p className="wrap-anywhere">{t("reply", { reply: query.reply })}</p>}
      {!isOpen && query.reply === "" && <p>{t("changed")}</p>}
      {abilities.replyToQuery && !isReplying && (
        <p className="choices-row">
          <button type="button" className="link" onClick={() => setReplying(true)}>
            {query.reply !== ""
              ? t("again")
              : indicator.cells[totalCell]
                ? t("keep", { figure: present })
                : t("keepNothing")}
          </button>
          <button type="button" className="link" onClick={change}>
            {t("change")}
          </button>
        </p>
      )}
      {isReplying && replyForm}
    </div>
  );
}
