import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { FillCell } from "@/lib/views/fill-view";
import type { FillWords } from "./use-fill-words";

/** A list longer than this is opened by whoever wants to read it. */
const shortList = 20;

/** Blank cells that get a value. */
export function Fills({ fills, words }: { fills: readonly FillCell[]; words: FillWords }) {
  const t = useTranslations("fill.preview");
  if (fills.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="fills">
      <h3 id="fills">{t("fillsTitle")}</h3>
      <details className="more" open={fills.length <= shortList}>
        <summary>{t("fillsCount", { count: fills.length })}</summary>
        <Table
          caption={t("fillsTitle")}
          head={(["indicator", "cell", "value", "line"] as const).map((key) => (
            <th key={key} scope="col" className={key === "value" || key === "line" ? "n" : undefined}>
              {t(key)}
            </th>
          ))}
        >
          {fills.map(({ indicator, cell, ...filled }) => (
            <tr key={`${indicator} ${cell}`}>
              <th scope="row">{words.indicator(indicator)}</th>
              <td>{words.cell(cell)}</td>
              <td className="n">{words.value(filled.value)}</td>
              <td className="n">{words.lineNumbers(filled)}</td>
            </tr>
          ))}
        </Table>
      </details>
    </section>
  );
}
