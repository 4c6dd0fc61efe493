import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import {
  addPointActionAction,
  removePointActionAction,
  replyToPointAction,
  tellPointActionAction,
} from "@/app/[locale]/[plan]/work/civil-society/answer-actions";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { PointAnswer } from "@/components/civil-society/point-answers";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { formsOfOne, keptOfOne, keptOwner } from "@/components/observations/kept/kept-places";
import { ResponseActions } from "@/components/observations/key-actions/response-actions";
import { ReplyForm } from "@/components/observations/reply-form";
import { usePersonName } from "@/components/people/person-name";
import { ForgetSent } from "@/components/report/kept/forget-words";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { Notice } from "@/components/ui/notice";
import { longestPoint, pointReplyKinds } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { formatsOf } from "@/lib/i18n/formats";
import { planPath, pointReplyPath, workPlatformReportPath, workPlatformsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { useMoments } from "@/lib/i18n/use-moments";
import { reportYear } from "@/lib/schemas/commitments/platform-forms";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { pointReply } from "@/lib/server/queries/civil-society/platform-report-for-work";
import type { PointReplyView } from "@/lib/views/commitments/platform-view";

/** What an address may say was done just now. */
const outcomes = ["drafted", "answer", "keyAction", "removed", "told"];

/** What somebody may do about their unit's answer to a point: draft or send it, and say what is done about it. */
function PointForms({
  actor,
  view: { point, response, may, draft, keyActions, organisations },
  hidden,
  here,
}: {
  actor: Actor;
  view: PointReplyView;
  hidden: Record<string, string | number> & { plan: string };
  here: string;
}) {
  const t = useTranslations("civilSociety.answer");
  const names = useTranslations("observations");
  const personName = usePersonName();
  const { moment } = useMoments();
  const { code, name: unit } = response.unit;
  const wordsOf = (form: Parameters<typeof keptOfOne>[3]) => keptOfOne(actor.id, hidden.plan, point.textId, form, code);
  return (
    <>
      {may.draft && (
        <section className="block narrow" aria-labelledby="reply">
          <h2 id="reply">{names("reply.title")}</h2>
          <ReplyForm
            {...{ hidden, here, unit, draft }}
            kinds={pointReplyKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            body={{ limit: longestPoint, hint: t("bodyHint", { limit: longestPoint }) }}
            drafted={draft && names("reply.drafted", { by: personName(draft.by), at: moment(draft.at) })}
            maySend={may.send}
            words={wordsOf("reply")}
            action={ofPage(actor, replyToPointAction)}
          />
        </section>
      )}
      <ResponseActions
        {...{ hidden, here, wordsOf, unit, keyActions, organisations }}
        mode={may.keyActions}
        actions={{
          add: ofPage(actor, addPointActionAction),
          remove: ofPage(actor, removePointActionAction),
          tell: ofPage(actor, tellPointActionAction),
        }}
      />
    </>
  );
}

/** Where a unit answers a challenge or a priority of a report, and tells later what it did about it. */
export default async function AnswerPoint({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; unit: string; year: string; of: string; point: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan, unit, year: asked, of, point: row } = await params;
  const { done: said } = await searchParams;
  const [year, point] = [reportYear.safeParse(asked), rowId.safeParse(row)];
  if (!isLocale(locale) || !areCodes(plan, unit, of) || !year.success || !point.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const back = workPlatformReportPath(root, { unit, year: year.data });
  const here = pointReplyPath(back, { of, point: point.data });
  const actor = await requireActor(here);
  const address = { plan, unit, year: year.data, of };
  const view = await pointReply(actor, { ...address, point: point.data }, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, names, common] = await Promise.all([
    getTranslations("civilSociety"),
    getTranslations("observations"),
    getTranslations("common"),
  ]);
  const title = t(view.may.draft ? "answer.title" : "answer.tellTitle", { code: view.code });
  const done = outcomes.find((outcome) => outcome === said);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["observations"]}>
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("title"), href: workPlatformsPath(root) },
            { label: view.code, href: back },
          ]}
        />
        <h1>{title}</h1>
        {done && (
          <div className="mt-4">
            <Notice tone="ok" live>
              <p>{t("done", { done })}</p>
              <p>
                <a href={`${back}#point-${point.data}`}>{t("answer.back", { code: view.code })}</a>
              </p>
            </Notice>
          </div>
        )}
        {/* Before the forms, which would put back what was sent; once of each version, for one form may be sent again. */}
        {done &&
          formsOfOne.map((form) => (
            <ForgetSent key={`${view.rowVersion} ${form}`} owner={keptOwner(actor.id, plan, point.data)} form={form} />
          ))}
        <p className="said prose mt-4" lang={spokenIn(view.language, locale)}>
          {view.point.body}
        </p>
        <div className="narrow mt-6">
          <PointAnswer response={view.response} {...{ t, names, locale }} day={formatsOf(locale).day} isOfToday />
        </div>
        <PointForms
          {...{ actor, view, here }}
          hidden={{ locale, ...address, id: point.data, rowVersion: view.rowVersion }}
        />
      </main>
    </WorkFrame>
  );
}
