import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { formulaLine, writeFormula } from "@/lib/charts/formula";
import { methodExample } from "@/lib/charts/method-example";
import { rational } from "@/lib/domain/values/rational";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { decimalText } from "@/lib/views/public-value";

/** A made-up indicator: how several values of one year are judged against one planned path. */
export function MethodExampleTable({ locale }: { locale: Locale }) {
  const t = useTranslations("about.example");
  const { tag, year } = formatsOf(locale);
  const { baseline, targets, endsOn, planned, cases } = methodExample();
  const number = (text: string) => decimalText(text, tag);
  const workingOf = (y: string, R: string) => {
    const given = { y: rational(y), b: rational(baseline.value), A: rational(planned) };
    const formula = writeFormula(given, rational(R), 0, tag);
    return formula && formulaLine(formula);
  };
  const [first, last] = [targets[0]!, targets.at(-1)!];
  const letters = { b: number(baseline.value), A: number(planned), T: number(last.value) };
  return (
    <>
      <p>{t("lead")}</p>
      <p>
        {t("path", {
          ...letters,
          baselineYear: year(baseline.on),
          first: number(first.value),
          firstYear: year(first.endsOn),
          endYear: year(last.endsOn),
          year: year(endsOn),
        })}
      </p>
      <Table
        caption={t("caption", { year: year(endsOn) })}
        stack
        head={
          <>
            <th scope="col">{t("value", { year: year(endsOn) })}</th>
            <th scope="col">{t("working")}</th>
            <th scope="col">{t("status")}</th>
          </>
        }
      >
        {cases.map(({ y, status, ratio }) => (
          <tr key={y}>
            <th scope="row">{`y = ${number(y)}`}</th>
            <td>{ratio === null ? t("byTarget", { y: number(y), T: letters.T }) : workingOf(y, ratio.R)}</td>
            <td>
              <StatusChip status={status} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
