import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { NarrativeForm } from "@/components/report/remark-forms";
import { Notice } from "@/components/ui/notice";
import { narrativeKinds, type ReportAddress } from "@/lib/schemas/report-view";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { WorkFrame } from "../../../../../work-frame";
import { recordNarrativeAction } from "../actions";
import { entryPlace } from "../entry-place";

export default async function NarrativePage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, address, base, actor } = await entryPlace(params, "/narrative");
  const view = await reportForEntry(actor, address, { locale, now: new Date() });
  // Whoever enters single indicators only has no narrative.
  if (!view || view.narratives.length === 0) notFound();
  const [t, common, errors, query] = await Promise.all([
    getTranslations("entry"),
    getTranslations("common"),
    getTranslations("errors"),
    searchParams,
  ]);
  const { report, narratives, abilities } = view;
  const title = t("narrative.title");
  return (
    <WorkFrame actor={actor} locale={locale} plan={address.plan} current="reports">
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[{ label: t("report", { unit: report.unit.name, period: report.period.code }), href: base }]}
        />
        {query.done === "saved" && (
          <Notice tone="ok" live>
            <p>{t("done.saved")}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        <p className="lead">{t("narrative.lead")}</p>
        {report.lock && (
          <Notice>
            <p>{errors("locked", { lock: report.lock })}</p>
          </Notice>
        )}
        {narratives.map(({ pillar, title, texts }) => (
          <section key={pillar} className="block">
            <h2>
              {pillar} {title}
            </h2>
            {narrativeKinds.map((kind) =>
              abilities.editReport ? (
                <NarrativeForm
                  key={`${kind}${texts[kind].rowVersion}`}
                  action={recordNarrativeAction}
                  hidden={{ ...address, locale }}
                  pillar={pillar}
                  kind={kind}
                  stored={texts[kind]}
                />
              ) : (
                texts[kind].text && (
                  <div key={kind}>
                    <h3>{t("narrative.kind", { kind })}</h3>
                    <p className="prose">{texts[kind].text}</p>
                  </div>
                )
              ),
            )}
          </section>
        ))}
      </main>
    </WorkFrame>
  );
}
