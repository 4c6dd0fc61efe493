import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { LeftView } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** Rows that import nothing: those of this report with the reason of each, and how many are meant for others. */
export function LeftOut({ view, words }: { view: LeftView; words: ImportWords }) {
  const t = useTranslations("import.preview");
  const { unmatched, ignored, counts } = view;
  return (
    <>
      {unmatched.length > 0 && (
        <section className="block first" aria-labelledby="unmatched">
          <h3 id="unmatched">{t("unmatchedTitle")}</h3>
          <details className="more">
            <summary>{t("unmatchedCount", { count: counts.unmatched })}</summary>
            {unmatched.length < counts.unmatched && (
              <p className="note">{t("unmatchedFirst", { shown: unmatched.length })}</p>
            )}
            <Table
              caption={t("unmatchedTitle")}
              head={(["line", "row", "value", "reason"] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            >
              {unmatched.map(({ line, series, categories, value, reason, problem }) => (
                <tr key={line}>
                  <th scope="row">{line}</th>
                  <td className="wrap-anywhere">{[series, ...categories].filter(Boolean).join(", ")}</td>
                  <td className="wrap-anywhere">{value}</td>
                  <td className="wrap-anywhere">
                    {[words.reason(reason), problem && words.problem(problem)].filter(Boolean).join(". ")}
                  </td>
                </tr>
              ))}
            </Table>
          </details>
        </section>
      )}
      {ignored.length > 0 && (
        <section className="block first" aria-labelledby="ignored">
          <h3 id="ignored">{t("ignoredTitle")}</h3>
          <details className="more">
            <summary>{t("ignoredCount", { count: counts.ignored })}</summary>
            <ul className="note pl-5">
              {ignored.map(({ reason, rows }) => (
                <li key={JSON.stringify(reason)}>{t("ignoredRows", { reason: words.reason(reason), rows })}</li>
              ))}
            </ul>
          </details>
        </section>
      )}
    </>
  );
}
