import { useTranslations } from "next-intl";
import type { WorkReport } from "@/lib/views/work-view";

/** Who has indicators of a report to enter, and how many are left to whom. */
export function Contributors({ report, named }: { report: WorkReport; named: boolean }) {
  const t = useTranslations("work");
  const { unit, period, contributors } = report;
  const waiting = contributors.filter(({ left }) => left > 0);
  const facts = { finished: contributors.length - waiting.length, all: contributors.length, left: waiting.length };
  const id = `contributors-${unit.code}-${period.code}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {t("contributors", {
          report: t("report", { named: named ? "yes" : "no", unit: unit.name, period: period.code }),
        })}
      </h2>
      <p>{t.rich("finished", { ...facts, b: (chunks) => <b>{chunks}</b> })}</p>
      {waiting.length > 0 && (
        <ul className="pl-5">
          {waiting.map(({ id, name, left }) => (
            <li key={id}>{t("left", { name, left })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
