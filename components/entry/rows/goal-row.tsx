"use client";

import { useTranslations } from "next-intl";
import { useCounted } from "@/components/entry/state/use-counted";
import { Icon } from "@/components/ui/icon";
import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";

/** The place of a goal's rows on the page. */
export const goalId = (code: string) => `goal-${code}`;

/** The head of a goal's rows, by which they fold away. */
export function GoalRow({
  goal: { code, title, total },
  own,
  isFolded,
  onFold,
  columns,
}: {
  goal: EntryGoal;
  /** Its rows that fit what is asked for. */
  own: readonly EntryIndicator[];
  isFolded: boolean;
  onFold: (goal: string) => void;
  columns: number;
}) {
  const t = useTranslations("entryForm.goals");
  const { answered, warnings } = useCounted(own, (facts) => ({
    answered: facts.filter(({ isAnswered }) => isAnswered).length,
    warnings: facts.filter(({ isWarned }) => isWarned).length,
  }));
  return (
    <tbody className="goal-head" id={goalId(code)}>
      <tr>
        <th colSpan={columns} scope="rowgroup">
          <h2>
            <button type="button" aria-expanded={!isFolded} onClick={() => onFold(code)}>
              <Icon name={isFolded ? "chevronRight" : "chevronDown"} />
              <span className="title">
                {code} {title}
              </span>
              <span className="pr">
                {own.length < total ? t("shownOf", { shown: own.length, total }) : t("answered", { answered, total })}
                {warnings > 0 && <span className="todo">{t("warnings", { count: warnings })}</span>}
              </span>
            </button>
          </h2>
        </th>
      </tr>
    </tbody>
  );
}
