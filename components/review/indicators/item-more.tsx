"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { PartRow, ReviewMore } from "@/lib/schemas/reports/review-more";
import type { ItemRow } from "./item-row";
import { type ListPlace, moreHref, openedHref } from "./list-place";
import { OpenLater } from "./open-later";

/** The parts of a total, exact; those that changed come first and with what they were. */
function PartsTable({
  title,
  changed,
  rows,
}: {
  title: string;
  /** How many of the rows, the first ones, were changed. */
  changed: number;
  rows: readonly PartRow[];
}) {
  const t = useTranslations("review.parts");
  return (
    <table className="data parts">
      <caption className="vh">{t("of", { title })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("part")}</th>
          {changed > 0 && (
            <th scope="col" className="n">
              {t("before")}
            </th>
          )}
          <th scope="col" className="n">
            {t("now")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, now, seen, before], index) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {changed > 0 && <td className="n">{index < changed && <del>{before}</del>}</td>}
            <td className="n">
              {now}
              {seen !== "" && <span className="hint"> {seen}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
