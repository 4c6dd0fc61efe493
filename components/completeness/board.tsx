import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";
import { completenessPath } from "@/lib/i18n/paths";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CompletenessView } from "@/lib/views/periods/completeness-view";
import { BoardCell } from "./board-cell";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Units by periods: how each report stands. */
export function Board({ view, root, remind }: { view: CompletenessView; root: string; remind: Action }) {
  const t = useTranslations("completeness");
  const { period: nameOf, number } = formatsOf(useLocale());
  const { periods, units, reports } = view;
  return (
    <div className="board">
      <Table
        caption={t("caption")}
        head={
          <>
            <th scope="col">{t("unit")}</th>
            {periods.map((period) => (
              <th key={period.code} scope="col">
                <a href={completenessPath(root, period.code)}>{nameOf(period)}</a>
                <span className="unit block">{t("periodState", { state: period.state })}</span>
              </th>
            ))}
          </>
        }
      >
        {units.map((unit) => (
          <tr key={unit.code}>
            <th scope="row">{unit.name}</th>
            {periods.map((period) => {
              const report = reports.find((each) => each.unit === unit.code && each.period === period.code)!;
              return (
                <td key={period.code}>
                  <BoardCell {...{ view, report, root, remind }} shown="" />
                </td>
              );
            })}
          </tr>
        ))}
        {units.length > 1 && (
          <tr className="sum">
            <th scope="row">{t("approved")}</th>
            {periods.map(({ code }) => {
              const approved = reports.filter(({ period, state }) => period === code && state === "approved").length;
              return <td key={code}>{t("of", { part: number(approved), all: number(units.length) })}</td>;
            })}
          </tr>
        )}
      </Table>
    </div>
  );
}
