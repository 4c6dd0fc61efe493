import { getTranslations } from "next-intl/server";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { RecommendedBefore } from "@/lib/views/commitments/recommendation-view";

/** So many are quoted on a slide; their own page has all. */
const mostNamed = 3;

/** What young people recommended before a meeting, in the words of the latest, and how many answers and actions there are by country. */
export async function YouthSlide({
  recommended: { forums, units },
  locale,
}: {
  recommended: RecommendedBefore;
  locale: Locale;
}) {
  const of = { locale: spokenLocale(locale) };
  const t = await getTranslations({ ...of, namespace: "meetings.slides" });
  const youth = await getTranslations({ ...of, namespace: "youth" });
  const { number } = formatsOf(locale);
  const counted = ["asked", "answered", "underWay", "done"] as const;
  return (
    <>
      <p className="note">{t("youthNote")}</p>
      <ul className="bare-list">
        {forums
          .flatMap(({ recommendations }) => recommendations)
          .flatMap((each) => (each.said === null ? [] : [{ ...each, said: each.said }]))
          .slice(0, mostNamed)
          .map(({ id, number: own, said, answers }) => (
            <li key={id}>
              <b>{youth("number", { number: own ?? 0 })}</b>{" "}
              <span lang={spokenIn(said.language, locale)}>{said.body}</span>{" "}
              {youth("answered", {
                answered: answers.filter(({ answer }) => answer !== null).length,
                all: answers.length,
              })}
            </li>
          ))}
      </ul>
      <Table
        caption={t("youth")}
        stack
        head={
          <>
            <th scope="col">{t("country")}</th>
            {counted.map((key) => (
              <th key={key} scope="col" className="n">
                {t(`youthCounts.${key}`)}
              </th>
            ))}
          </>
        }
      >
        {units.map(({ unit, counts }) => (
          <tr key={unit.code}>
            <th scope="row">{unit.name}</th>
            {counted.map((key) => (
              <td key={key} className="n" data-name={t(`youthCounts.${key}`)}>
                {number(counts[key])}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
}
