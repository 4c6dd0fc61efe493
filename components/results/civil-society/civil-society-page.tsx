import { getTranslations } from "next-intl/server";
import { platformWords } from "@/components/civil-society/platform-words";
import { ReportLines } from "@/components/civil-society/report-lines";
import { ResultsPage } from "@/components/results/results-page";
import { formatsOf } from "@/lib/i18n/formats";
import { civilSocietyPath, planPath, platformReportPath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { CivilSocietyView } from "@/lib/views/commitments/platform-view";

/** The platforms of civil society: who belongs to each, and what it reported. */
export async function CivilSocietyPage({ view, locale }: { view: CivilSocietyView; locale: Locale }) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "civilSociety" });
  const formats = formatsOf(locale);
  const { name } = platformWords(t, formats);
  const root = planPath(locale, view.plan.code);
  return (
    <ResultsPage locale={locale} plan={view.plan} place="observations" path={civilSocietyPath("")}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {view.platforms.map(({ unit, members, reports }) => (
        <section key={unit.code} className="block" aria-labelledby={unit.code}>
          <h2 id={unit.code}>{name(unit)}</h2>
          {members.length === 0 ? (
            <p className="note">{t("noMembers")}</p>
          ) : (
            <>
              <h3 className="mt-3">{t("members")}</h3>
              <ul className="bare-list">
                {members.map((member) => (
                  <li key={member.id} className="wrap-anywhere">
                    {member.name} <span className="note">{t("memberSince", { day: formats.day(member.since) })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {(members.length > 0 || reports.length > 0) && (
            <>
              <h3 className="mt-3">{t("reports")}</h3>
              <ReportLines reports={reports} hrefOf={({ code }) => platformReportPath(root, code)} />
            </>
          )}
        </section>
      ))}
    </ResultsPage>
  );
}
