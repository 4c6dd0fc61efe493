import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { ImportCell } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** A list longer than this is opened by whoever wants to read it. */
const shortList = 20;

/** Blank cells that get a value. */
export function ImportedCells({ imported, words }: { imported: readonly ImportCell[]; words: ImportWords }) {
  const t = useTranslations("import.preview");
  if (imported.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="imported">
      <h3 id="imported">{t("importedTitle")}</h3>
      <details className="more" open={imported.length <= shortList}>
        <summary>{t("importedCount", { count: imported.length })}</summary>
        <Table
          caption={t("importedTitle")}
          head={(["indicator", "cell", "value", "line"] as const).map((key) => (
            <th key={key} scope="col" className={key === "value" || key === "line" ? "n" : undefined}>
              {t(key)}
            </th>
          ))}
        >
          {imported.map(({ indicator, cell, ...imported }) => (
            <tr key={`${indicator} ${cell}`}>
              <th scope="row">{words.indicator(indicator)}</th>
              <td>{words.cell(cell)}</td>
              <td className="n">{words.value(imported.value)}</td>
              <td className="n">{words.lineNumbers(imported)}</td>
            </tr>
          ))}
        </Table>
      </details>
    </section>
  );
}
