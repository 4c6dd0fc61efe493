"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useCallback } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { Textarea } from "@/components/ui/fields/textarea";
import type { QueryView } from "@/lib/views/report-view";
import { type Guards, type KeptWords, keepWords } from "./kept/kept-words";
import { isStoredRemark } from "./kept/stored-remarks";
import { RemarkForm } from "./remark-form";
import { type Sent, wordsOf } from "./remark-forms";

/** A reply that is put back rests on the one that was seen with it. */
const replyGuards: Guards = (field) => (field === "reply" ? ["seen"] : []);

/**
 * @param suffix of the field's id, where several queries stand on a page
 * @param fold as the form has it
 * @param onDone called once it is stored, or given up in favour of the one that is stored: without it the page is read anew
 */
export function ReplyForm({
  query,
  suffix = "",
  fold,
  onDone,
  ...sent
}: Sent & { query: QueryView; suffix?: string; fold?: string | null; onDone?: (isStored: boolean) => void }) {
  const t = useTranslations("entry.query");
  const isStored = useCallback((words: KeptWords) => isStoredRemark("reply", words, query), [query]);
  const words = wordsOf(sent, "reply");
  const giveUp = (event: MouseEvent) => {
    const memory = browserMemory();
    if (memory) keepWords(memory, words, {});
    if (!onDone) return;
    event.preventDefault();
    onDone(false);
  };
  return (
    <RemarkForm
      {...sent}
      suffix={suffix}
      words={words}
      guards={replyGuards}
      isStored={isStored}
      submit={t("send")}
      fold={fold}
      onDone={() => onDone?.(true)}
      beside={(refusal) =>
        (refusal?.code === "repliedMeanwhile" || query.reply !== "") && (
          // Without the fragment, so that the browser asks for the page anew.
          <a href="?" onClick={giveUp}>
            {t("keepStored")}
          </a>
        )
      }
    >
      {({ typed, errorOf, refusal }) => (
        <>
          {/* Whoever was told of another one replaces it by storing theirs once more. */}
          <input
            type="hidden"
            name="seen"
            value={(refusal && "at" in refusal.args ? refusal.args.at : "") || typed("seen", query.repliedAt ?? "none")}
            data-seen={typed("seen") || undefined}
          />
          <Textarea
            id={`reply${suffix}`}
            name="reply"
            rows={3}
            label={t("reply")}
            error={errorOf("reply")}
            defaultValue={typed("reply", query.reply)}
            data-stored={refusal ? query.reply : undefined}
          />
        </>
      )}
    </RemarkForm>
  );
}
