import { getTranslations } from "next-intl/server";
import { platformWords } from "@/components/civil-society/platform-words";
import { ToldLine } from "@/components/observations/told-line";
import { observationWords } from "@/components/results/observations/observation-words";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { SaidToUnits } from "@/lib/views/commitments/public-observation";
import type { ResultsPeriod } from "@/lib/views/results-plan";

/** So many are named on a slide; their own page names all. */
const mostNamed = 3;

/** How many observations of civil society there are, how they were replied to, which are the newest, and what platforms report. */
export async function ObservationsSlide({
  said: { units, observations, reports },
  periods,
  root,
  locale,
}: {
  said: SaidToUnits;
  periods: readonly ResultsPeriod[];
  root: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "meetings.slides" });
  const words = await observationWords(locale);
  const formats = formatsOf(locale);
  const { number, day } = formats;
  const platforms = platformWords(
    await getTranslations({ locale: spokenLocale(locale), namespace: "civilSociety" }),
    formats,
  );
  const counted = ["said", "replied", "unanswered"] as const;
  return (
    <>
      <p className="note">{t("saidNote")}</p>
      <Table
        caption={t("civilSociety")}
        stack
        head={
          <>
            <th scope="col">{t("country")}</th>
            {counted.map((key) => (
              <th key={key} scope="col" className="n">
                {t(key)}
              </th>
            ))}
          </>
        }
      >
        {units.map(({ unit, counts }) => (
          <tr key={unit.code}>
            <th scope="row">{unit.name}</th>
            {counted.map((key) => (
              <td key={key} className="n" data-name={t(key)}>
                {number(counts[key])}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {observations.length > 0 && (
        <>
          <h3 className="mt-5">{t("newest")}</h3>
          <ul className="bare-list">
            {observations.slice(0, mostNamed).flatMap((each) => {
              const period = periods.find(({ code }) => code === each.period);
              if (!period) return [];
              return (
                <li key={each.number}>
                  {words.title(each, period)}. <ToldLine parts={words.standing(each, root)} />
                </li>
              );
            })}
          </ul>
        </>
      )}
      {reports.length > 0 && (
        <>
          <h3 className="mt-5">{t("reports")}</h3>
          <ul className="bare-list">
            {reports.slice(0, mostNamed).map((report) => (
              <li key={report.code}>
                {report.code}: {platforms.title(report)}.{" "}
                {report.presented
                  ? t("presented", {
                      meeting: report.presented.meeting,
                      day: day(report.presented.on),
                      answered: report.answered,
                      points: report.points,
                    })
                  : t("agreed", { agreed: report.agreed, members: report.members })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
