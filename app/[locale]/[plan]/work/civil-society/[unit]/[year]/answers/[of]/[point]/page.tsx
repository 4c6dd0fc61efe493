import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { PointAnswer } from "@/components/civil-society/point-answers";
import { PointReplyForm } from "@/components/civil-society/point-reply-form";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { TellKeyAction } from "@/components/observations/key-actions/key-action-forms";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { formatsOf } from "@/lib/i18n/formats";
import { planPath, pointReplyPath, workPlatformReportPath, workPlatformsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { keyActionsSeen } from "@/lib/schemas/commitments/key-action-fields";
import { reportYear } from "@/lib/schemas/commitments/platform-forms";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { pointReply } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { replyToPointAction, tellPointActionAction } from "../../../../../actions";

/** Where a unit answers a challenge or a priority of a report, and tells later what it did about it. */
export default async function AnswerPoint({
  params,
}: {
  params: Promise<{ locale: string; plan: string; unit: string; year: string; of: string; point: string }>;
}) {
  const { locale, plan, unit, year: asked, of, point: row } = await params;
  const [year, point] = [reportYear.safeParse(asked), rowId.safeParse(row)];
  if (!isLocale(locale) || !areCodes(plan, unit, of) || !year.success || !point.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const back = workPlatformReportPath(root, { unit, year: year.data });
  const actor = await requireActor(pointReplyPath(back, { of, point: point.data }));
  const address = { plan, unit, year: year.data, of, point: point.data };
  const view = await pointReply(actor, address, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, names, common] = await Promise.all([
    getTranslations("civilSociety"),
    getTranslations("observations"),
    getTranslations("common"),
  ]);
  const { unit: responding, reply } = view.response;
  const title = t(reply === null ? "answer.title" : "answer.tellTitle", { code: view.code });
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["civilSociety.answer", "observations"]}>
      {/* A form that is refused names itself so. */}
      {reply !== null && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("title"), href: workPlatformsPath(root) },
            { label: view.code, href: back },
          ]}
        />
        <h1>{title}</h1>
        <p className="said prose mt-4" lang={spokenIn(view.language, locale)}>
          {view.point.body}
        </p>
        <div className="narrow mt-6">
          {reply === null ? (
            <PointReplyForm
              {...{ title, back }}
              unit={responding.name}
              hidden={{ locale, ...address }}
              action={ofPage(actor, replyToPointAction)}
            />
          ) : (
            <>
              <PointAnswer response={view.response} {...{ t, names, locale }} day={formatsOf(locale).day} isOfToday />
              <TellKeyAction
                keyActions={reply.keyActions}
                hidden={{
                  ...{ locale, plan, unit, year: year.data, of, id: point.data },
                  versions: keyActionsSeen(reply.keyActions),
                }}
                here={pointReplyPath(back, { of, point: point.data })}
                words={null}
                action={ofPage(actor, tellPointActionAction)}
              />
            </>
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
