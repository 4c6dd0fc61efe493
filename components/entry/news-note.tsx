"use client";

import { useTranslations } from "next-intl";
import type { NewFigure } from "@/lib/schemas/entry-view";

/** So many codes are named; of the rest their number is told. */
const named = 3;

/** In the bar, where it moves nothing: what others changed while the window was out of view. */
export function NewsNote({ news }: { news: readonly NewFigure[] }) {
  const t = useTranslations("room.news");
  const codes = [...new Set(news.map(({ indicator }) => indicator))];
  const names = [...new Set(news.map(({ by }) => by))].join(", ");
  const by = news.every(({ isOwn }) => isOwn) ? "you" : names;
  return (
    <span role="status" className="note queued">
      {codes.length > 0 &&
        t("changed", { by, codes: codes.slice(0, named).join(", "), more: Math.max(0, codes.length - named) })}
    </span>
  );
}
