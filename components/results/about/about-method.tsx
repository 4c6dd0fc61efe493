import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { afterEnds } from "@/lib/domain/progress/after-end";
import { statuses } from "@/lib/domain/progress/status";

const steps = ["one", "two", "three", "four", "five", "six", "seven"] as const;

/** The method in words: letters, formula, steps in their order, and what each status means. */
export function AboutMethod() {
  const t = useTranslations("about.method");
  const meaning = useTranslations("status.meaning");
  return (
    <>
      <p>{t("lead")}</p>
      <p>{t("letters")}</p>
      <p className="formula">{t("formula")}</p>
      <p>{t("formulaNote")}</p>
      <p>{t("order")}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ol>
      <p>{t("special")}</p>
      <p>{t("afterEnd")}</p>
      <p>{t("source")}</p>
      <h3 id="statuses">{t("statuses")}</h3>
      <Table
        caption={t("statuses")}
        stack
        head={
          <>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("meaning")}</th>
          </>
        }
      >
        {[...statuses, ...afterEnds].map((status) => (
          <tr key={status}>
            <th scope="row">
              <StatusChip status={status} />
            </th>
            <td>{meaning(status)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
