import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { platformWords } from "@/components/civil-society/platform-words";
import { PointAnswers } from "@/components/civil-society/point-answers";
import { ReportFacts } from "@/components/civil-society/report-facts";
import { ReportFiles } from "@/components/civil-society/report-files";
import { ReportObservations } from "@/components/civil-society/report-observations";
import { ReportActivities, ReportPoints } from "@/components/civil-society/report-parts";
import { ReportSteps } from "@/components/civil-society/report-steps";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { FollowedUp } from "@/components/meetings/followed-up";
import { MakeInLanguage } from "@/components/publication/make-in-language";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import { isUnderWay } from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";
import {
  placePath,
  planPath,
  platformReportEditPath,
  platformReportPath,
  pointReplyPath,
  publicMeetingPath,
  workObservationPath,
  workPlatformPath,
  workPlatformReportPath,
  workPlatformsPath,
} from "@/lib/i18n/paths";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";
import { reportYear } from "@/lib/schemas/commitments/platform-forms";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { platformReportForWork } from "@/lib/server/queries/civil-society/platform-report-for-work";
import {
  agreeToPlatformReportAction,
  closeAgreementAction,
  deletePlatformReportAction,
  presentPlatformReportAction,
  reopenPlatformReportAction,
  requestReportFilesAction,
  takeDownPlatformPartAction,
} from "../../actions";

/** What an address may say was done just now. */
const outcomes = ["begun", "written", "agree", "close", "reopen", "present", "files", "takeDown", "takeDownKept"];

/** The report of a platform for a year, with what comes next. */
export default async function PlatformReportPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; unit: string; year: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan, unit, year: asked } = await params;
  const { done: said } = await searchParams;
  const year = reportYear.safeParse(asked);
  const isAddress = addressFields.plan.safeParse(plan).success && addressFields.unit.safeParse(unit).success;
  if (!isLocale(locale) || !isAddress || !year.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const here = workPlatformReportPath(root, { unit, year: year.data });
  const actor = await requireActor(here);
  const view = await platformReportForWork(actor, { plan, unit, year: year.data }, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, names, papers, common, work] = await Promise.all([
    getTranslations("civilSociety"),
    getTranslations("observations"),
    getTranslations("publication"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const formats = formatsOf(locale);
  const words = platformWords(t, formats);
  const done = outcomes.find((outcome) => outcome === said);
  const lang = spokenIn(view.language, locale);
  const part = { view, t, lang, takenDown: papers("takenDown"), ruleName: (rule: SafetyRule) => names(`rule.${rule}`) };
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["civilSociety.step", "observations.rule", "observations.ruleHint", "safety"]}
    >
      <title>{common("pageTitle", { title: view.code })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("title"), href: workPlatformsPath(root) },
            { label: words.name(view.unit), href: workPlatformPath(root, view.unit.code) },
          ]}
        />
        <div className="head">
          <div>
            <p className="kicker">{view.code}</p>
            <h1>{words.title(view)}</h1>
          </div>
          <div className="commands">
            {view.may.includes("write") && (
              <ButtonLink look="main" href={platformReportEditPath(here)}>
                {t("work.edit")}
              </ButtonLink>
            )}
            {view.visibility === "public" && view.state !== "draft" && (
              <ButtonLink href={platformReportPath(root, view.code)}>{t("work.public")}</ButtonLink>
            )}
          </div>
        </div>
        {done && (
          <div className="mt-6">
            <Notice tone={done === "takeDownKept" ? "warning" : "ok"} live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        {view.onlyReads && view.state === "draft" && <p className="note mt-4">{t("work.whoWrites")}</p>}
        <ReportFacts view={view} t={t} day={formats.day} meetingHref={(code) => publicMeetingPath(root, code)} />
        <ReportPoints
          {...part}
          after={(point) => (
            <>
              <PointAnswers {...{ point, t, names, locale }} day={formats.day} isOfToday />
              <FollowedUp followUps={point.followUps} {...{ locale, root }} />
              {point.responses
                .filter(({ unit, reply }) => (reply ? view.answersFor : view.draftsFor).includes(unit.code))
                .map(({ unit: { code, name }, reply }) => (
                  <p key={code} className="mt-3 off-paper">
                    <a href={pointReplyPath(here, { of: code, point: point.textId })}>
                      {t(reply === null ? "answer.open" : "answer.tell", { unit: name })}
                    </a>
                  </p>
                ))}
            </>
          )}
        />
        <ReportActivities {...part} words={words} />
        <ReportObservations
          observations={view.observations}
          root={root}
          day={formats.day}
          hrefOf={({ id }) => workObservationPath(root, id)}
          {...{ t, names, locale }}
        />
        {view.state !== "draft" && (
          <ReportFiles report={view} files={view.files} {...{ t, locale }}>
            {view.files.some(({ state }) => isUnderWay(state)) && (
              <p className="off-paper">
                <a href={here}>{t("files.look")}</a>
              </p>
            )}
            {view.mayMakeFiles && (
              <>
                <p className="note">{t(view.visibility === "public" ? "files.anew" : "files.closed")}</p>
                <MakeInLanguage
                  language={spokenLocale(locale)}
                  hidden={{ locale, plan, unit, year: year.data }}
                  action={ofPage(actor, requestReportFilesAction)}
                  words={{ language: t("files.language"), make: t("files.make"), working: t("files.working") }}
                />
              </>
            )}
          </ReportFiles>
        )}
        {view.may.some((step) => step !== "write" && step !== "answer") && (
          <section className="block narrow" aria-labelledby="steps">
            <h2 id="steps">{t("work.steps")}</h2>
            <ReportSteps
              view={view}
              hidden={{ locale, plan, unit, year: year.data, rowVersion: view.rowVersion }}
              actions={{
                agree: ofPage(actor, agreeToPlatformReportAction),
                close: ofPage(actor, closeAgreementAction),
                reopen: ofPage(actor, reopenPlatformReportAction),
                delete: ofPage(actor, deletePlatformReportAction),
                present: ofPage(actor, presentPlatformReportAction),
                takeDown: ofPage(actor, takeDownPlatformPartAction),
              }}
            />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
