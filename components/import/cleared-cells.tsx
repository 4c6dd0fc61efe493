import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { type Chosen, clearField } from "@/lib/schemas/imports/import-answers";
import type { ClearedCell } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** Values that the file leaves blank: taken out of it, or typed since. A blank isn't an answer: each stays unless ticked here. */
export function ClearedCells({
  cleared,
  words,
  chosen,
}: {
  cleared: readonly ClearedCell[];
  words: ImportWords;
  /** What was chosen in a form that was refused. */
  chosen: Chosen;
}) {
  const t = useTranslations("import.preview");
  if (cleared.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="cleared">
      <h3 id="cleared">{t("clearedTitle", { count: cleared.length })}</h3>
      <p className="note">{t("clearedLead")}</p>
      {cleared.map((cell) => {
        const { indicator, present, place } = cell;
        const field = clearField(cell);
        const args = { indicator: words.indicator(indicator), cell: words.cell(cell.cell), place: words.place(place) };
        return (
          <Checkbox
            key={field}
            id={field}
            name={field}
            value="clear"
            defaultChecked={chosen(field) !== undefined}
            label={t("clear", { ...args, value: words.value(present, indicator) })}
          />
        );
      })}
    </section>
  );
}
