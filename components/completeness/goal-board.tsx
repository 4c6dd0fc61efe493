import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CompletenessView } from "@/lib/views/periods/completeness-view";
import { BoardCell } from "./board-cell";

/** One period: units by goals, after how each report stands. */
export function GoalBoard({
  view,
  goals: { period: code, goals, counts },
  root,
  remind,
}: {
  view: CompletenessView;
  goals: NonNullable<CompletenessView["goals"]>;
  root: string;
  remind: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("completeness");
  const { number, period: nameOf } = formatsOf(useLocale());
  const period = view.periods.find((each) => each.code === code)!;
  return (
    <div className="board of-goals">
      <Table
        caption={t("goalsCaption", { period: nameOf(period) })}
        head={
          <>
            <th scope="col">{t("unit")}</th>
            <th scope="col">{t("reportHead")}</th>
            {goals.map((goal) => (
              <th key={goal.code} scope="col">
                {goal.code}
                <span className="unit block">{goal.title}</span>
              </th>
            ))}
          </>
        }
      >
        {view.units.map((unit) => {
          const report = view.reports.find((each) => each.unit === unit.code && each.period === code)!;
          return (
            <tr key={unit.code}>
              <th scope="row">{unit.name}</th>
              <td>
                <BoardCell {...{ view, report, root, remind }} shown={code} />
              </td>
              {goals.map((goal) => {
                const { answered, total } = counts.find((each) => each.unit === unit.code && each.goal === goal.code)!;
                const isWhole = answered === total;
                return (
                  <td key={goal.code} className={isWhole ? "unit" : undefined}>
                    {total === 0 ? t("noneOfGoal") : t("of", { part: number(answered), all: number(total) })}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
