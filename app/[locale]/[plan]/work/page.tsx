import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WaitingPlatforms } from "@/components/civil-society/waiting-platforms";
import { UnsentNotice } from "@/components/entry/sheet/unsent-notice";
import { NextBriefs } from "@/components/meetings/next-briefs";
import { NextMeeting } from "@/components/meetings/next-meeting";
import { WaitingDecisions } from "@/components/meetings/waiting-decisions";
import { WaitingObservations } from "@/components/observations/waiting-observations";
import { BegunNotice } from "@/components/review/list/begun-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { Contributors } from "@/components/work/contributors";
import { Dates, upcoming } from "@/components/work/dates";
import { MentionList } from "@/components/work/mention-list";
import { groupOf, type WorkGroup } from "@/components/work/sort-work";
import { WhatIsNew } from "@/components/work/what-is-new";
import { WorkLists } from "@/components/work/work-lists";
import { WaitingRecommendations } from "@/components/youth/waiting-recommendations";
import { placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { yourWork } from "@/lib/server/queries/your-work";
import { WorkFrame } from "../../work-frame";
import { seeMentionAction } from "./mention-actions";

export default async function WorkPage({ params }: { params: Promise<{ locale: string; plan: string }> }) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(placePath(root, "work"));
  const work = await yourWork(actor, plan, { locale, now: new Date() });
  if (work === null) notFound();
  const { view, unitNames, mentions, observations, decisions, meetings, brief, recommendations, platforms, news } =
    work;
  const [t, common, account] = await Promise.all([
    getTranslations("work"),
    getTranslations("common"),
    getTranslations("auth.account"),
  ]);
  const who = view.roles.map(({ role, unit }) => {
    const name = unit === null ? account("allUnits") : (unitNames[unit] ?? unit);
    return account("roleIn", { role: account("role", { role }), unit: name });
  });
  const count = (group: WorkGroup) => view.reports.filter((report) => groupOf(report) === group).length;
  const counts = {
    overdue: count("overdue"),
    returned: count("returned"),
    queries: view.queries.length,
    // One's own is listed too, and waits for somebody else.
    waiting: view.waiting.filter(({ isOwn }) => !isOwn).length,
    mentions: mentions.length,
  };
  const isBusy = Object.values(counts).some((waits) => waits > 0);
  const isDelegate = view.roles.some(({ role }) => role === "delegate");
  const hasPart = view.reports.length > 0 || view.waiting.length > 0;
  const named = view.units.length !== 1 || view.units[0]?.level !== "country";
  const withContributors = view.reports.filter(({ contributors }) => contributors.length > 0);
  const lists = (
    <>
      <MentionList {...{ mentions, named, root }} hidden={{ plan, locale }} action={ofPage(actor, seeMentionAction)} />
      <WorkLists view={view} named={named} root={root} />
      <WaitingObservations view={observations} root={root} />
      <WaitingRecommendations view={recommendations} root={root} />
      {platforms && <WaitingPlatforms view={platforms} root={root} />}
      <WaitingDecisions waiting={decisions} root={root} />
      {(brief || isDelegate) && <NextBriefs brief={brief} root={root} />}
      {meetings && <NextMeeting meetings={meetings} root={root} />}
      {news && <WhatIsNew view={news} root={root} />}
    </>
  );
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["common.former", "entryForm.unsent", "review.begun", "work.mentions"]}
    >
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <p className="kicker">{who.join("; ")}</p>
        <h1>{t("title")}</h1>
        {hasPart && <p className="lead">{isBusy ? t("lead", counts) : t("nothing")}</p>}
        {!hasPart && !observations.mayObserve && !recommendations.hasPart && !isDelegate && (
          <div className="mt-4">
            <EmptyState title={t("noReports")}>
              <p>{t("noReportsLead")}</p>
            </EmptyState>
          </div>
        )}
        <UnsentNotice userId={actor.id} locale={locale} />
        <BegunNotice userId={actor.id} locale={locale} />
        {withContributors.length > 0 || upcoming(view.reports).length > 0 ? (
          <div className="home">
            <div>{lists}</div>
            <aside className="mt-6" aria-label={t("aside")}>
              {withContributors.map((report) => (
                <Contributors
                  key={`${report.unit.code} ${report.period.code}`}
                  report={report}
                  named={named}
                  root={root}
                />
              ))}
              <Dates reports={view.reports} named={named} />
            </aside>
          </div>
        ) : (
          lists
        )}
      </main>
    </WorkFrame>
  );
}
