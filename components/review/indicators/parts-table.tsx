import { useTranslations } from "next-intl";
import type { PartRow } from "@/lib/schemas/reports/review-more";

/** The parts of a total, exact; those that changed come first and with what they were. */
export function PartsTable({
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
