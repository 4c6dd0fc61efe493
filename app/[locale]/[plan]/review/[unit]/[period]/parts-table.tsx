"use client";

import { useTranslations } from "next-intl";

/** Name, figure, how the public would see it (empty: as it stands) and, for those that changed, the figure before. */
export type PartRow = [name: string, now: string, mark: string, before: string];

/** A report has hundreds of parts: as compact rows they weigh a fifth of what they weigh as elements. */
export function PartsTable({
  title,
  threshold,
  changed,
  rows,
}: {
  title: string;
  threshold: number;
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
        {rows.map(([name, now, mark, before], index) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {changed > 0 && <td className="n">{index < changed && <del>{before}</del>}</td>}
            <td className="n">
              {now}
              {mark !== "" && <span className="hint"> {t("hidden", { mark, threshold })}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
