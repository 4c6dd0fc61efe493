import { useTranslations } from "next-intl";
import { Radios } from "@/components/ui/fields/radios";
import { type Chosen, conflictField } from "@/lib/schemas/imports/import-answers";
import type { ImportConflict } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** One question for each cell for which there is more than one value; nothing is chosen beforehand. */
export function Conflicts({
  conflicts,
  words,
  chosen,
  errorOf,
}: {
  conflicts: readonly ImportConflict[];
  words: ImportWords;
  /** What was chosen in a form that was refused. */
  chosen: Chosen;
  errorOf: (field: string) => string | null;
}) {
  const t = useTranslations("import.preview");
  if (conflicts.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="conflicts">
      <h3 id="conflicts">{t("conflictsTitle")}</h3>
      <p className="note">{t("conflictsLead")}</p>
      <div className="mt-4">
        {conflicts.map((conflict) => {
          const { indicator, cell, present, choices, cleared } = conflict;
          const field = conflictField(conflict);
          return (
            <Radios
              key={field}
              id={field}
              name={field}
              label={t("conflict", { indicator: words.indicator(indicator), cell: words.cell(cell) })}
              error={errorOf(field)}
              defaultValue={chosen(field)}
              options={[
                ...choices.map((each) => ({
                  value: String(each.lines[0]),
                  label: t("choice", { lines: words.lines(each), value: words.value(each.value, indicator) }),
                })),
                ...(cleared ? [{ value: "clear", label: t("choiceBlank", { place: words.place(cleared) }) }] : []),
                {
                  value: "keep",
                  label: present ? t("keep", { value: words.value(present, indicator) }) : t("keepBlank"),
                },
              ]}
            />
          );
        })}
      </div>
    </section>
  );
}
