import { useTranslations } from "next-intl";
import { assignmentsPath, checkPath, reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkReport } from "@/lib/views/work-view";

/** Who has indicators of a report to enter, how many are left to whom, and what was handed back. */
export function Contributors({ report, named, root }: { report: WorkReport; named: boolean; root: string }) {
  const t = useTranslations("work");
  const { unit, period, contributors } = report;
  const waiting = contributors.filter(({ left }) => left > 0);
  const facts = { finished: contributors.length - waiting.length, all: contributors.length, left: waiting.length };
  const id = `contributors-${unit.code}-${period.code}`;
  const place = { unit: unit.code, period: period.code };
  const handedBack = contributors.some(({ handBack }) => handBack !== null);
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
      {handedBack && (
        <>
          <ul className="pl-5">
            {contributors.map((one) => (
              <HandedBack key={one.id} contributor={one} />
            ))}
          </ul>
          <p>
            <a href={`${checkPath(reportPath(root, place))}#handed-back`}>{t("seeHandBacks")}</a>
          </p>
        </>
      )}
      <p>
        <a href={assignmentsPath(root, place)}>{t("assignments")}</a>
      </p>
    </section>
  );
}

function HandedBack({ contributor: { name, handBack } }: { contributor: WorkReport["contributors"][number] }) {
  const t = useTranslations("work");
  const { day } = useMoments();
  if (handBack === null) return null;
  const { at, left, comment, changedSince, askedAgain } = handBack;
  if (askedAgain) return <li>{t("askedAgainOf", { name, day: day(askedAgain.at) })}</li>;
  return (
    <li>
      {t("handedBack", { name, day: day(at), changed: changedSince ? "yes" : "no" })}
      {left > 0 && ` · ${t("handedBackLeft", { left })}`}
      {comment !== "" && <p className="why wrap-anywhere whitespace-pre-line">{comment}</p>}
    </li>
  );
}
