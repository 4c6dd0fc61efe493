import { getTranslations } from "next-intl/server";
import { platformWords } from "@/components/civil-society/platform-words";
import { PointAnswers } from "@/components/civil-society/point-answers";
import { ReportFacts } from "@/components/civil-society/report-facts";
import { ReportFiles } from "@/components/civil-society/report-files";
import { ReportObservations } from "@/components/civil-society/report-observations";
import { ReportActivities, ReportPoints } from "@/components/civil-society/report-parts";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { FollowedUp } from "@/components/meetings/followed-up";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { ResultsPage } from "@/components/results/results-page";
import { formatsOf } from "@/lib/i18n/formats";
import {
  civilSocietyPath,
  planPath,
  platformReportPath,
  publicMeetingPath,
  publicObservationPath,
} from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { PublicPlatformReportView } from "@/lib/views/commitments/platform-view";

/** The report of a platform for a year, with what governments answered point by point. */
export async function PlatformReportPage({ view, locale }: { view: PublicPlatformReportView; locale: Locale }) {
  const of = { locale: spokenLocale(locale) };
  const t = await getTranslations({ ...of, namespace: "civilSociety" });
  const names = await getTranslations({ ...of, namespace: "observations" });
  const papers = await getTranslations({ ...of, namespace: "publication" });
  const { day, ...formats } = formatsOf(locale);
  const words = platformWords(t, formats);
  const { plan, report, files } = view;
  // Who has them made is told on its signed-in page how far they are.
  const offered = files.flatMap((each) => (each.files.length > 0 ? { ...each, state: "ready" as const } : []));
  const root = planPath(locale, plan.code);
  const part = { view: report, t, takenDown: papers("takenDown"), lang: spokenIn(report.language, locale) };
  return (
    <ResultsPage locale={locale} plan={plan} place="observations" path={platformReportPath("", report.code)}>
      <Breadcrumb
        crumbs={[
          { label: t("title"), href: civilSocietyPath(root) },
          { label: report.code, href: null },
        ]}
      />
      <p className="kicker">{report.code}</p>
      <h1>{words.title(report)}</h1>
      <ReportFacts view={report} t={t} day={day} meetingHref={(code) => publicMeetingPath(root, code)} />
      {offered.length > 0 && (
        <ReportFiles report={{ code: report.code, plan: plan.code }} files={offered} {...{ t, locale }} />
      )}
      <ReportPoints
        {...part}
        after={(point) => (
          <>
            <PointAnswers {...{ point, t, names, day, locale }} isOfToday={false} />
            <FollowedUp followUps={point.followUps} {...{ locale, root }} />
          </>
        )}
      />
      <ReportActivities {...part} words={words} />
      <ReportObservations
        observations={report.observations}
        root={root}
        hrefOf={({ number }) => publicObservationPath(root, number ?? 0)}
        {...{ t, names, day, locale }}
      />
    </ResultsPage>
  );
}
