import { useTranslations } from "next-intl";
import { useState } from "react";
import { Table } from "@/components/ui/table";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { ImportCell } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** A list longer than this is opened by whoever wants to read it. */
const shortList = 20;

/** Blank cells that get a value, and those whose value a report's own file changes. */
export function ImportedCells({ imported, words }: { imported: readonly ImportCell[]; words: ImportWords }) {
  const t = useTranslations("import.preview");
  const isAwake = useIsAwake();
  const [isOpen, setOpen] = useState(imported.length <= shortList);
  if (imported.length === 0) return null;
  const isOverValues = imported.some(({ present }) => present !== undefined);
  return (
    <section className="block first" aria-labelledby="imported">
      <h3 id="imported">{t("importedTitle")}</h3>
      <details className="more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t("importedCount", { count: imported.length })}</summary>
        <Table
          caption={t("importedTitle")}
          head={
            <>
              <th scope="col">{t("indicator")}</th>
              <th scope="col">{t("cell")}</th>
              {isOverValues && (
                <th scope="col" className="n">
                  {t("present")}
                </th>
              )}
              <th scope="col" className="n">
                {t(isOverValues ? "newValue" : "value")}
              </th>
              <th scope="col" className={imported[0]?.places ? undefined : "n"}>
                {t(imported[0]?.places ? "place" : "line")}
              </th>
            </>
          }
        >
          {/* Ten thousand rows that nobody sees would keep the preview waiting. */}
          {(isOpen || !isAwake) &&
            imported.map(({ indicator, cell, present, ...imported }) => (
              <tr key={`${indicator} ${cell}`}>
                <th scope="row">{words.indicator(indicator)}</th>
                <td>{words.cell(cell)}</td>
                {isOverValues && (
                  <td className="n wrap-anywhere">{present ? words.value(present, indicator) : t("blank")}</td>
                )}
                <td className="n wrap-anywhere">{words.value(imported.value, indicator)}</td>
                <td className={imported.places ? undefined : "n"}>{words.lineNumbers(imported)}</td>
              </tr>
            ))}
        </Table>
      </details>
    </section>
  );
}
