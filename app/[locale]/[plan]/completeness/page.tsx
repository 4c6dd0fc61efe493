import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Board } from "@/components/completeness/board";
import { GoalBoard } from "@/components/completeness/goal-board";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SegmentedLinks } from "@/components/ui/switches/segmented";
import { formatsOf } from "@/lib/i18n/formats";
import { completenessPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { completeness } from "@/lib/server/queries/periods/completeness";
import { WorkFrame } from "../../work-frame";
import { remindAction } from "./actions";

/** How far all reports are that somebody may know of, by period or, of one period, by goal. */
export default async function CompletenessPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(ownAddress(completenessPath(root), await searchParams));
  const { period, reminded } = await searchParams;
  const shown = typeof period === "string" ? period : null;
  const view = await completeness(actor, plan, { locale, now: new Date() }, shown);
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("completeness"), getTranslations("common")]);
  const formats = formatsOf(locale);
  const about = view.reports.find((report) => `${report.unit} ${report.period}` === reminded);
  const remind = ofPage(actor, remindAction);
  const ofPeriod = view.goals && view.periods.find(({ code }) => code === view.goals!.period)!;
  const title = ofPeriod ? t("titleOf", { period: formats.period(ofPeriod) }) : t("title");
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="manage">
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap board-page">
        <div className="head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{t("lead")}</p>
          </div>
          <div className="commands">
            <ButtonLink href={placePath(root, "periods")}>{t("periods")}</ButtonLink>
          </div>
        </div>
        {about?.reminded && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>
                {t("done", {
                  unit: view.units.find(({ code }) => code === about.unit)!.name,
                  period: formats.period(view.periods.find(({ code }) => code === about.period)!),
                })}
              </p>
            </Notice>
          </div>
        )}
        {view.periods.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("none")}>
              <p>{t("noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <>
            <div className="tools mt-6">
              <SegmentedLinks
                label={t("shown")}
                current={ofPeriod?.code ?? ""}
                segments={[
                  { key: "", label: t("allPeriods"), href: completenessPath(root) },
                  ...view.periods.map((each) => ({
                    key: each.code,
                    label: formats.period(each),
                    href: completenessPath(root, each.code),
                  })),
                ]}
              />
            </div>
            {view.goals ? (
              <GoalBoard {...{ view, root, remind }} goals={view.goals} />
            ) : (
              <Board {...{ view, root, remind }} />
            )}
          </>
        )}
      </main>
    </WorkFrame>
  );
}
