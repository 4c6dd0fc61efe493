"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { useEntry } from "@/components/entry/state/entry-session";
import { useMemoryReady } from "@/components/entry/state/use-memory-ready";
import { ToldTo } from "@/components/report/indicator-remarks";
import { hasKeptWords, wordsPlace } from "@/components/report/kept/kept-words";
import { ReplyForm } from "@/components/report/remark-forms";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What the secretariat asked about an indicator, the reply to it, and the two ways to settle it. */
export function QueryNote({
  indicator,
  isOpen,
  onChange,
}: {
  indicator: EntryIndicator;
  isOpen: boolean;
  /** Leads to its field, elsewhere than in a row of the sheet. */
  onChange?: () => void;
}) {
  const t = useTranslations("entryForm.query");
  const { day } = useMoments();
  const { present } = useRowTexts(indicator);
  const { forms, hidden, userId } = useEntry();
  const [isReplying, setReplying] = useState(false);
  const { query, code, abilities } = indicator;
  // A reply that was begun before is gone on with.
  const begun = wordsPlace(userId, hidden, `reply ${code}`);
  const isReady = useMemoryReady();
  useEffect(() => {
    if (isReady && hasKeptWords(begun)) setReplying(true);
  }, [isReady, begun]);
  if (!query) return null;
  const suffix = `-${code}`;
  const reply = () => {
    setReplying(true);
    // The button gives way to the field, and the hand goes along.
    requestAnimationFrame(() => document.getElementById(`reply${suffix}`)?.focus());
  };
  const change = () => document.getElementById(code)?.querySelector<HTMLElement>("[data-row]")?.focus();
  return (
    <div className={`msg ${isOpen ? "msg-warning" : "msg-info"}`}>
      <p className="h">{t("title", { day: day(query.at) })}</p>
      <p className="wrap-anywhere whitespace-pre-line">{query.query}</p>
      <ToldTo told={query.told} />
      {query.reply !== "" && <p className="wrap-anywhere whitespace-pre-line">{t("reply", { reply: query.reply })}</p>}
      {!isOpen && query.reply === "" && <p>{t("changed")}</p>}
      {abilities.replyToQuery && !isReplying && (
        <p className="choices-row">
          <button type="button" className="link" onClick={reply}>
            {query.reply !== ""
              ? t("again")
              : indicator.cells[totalCell]
                ? t("keep", { value: present })
                : t("keepNothing")}
          </button>
          <button type="button" className="link" onClick={onChange ?? change}>
            {t("change")}
          </button>
        </p>
      )}
      {isReplying && (
        <ReplyForm
          action={forms.reply}
          query={query}
          hidden={{ ...hidden, indicator: code }}
          userId={userId}
          suffix={suffix}
        />
      )}
    </div>
  );
}
