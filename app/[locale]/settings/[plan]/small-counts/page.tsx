import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { SetThresholdForm } from "@/components/settings/set-threshold-form";
import { ThresholdChanges } from "@/components/settings/threshold-changes";
import { ThresholdChoice } from "@/components/settings/threshold-choice";
import { WorkingOutThreshold } from "@/components/settings/working-out-threshold";
import { Notice } from "@/components/ui/notice";
import { managePath, smallCountsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { typedThreshold } from "@/lib/schemas/settings/threshold-form";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { thresholdPage } from "@/lib/server/queries/threshold-page";
import { WorkFrame } from "../../../work-frame";
import { setThresholdAction } from "./actions";

/** From which count of persons on public pages say how many; what another threshold changes is shown before it is set. */
export default async function SmallCountsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const { threshold: asked, done } = await searchParams;
  const here = smallCountsPath(locale, plan);
  const typed = typeof asked === "string" ? asked : "";
  const read = typedThreshold.safeParse(typed);
  const page = typed === "" ? here : `${here}?${new URLSearchParams({ threshold: typed })}`;
  const actor = await requireActor(page);
  const view = await thresholdPage(actor, plan, { locale, asked: read.success ? read.data : null });
  if (view === null) notFound();
  const [t, manage, common] = await Promise.all([
    getTranslations("settings.smallCounts"),
    getTranslations("manage"),
    getTranslations("common"),
  ]);
  const { threshold, proposal } = view;
  const title = t("title");
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="manage" words={["settings.smallCounts"]}>
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: manage("title"), href: managePath(locale) }]} />
        <h1>{title}</h1>
        <p className="lead">{t("lead")}</p>
        {done === "set" && typed === "" && (
          <Notice tone="ok" live>
            <p>{t("done", { threshold, version: view.resultsVersion })}</p>
          </Notice>
        )}
        {done === "changed" && (
          <Notice tone="warning" live>
            <p>{t("changedSince")}</p>
          </Notice>
        )}
        <ThresholdChoice view={view} here={here} typed={typed} problem={typed !== "" && !read.success} />
        {proposal && (
          <section className="block" aria-labelledby="preview">
            <h2 id="preview">{t("preview", { threshold: proposal.threshold })}</h2>
            {proposal.state === "same" && <p>{t("same", { threshold: proposal.threshold })}</p>}
            <WorkingOutThreshold
              threshold={proposal.threshold}
              progress={proposal.state === "underWay" ? proposal.progress : null}
              href={page}
            />
            {proposal.state === "tooLarge" && (
              <Notice tone="warning">
                <p>{(await getTranslations("errors"))("resultsTooLarge", { indicator: proposal.indicator })}</p>
              </Notice>
            )}
            {proposal.state === "ready" && (
              <>
                <ThresholdChanges preview={proposal.preview} locale={locale} />
                <SetThresholdForm
                  key={proposal.preview.digest}
                  title={title}
                  back={here}
                  fields={{
                    locale,
                    plan,
                    threshold: String(proposal.threshold),
                    from: String(threshold),
                    preview: proposal.preview.digest,
                  }}
                  action={ofPage(actor, setThresholdAction)}
                />
              </>
            )}
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
