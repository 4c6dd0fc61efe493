import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { takeDownAction } from "@/app/[locale]/[plan]/review/take-downs/actions";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { TakeDownForm } from "@/components/review/take-down/take-down-form";
import { EmptyState } from "@/components/ui/empty-state";
import { formatsOf } from "@/lib/i18n/formats";
import { newTakeDownPath, placePath, planPath, reviewPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { publicParts } from "@/lib/server/queries/take-downs";
import type { ReportAddress } from "@/lib/views/report-view";

/** Where something public of a report is taken down. */
export default async function NewTakeDown({ params }: { params: Promise<{ locale: string } & ReportAddress> }) {
  const { locale, ...asked } = await params;
  const read = reportAddress.safeParse(asked);
  if (!isLocale(locale) || !read.success) notFound();
  setRequestLocale(locale);
  const address = read.data;
  const root = planPath(locale, address.plan);
  const here = reviewPath(root, address);
  const actor = await requireActor(newTakeDownPath(here));
  const view = await publicParts(actor, address, locale);
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("review"), getTranslations("common")]);
  const title = t("takeDown.title", { unit: view.unit, period: formatsOf(locale).period(address.period) });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="review"
      words={["review.takeDown", "review.narrative"]}
    >
      {view.parts.length === 0 && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("list.title"), href: placePath(root, "review") },
            { label: t("report", { unit: view.unit, period: formatsOf(locale).period(address.period) }), href: here },
          ]}
        />
        <h1>{title}</h1>
        <div className="narrow mt-6">
          {view.parts.length === 0 ? (
            <EmptyState title={t("takeDown.none")}>
              <p>{t("takeDown.noneLead")}</p>
            </EmptyState>
          ) : (
            <TakeDownForm
              {...{ title, here }}
              place={{ ...address, locale }}
              parts={view.parts}
              action={ofPage(actor, takeDownAction)}
            />
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
