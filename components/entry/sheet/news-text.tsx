"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AloudText } from "@/components/ui/aloud";
import type { NewValue } from "@/lib/views/entry-view";

/** So many codes are named; of the rest their number is told. */
const named = 3;

/** What others changed while the window was out of view; empty where nothing was. */
export function useNewsText(): (news: readonly NewValue[]) => string {
  const t = useTranslations("entryForm.news");
  return (news) => {
    const codes = [...new Set(news.map(({ indicator }) => indicator))];
    if (codes.length === 0) return "";
    const names = [...new Set(news.map(({ by }) => by))].join(", ");
    const by = news.every(({ isOwn }) => isOwn) ? "you" : names;
    return t("changed", { by, codes: codes.slice(0, named).join(", "), more: Math.max(0, codes.length - named) });
  };
}

/** How often there was news that weren't there before: what is left of some is none. */
export const nextNews = <News,>(
  { news: before, times }: { news: readonly News[]; times: number },
  news: readonly News[],
) => ({
  news,
  times: news.every((each) => before.includes(each)) ? times : times + 1,
});

/** Aloud, whether or not the bar has room to show it. */
export function NewsAloud({ news }: { news: readonly NewValue[] }) {
  const text = useNewsText()(news);
  const [heard, hear] = useState({ news, times: 0 });
  if (heard.news !== news) hear(nextNews(heard, news));
  return (
    <p className="vh" role="status">
      <AloudText aloud={{ text, times: heard.times }} />
    </p>
  );
}
