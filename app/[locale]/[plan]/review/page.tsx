import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AllReports } from "@/components/review/list/all-reports";
import { BegunNotice } from "@/components/review/list/begun-notice";
import { HiddenAsWhole } from "@/components/review/list/hidden-as-whole";
import { PeriodState } from "@/components/review/list/period-state";
import { reviewColumns, waitingColumns } from "@/components/review/list/review-columns";
import { UnprotectedValues } from "@/components/review/list/unprotected-values";
import { WaitingReports } from "@/components/review/list/waiting-reports";
import { placePath, planPath, takeDownsPath, workObservationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { queryOfTable } from "@/lib/schemas/addresses/table-view";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { reviewList } from "@/lib/server/queries/review-list";
import { unprotectedValues } from "@/lib/server/queries/unprotected-values";
import { WorkFrame } from "../../work-frame";

export default async function ReviewListPage({
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
  const actor = await requireActor(ownAddress(placePath(root, "review"), await searchParams));
  const view = await reviewList(actor, plan, { locale, now: new Date() });
  if (view === null) notFound();
  const unprotected = await unprotectedValues(actor, plan, locale);
  const [t, common, observations] = await Promise.all([
    getTranslations("review.list"),
    getTranslations("common"),
    getTranslations("observations"),
  ]);
  const query = await searchParams;
  const waiting = tableViewAsked(query, waitingColumns);
  const all = tableViewAsked(query, reviewColumns);
  const nothing = new URLSearchParams();
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="review" words={["review.begun"]}>
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <p>
          <a href={takeDownsPath(root)}>{t("takeDowns")}</a>
          {" · "}
          <a href={workObservationsPath(root)}>{observations("work.title")}</a>
        </p>
        <BegunNotice userId={actor.id} locale={locale} />
        <WaitingReports view={view} root={root} asked={waiting} beside={`${queryOfTable(all, nothing)}`} />
        <AllReports view={view} root={root} asked={all} beside={`${queryOfTable(waiting, nothing, waitingColumns)}`} />
        <section className="block" aria-labelledby="periods">
          <h2 id="periods">{t("periods")}</h2>
          {[...view.periods].reverse().map((period) => (
            <PeriodState key={period.code} {...{ period, root }} mayKeep={view.mayLock} />
          ))}
        </section>
        <UnprotectedValues view={unprotected} />
        <HiddenAsWhole view={unprotected} />
      </main>
    </WorkFrame>
  );
}
