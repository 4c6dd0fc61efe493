import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { FollowedUp } from "@/components/meetings/followed-up";
import { EvidenceLine } from "@/components/observations/evidence/evidence-line";
import { formsOfRecommendation } from "@/components/observations/kept/kept-places";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import { ForgetSent } from "@/components/report/kept/forget-words";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { Notice } from "@/components/ui/notice";
import { answerWords, dueWords } from "@/components/youth/answer-words";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { placePath, planPath, recommendationPath, recommendationsPath } from "@/lib/i18n/paths";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { recommendationForWork } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { RecommendationForms } from "./recommendation-forms";

/** What an address may say was done just now. */
const outcomes = [
  "saved",
  "submitted",
  "recalled",
  "passed",
  "sentBack",
  "drafted",
  "answered",
  "takenDown",
  "takenDownKept",
  "keyAction",
  "removed",
  "told",
  "translated",
];

export default async function RecommendationPage({
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
  const actor = await requireActor(recommendationPath(root, id.data));
  const view = await recommendationForWork(actor, plan, id.data, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work, names] = await Promise.all([
    getTranslations("youth"),
    getTranslations("common"),
    getTranslations("auth.nav"),
    getTranslations("observations"),
  ]);
  const formats = formatsOf(locale);
  const { number, stage, end, sentBack, due, answers, node, meeting } = view;
  const title = number === null ? t("state.draft") : t("number", { number });
  // Each country's answer, with what is done about it, has one of its own.
  const versions = [view.rowVersion, ...view.responding.map(({ rowVersion }) => rowVersion)].join(" ");
  const done = outcomes.find((outcome) => outcome === said);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["observations", "safety", "youth"]}>
      {!view.may.write && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("work.title"), href: recommendationsPath(root) },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead">{[meeting.title, node && `${node.code} ${node.title}`].filter(Boolean).join(" · ")}</p>
        {done && (
          <div className="mt-4">
            <Notice tone={done === "takenDownKept" ? "warning" : "ok"} live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        {/* Before the forms, which would put back what was sent; once of each version, for one form may be sent again. */}
        {done &&
          formsOfRecommendation(actor.id, plan, { id: id.data, forum: meeting.id }).map(({ owner, form }) => (
            <ForgetSent key={`${versions} ${owner.period} ${form}`} owner={owner} form={form} />
          ))}
        <div className="mt-4">
          <Notice
            tone={sentBack && stage === "sentBack" ? "warning" : "info"}
            title={
              sentBack && stage === "sentBack"
                ? names("stands.sentBack", { rule: names(`rule.${sentBack.rule}`) })
                : undefined
            }
          >
            <p>{t(`stands.${end === null ? stage : "takenDown"}`)}</p>
            {sentBack && stage === "sentBack" && sentBack.note !== "" && (
              <p className="wrap-anywhere whitespace-pre-line">{sentBack.note}</p>
            )}
          </Notice>
        </div>
        {!view.may.write && view.said && (
          <blockquote className="said mt-5" lang={spokenIn(view.said.language, locale)}>
            {view.said.body}
          </blockquote>
        )}
        {view.said && view.said.saidIn !== view.said.language && isLocale(view.said.saidIn) && (
          <p className="note">{t("translated", { language: nativeNames[view.said.saidIn] })}</p>
        )}
        {stage === "passed" && end === null && (
          <section className="block" aria-labelledby="answers">
            <h2 id="answers">{t("answers")}</h2>
            {due && answers.some(({ answer }) => answer === null) && (
              <p className="note">{dueWords(due, null, { t, formats })}</p>
            )}
            <ul className="youth-answers">
              {answers.map(({ unit, body, isEmptied, evidence, keyActions, ...answer }) => (
                <li key={unit.code}>
                  <b>{unit.name}</b> {answerWords(answer, due, { t, formats })}
                  {isEmptied && <p className="note">{names("one.emptied")}</p>}
                  {body !== "" && (
                    <p className="wrap-anywhere" lang={languageOf(body, locale)}>
                      {body}
                    </p>
                  )}
                  <EvidenceLine evidence={evidence} />
                  {keyActions.length > 0 && (
                    <KeyActionList keyActions={keyActions} unit={unit.name} words={{ names, ...formats }} isOfToday />
                  )}
                </li>
              ))}
            </ul>
            <FollowedUp followUps={view.followUps} locale={locale} root={root} />
          </section>
        )}
        <RecommendationForms {...{ actor, view, locale, title, root }} />
      </main>
    </WorkFrame>
  );
}
