import { useTranslations } from "next-intl";
import { Radios } from "@/components/ui/radios";
import type { FillConflict } from "@/lib/schemas/fill-view";
import { conflictField } from "./answers";
import type { FillWords } from "./use-fill-words";

/** One question for each cell for which there is more than one figure; nothing is chosen beforehand. */
export function Conflicts({
  conflicts,
  words,
  errorOf,
}: {
  conflicts: readonly FillConflict[];
  words: FillWords;
  errorOf: (index: number) => string | null;
}) {
  const t = useTranslations("fill.preview");
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts">
      <h3 id="conflicts">{t("conflictsTitle")}</h3>
      <p className="note">{t("conflictsLead")}</p>
      <div className="mt-4">
        {conflicts.map(({ indicator, cell, present, choices }, index) => (
          <Radios
            key={`${indicator} ${cell}`}
            id={conflictField(index)}
            name={conflictField(index)}
            label={t("conflict", { indicator: words.indicator(indicator), cell: words.cell(cell) })}
            error={errorOf(index)}
            options={[
              ...choices.map(({ value, lines }) => ({
                value: String(lines[0]),
                label: t("choice", { lines: words.lines(lines), value: words.value(value) }),
              })),
              { value: "keep", label: present ? t("keep", { value: words.value(present) }) : t("keepBlank") },
            ]}
          />
        ))}
      </div>
    </section>
  );
}
