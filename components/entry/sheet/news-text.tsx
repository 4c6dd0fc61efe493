"use client";

import { useTranslations } from "next-intl";
import { fewCodes } from "@/components/entry/undo/few-codes";
import type { NewValue } from "@/lib/views/entry-view";

/** What others changed while the window was out of view; empty where nothing was. */
export function useNewsText(): (news: readonly NewValue[]) => string {
  const t = useTranslations("entryForm.news");
  return (news) => {
    const codes = [...new Set(news.map(({ indicator }) => indicator))];
    if (codes.length === 0) return "";
    const names = [...new Set(news.map(({ by }) => by))].join(", ");
    const by = news.every(({ isOwn }) => isOwn) ? "you" : names;
    return t("changed", { by, ...fewCodes(codes) });
  };
}

/**
 * Aloud, whether or not the bar has room to show it. Each piece of news is another node: in the same words as the last one it
 * would be no change to a screen reader, which would stay silent.
 */
export function NewsAloud({ news }: { news: readonly NewValue[] }) {
  const text = useNewsText()(news);
  return (
    <p className="vh" role="status">
      <span key={news.at(-1)?.at}>{text}</span>
    </p>
  );
}
