import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DecisionList, DueDecisions } from "@/components/meetings/decision-list";
import { MeetingFacts } from "@/components/meetings/meeting-facts";
import { MeetingSteps } from "@/components/meetings/meeting-steps";
import { PaperSets } from "@/components/meetings/paper-sets";
import { SaidList } from "@/components/meetings/said-list";
import { TakeDownStep } from "@/components/safety/take-down-step";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { arePublic } from "@/lib/domain/commitments/decision";
import { formatsOf } from "@/lib/i18n/formats";
import {
  actingDecisionPath,
  agendaPath,
  followUpPath,
  meetingDecisionPath,
  meetingEditPath,
  newDecisionPath,
  placePath,
  planPath,
  publicDecisionPath,
  publicMeetingPath,
  workMeetingPath,
  workMeetingsPath,
} from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { meetingParts } from "@/lib/views/commitments/part-to-take-down";
import {
  advanceMeetingAction,
  deleteMeetingAction,
  requestPaperSetAction,
  sendPapersAction,
  takeDownMeetingPartAction,
} from "../actions";

/** What an address may say was done just now. */
const outcomes = [
  "added",
  "changed",
  "agenda",
  "papers",
  "hold",
  "agreeOutcome",
  "close",
  "decided",
  "undecided",
  "told",
  "takeDown",
  "takeDownKept",
];

/** One meeting for whoever keeps it, with what comes next. */
export default async function MeetingPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan, id: asked } = await params;
  const { done: said } = await searchParams;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const here = workMeetingPath(root, id.data);
  const actor = await requireActor(here);
  const view = await meetingForWork(actor, plan, id.data, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, safety, common, work] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("safety"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const done = outcomes.find((outcome) => outcome === said);
  const { code, rowVersion, may } = view;
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["meetings.step", "safety", "observations.rule", "observations.ruleHint"]}
    >
      <title>{common("pageTitle", { title: code })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("title"), href: workMeetingsPath(root) },
          ]}
        />
        <div className="head">
          <div>
            <p className="kicker">{code}</p>
            <h1>{view.title}</h1>
          </div>
          <div className="commands">
            {may.includes("write") && (
              <>
                <ButtonLink look="main" href={meetingEditPath(here)}>
                  {t("work.edit")}
                </ButtonLink>
                <ButtonLink href={agendaPath(here)}>{t("work.agenda")}</ButtonLink>
              </>
            )}
            <ButtonLink href={publicMeetingPath(root, code)}>{t("work.public")}</ButtonLink>
          </div>
        </div>
        {done && (
          <div className="mt-6">
            <Notice tone={done === "takeDownKept" ? "warning" : "ok"} live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        <MeetingFacts view={view} root={root} />
        {(view.mayDecide || view.decisions.length > 0) && (
          <section className="block" aria-labelledby="decisions">
            <h2 id="decisions">{t("decisions")}</h2>
            {view.mayDecide && <p className="note">{t("decisionForm.lead")}</p>}
            <DecisionList
              decisions={view.decisions}
              locale={locale}
              meetingHref={null}
              isOfToday
              linkOf={({ textId, number, code: decision, organisations }) =>
                view.mayDecide ? (
                  <p>
                    <a href={meetingDecisionPath(here, number)}>{t("decisionForm.editTitle", { code: decision })}</a>
                  </p>
                ) : (
                  organisations.length > 0 &&
                  arePublic(view.state) && (
                    <p>
                      <a href={actingDecisionPath(root, textId)}>{t("acting.openOf", { code: decision })}</a>
                    </p>
                  )
                )
              }
            />
            {view.mayDecide && (
              <div className="actions">
                <ButtonLink href={newDecisionPath(here)}>{t("decisionForm.add")}</ButtonLink>
              </div>
            )}
          </section>
        )}
        {view.due.length > 0 && (
          <section className="block" aria-labelledby="due">
            <h2 id="due">{t("due")}</h2>
            <p className="note">{t("dueNote")}</p>
            <DueDecisions
              due={view.due}
              locale={locale}
              decisionHref={(decision) => publicDecisionPath(root, decision)}
              isOfToday
            />
          </section>
        )}
        {view.saidDue.length > 0 && (
          <section className="block" aria-labelledby="said">
            <h2 id="said">{t("said.title")}</h2>
            <p className="note">{t("said.note")}</p>
            <SaidList said={view.saidDue} locale={locale} root={root} />
          </section>
        )}
        {view.mayFollowUp && view.due.length + view.saidDue.length > 0 && (
          <div className="actions">
            <ButtonLink href={followUpPath(here)}>{t("followUp.open")}</ButtonLink>
          </div>
        )}
        <section className="block narrow" aria-labelledby="papers">
          <h2 id="papers">{t("papers.title")}</h2>
          <PaperSets
            view={view}
            root={root}
            form={{ hidden: { locale, plan, id: id.data }, action: ofPage(actor, requestPaperSetAction) }}
          />
        </section>
        <section className="block narrow" aria-labelledby="steps">
          <h2 id="steps">{t("work.steps")}</h2>
          {may.every((step) => step === "takeDown") ? (
            <p className="note">{t("work.over")}</p>
          ) : (
            <>
              {view.adds.length > 0 && (
                <p className="note">
                  {t("adds", {
                    count: view.adds.length,
                    periods: formatsOf(locale).list(view.adds.map(formatsOf(locale).period)),
                  })}
                </p>
              )}
              <MeetingSteps
                view={{ may, releases: view.releases }}
                hidden={{ locale, plan, id: id.data, rowVersion }}
                actions={{
                  sendPapers: ofPage(actor, sendPapersAction),
                  advance: ofPage(actor, advanceMeetingAction),
                  delete: ofPage(actor, deleteMeetingAction),
                }}
              />
            </>
          )}
          {may.includes("takeDown") && (
            <TakeDownStep
              parts={meetingParts(view)}
              lead={safety("meetingLead")}
              hidden={{ locale, plan, id: id.data, rowVersion }}
              action={ofPage(actor, takeDownMeetingPartAction)}
            />
          )}
        </section>
      </main>
    </WorkFrame>
  );
}
