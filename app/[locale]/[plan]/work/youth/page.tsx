import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { meetingWords } from "@/components/meetings/meeting-words";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import {
  forumPath,
  newRecommendationPath,
  placePath,
  planPath,
  recommendationPath,
  recommendationsPath,
  youthForumPath,
} from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { recommendationList } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { beginningOf } from "@/lib/views/commitments/beginning-of";

/** Forums of young people, with what they recommend and what waits for the reader. */
export default async function RecommendationsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(recommendationsPath(root));
  const view = await recommendationList(actor, plan, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work, meetings] = await Promise.all([
    getTranslations("youth"),
    getTranslations("common"),
    getTranslations("auth.nav"),
    getTranslations("meetings"),
  ]);
  const { done: said } = await searchParams;
  const done = ["deleted", "described"].find((outcome) => outcome === said);
  const words = meetingWords(meetings, formatsOf(locale));
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={[]}>
      <title>{common("pageTitle", { title: t("work.title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: work("work"), href: placePath(root, "work") }]} />
        <h1>{t("work.title")}</h1>
        <p className="lead">{t("work.lead")}</p>
        {done && (
          <div className="mt-4">
            <Notice tone="ok" live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        <div className="actions">
          <ButtonLink href={youthForumPath(root)}>{t("work.public")}</ButtonLink>
        </div>
        {view.forums.length === 0 && (
          <div className="mt-5">
            <EmptyState title={t("none")}>
              <p>{t("work.noneLead")}</p>
            </EmptyState>
          </div>
        )}
        {view.forums.map(({ meeting, mayAdd, mayDescribe, recommendations }) => (
          <section key={meeting.id} className="block" aria-labelledby={`forum-${meeting.id}`}>
            <h2 id={`forum-${meeting.id}`} lang={languageOf(meeting.title, locale)}>
              {meeting.title}
            </h2>
            <p className="note">{[words.when(meeting), words.where(meeting)].filter(Boolean).join(" · ")}</p>
            {recommendations.length === 0 ? (
              <p className="note mt-4">{t("work.noneSaid")}</p>
            ) : (
              <ul className="tasks">
                {recommendations.map(({ id, number, said, node, stage, end, answers, waits }) => (
                  <li key={id}>
                    <a
                      className="wrap-anywhere"
                      href={recommendationPath(root, id)}
                      lang={said ? spokenIn(said.language, locale) : undefined}
                    >
                      {said ? beginningOf(said.body, 120) : t("takenDown")}
                    </a>
                    <Tag tone={waits ? "amber" : undefined}>
                      {end !== null
                        ? t("state.takenDown")
                        : stage === "passed"
                          ? t("work.answered", {
                              answered: answers.filter(({ answer }) => answer !== null).length,
                              all: answers.length,
                            })
                          : t(`state.${stage}`)}
                    </Tag>
                    <p>{[number === null ? null : t("number", { number }), node?.title].filter(Boolean).join(" · ")}</p>
                  </li>
                ))}
              </ul>
            )}
            {(mayAdd || mayDescribe) && (
              <div className="actions">
                {mayAdd && <ButtonLink href={newRecommendationPath(root, meeting.id)}>{t("work.add")}</ButtonLink>}
                {mayDescribe && <ButtonLink href={forumPath(root, meeting.id)}>{t("forum.title")}</ButtonLink>}
              </div>
            )}
          </section>
        ))}
      </main>
    </WorkFrame>
  );
}
