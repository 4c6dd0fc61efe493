import { useLocale, useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { assignmentsPath, checkPath, reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkReport } from "@/lib/views/work-view";
import { contributorsTold } from "./contributors-told";

/** Who has indicators of a report to enter, how many are left to whom, and what was handed back. */
export function Contributors({ report, named, root }: { report: WorkReport; named: boolean; root: string }) {
  const t = useTranslations("work");
  const { period: nameOf } = formatsOf(useLocale());
  const { unit, period, contributors } = report;
  const { waiting, handedBack } = contributorsTold(contributors);
  const finished = contributors.filter(({ left }) => left === 0).length;
  const facts = { finished, all: contributors.length, left: waiting.length };
  const id = `contributors-${unit.code}-${period.code}`;
  const place = { unit: unit.code, period: period.code };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {t("contributors", {
          report: t("report", { named: named ? "yes" : "no", unit: unit.name, period: nameOf(period) }),
        })}
      </h2>
      <p>{t.rich("finished", { ...facts, b: (chunks) => <b>{chunks}</b> })}</p>
      {waiting.length > 0 && (
        <ul className="pl-5">
          {waiting.map((one) => (
            <Contributor key={one.id} contributor={one} />
          ))}
        </ul>
      )}
      {handedBack.length > 0 && (
        <ul className="pl-5">
          {handedBack.map((one) => (
            <Contributor key={one.id} contributor={one} />
          ))}
        </ul>
      )}
      {contributors.some(({ handBack }) => handBack !== null) && (
        <p>
          <a href={`${checkPath(reportPath(root, place))}#handed-back`}>{t("seeHandBacks")}</a>
        </p>
      )}
      <p>
        <a href={assignmentsPath(root, place)}>{t("assignments")}</a>
      </p>
    </section>
  );
}

/** All that is said of one: what is left, as it stands now, beside what became of it. */
function Contributor({ contributor: { name, left, handBack } }: { contributor: WorkReport["contributors"][number] }) {
  const t = useTranslations("work");
  const { day } = useMoments();
  if (handBack === null) return <li>{t("left", { name, left })}</li>;
  const { at, comment, changedSince, askedAgain } = handBack;
  const isLeft = left > 0 && ` · ${t("handedBackLeft", { left })}`;
  if (askedAgain)
    return (
      <li>
        {t("askedAgainOf", { name, day: day(askedAgain.at) })}
        {isLeft}
      </li>
    );
  return (
    <li>
      {t("handedBack", { name, day: day(at), changed: changedSince ? "yes" : "no" })}
      {isLeft}
      {comment !== "" && <p className="why wrap-anywhere whitespace-pre-line">{comment}</p>}
    </li>
  );
}
