"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";
import type { ItemRow } from "./item-row";
import { type ListPlace, moreHref, openedHref } from "./list-place";
import { OpenLater } from "./open-later";
import { PartsTable } from "./parts-table";

/** What of an indicator is one click away. The browser asks for it when it is opened first. */
export function ItemMore({ row, place }: { row: ItemRow; place: ListPlace }) {
  const t = useTranslations("review.more");
  const partsText = useTranslations("review.parts");
  const historyText = useTranslations("review.history");
  const { code, title, parts, changed = 0, entries, open } = row;
  const [read, setRead] = useState<Partial<ReviewMore>>({});
  // What stood open from the start comes anew with the page, once it is worked out what an approval would change.
  const more = { ...read, ...open };
  const [phase, setPhase] = useState<"closed" | "asking" | "failed">("closed");
  const isAsked = useRef(false);
  const ask = async () => {
    if (isAsked.current) return;
    isAsked.current = true;
    setPhase("asking");
    const answer = await readMore(place, code);
    if (answer) setRead(answer);
    else setPhase("failed");
    isAsked.current = answer !== null;
  };
  const until = phase !== "closed" && (
    <p role="status">
      {phase === "asking"
        ? t("asking")
        : t.rich("failed", { a: (words) => <a href={openedHref(place.filter, code)}>{words}</a> })}
    </p>
  );
  return (
    <>
      {parts !== undefined && (
        <OpenLater
          summary={partsText("summary", { parts, changed })}
          isOpen={open?.parts !== undefined}
          onOpen={() => more.parts || ask()}
        >
          {more.parts ? <PartsTable title={title} changed={changed} rows={more.parts} /> : until}
        </OpenLater>
      )}
      {entries > 0 && (
        <OpenLater
          summary={historyText("summary", { count: entries, parts: parts ?? 0 })}
          isOpen={open?.history !== undefined}
          onOpen={() => more.history || ask()}
        >
          {more.history ? (
            <ol className="history">
              {more.history.map(([value, when]) => (
                <li key={`${value} ${when}`}>
                  <b>{value}</b> <span className="note">{when}</span>
                </li>
              ))}
            </ol>
          ) : (
            until
          )}
        </OpenLater>
      )}
    </>
  );
}

/** Null where no answer came, or none for this person. */
async function readMore(place: ListPlace, code: string): Promise<ReviewMore | null> {
  try {
    const response = await fetch(moreHref(place, code), { headers: madeFor(place.userId) });
    return response.ok ? ((await response.json()) as ReviewMore) : null;
  } catch {
    return null;
  }
}
