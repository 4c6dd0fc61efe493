"use client";

import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { useEntry } from "@/components/entry/state/entry-session";
import { ToldTo } from "@/components/report/indicator-remarks";
import { hasKeptWords, wordsPlace } from "@/components/report/kept/kept-words";
import { Notice } from "@/components/ui/notice";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator } from "@/lib/views/entry-view";

const code = lateCode(() => import("@/components/report/reply-form").then(({ ReplyForm }) => ReplyForm), true);

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
  const done = useTranslations("entry.done");
  const [replying, setReplying] = useState<boolean | "stored">(false);
  const isTurned = useRef(false);
  const { query, abilities } = indicator;
  const suffix = `-${indicator.code}`;
  // A reply that was begun before is gone on with.
  const begun = wordsPlace(userId, hidden, `reply ${indicator.code}`);
  const isReady = useMemoryReady();
  useEffect(() => {
    if (isReady && hasKeptWords(begun)) setReplying(true);
  }, [isReady, begun]);
  // The button gives way to the field or the field to the button, and the hand goes along before it can be put elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each turn
  useLayoutEffect(() => {
    if (isTurned.current && document.activeElement === document.body)
      document.getElementById(`reply${suffix}`)?.focus();
  }, [replying, suffix]);
  if (!query) return null;
  const turn = (to: typeof replying) => {
    isTurned.current = true;
    setReplying(to);
  };
  // Where the code doesn't come, the field's place says so.
  const reply = () =>
    code.ask().then(
      () => turn(true),
      () => turn(true),
    );
  const change = () => document.getElementById(indicator.code)?.querySelector<HTMLElement>("[data-row]")?.focus();
  return (
    <div className={`msg ${isOpen ? "msg-warning" : "msg-info"}`}>
      <p className="h">{t("title", { day: day(query.at) })}</p>
      <p className="wrap-anywhere whitespace-pre-line">{query.query}</p>
      <ToldTo told={query.told} />
      {query.reply !== "" && <p className="wrap-anywhere whitespace-pre-line">{t("reply", { reply: query.reply })}</p>}
      {!isOpen && query.reply === "" && <p>{t("changed")}</p>}
      {replying === "stored" && (
        <Notice tone="ok" live>
          <p>{done("replied")}</p>
        </Notice>
      )}
      {abilities.replyToQuery && replying !== true && (
        <p className="choices-row">
          <button type="button" className="link" id={`reply${suffix}`} onClick={reply}>
            {query.reply !== ""
              ? t("again")
              : isOpen && indicator.cells[totalCell]
                ? t("keep", { value: present() })
                : t("keepNothing")}
          </button>
          <button type="button" className="link" onClick={onChange ?? change}>
            {t("change")}
          </button>
        </p>
      )}
      {replying === true && (
        <Late
          code={code}
          of={{
            action: forms.reply,
            query,
            hidden: { ...hidden, indicator: indicator.code },
            userId,
            suffix,
            onDone: (isStored) => turn(isStored && "stored"),
          }}
        />
      )}
    </div>
  );
}
