import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { LateWords } from "@/components/report/kept/late-words";
import { NarrativesForm } from "@/components/report/narrative/narratives-form";
import { Notice } from "@/components/ui/notice";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { formatsOf } from "@/lib/i18n/formats";
import { ofPage } from "@/lib/server/action";
import { narrativesForEntry } from "@/lib/server/queries/narratives-for-entry";
import type { ReportAddress } from "@/lib/views/report-view";
import { WorkFrame } from "../../../../../work-frame";
import { recordNarrativesAction } from "../actions";
import { entryPlace } from "../entry-place";

export default async function NarrativePage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, address, base, actor } = await entryPlace(params, "/narrative", await searchParams);
  const view = await narrativesForEntry(actor, address, { locale, now: new Date() });
  // Whoever enters single indicators only has no narrative.
  if (!view) notFound();
  const [t, common, errors, query] = await Promise.all([
    getTranslations("entry"),
    getTranslations("common"),
    getTranslations("errors"),
    searchParams,
  ]);
  const { report, narratives, digests } = view;
  const title = t("narrative.title");
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={["entry.kept", "entry.narrative", "entry.narrativeKind"]}
    >
      {report.lock !== null && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            {
              label: t("report", { unit: report.unit.name, period: formatsOf(locale).period(report.period) }),
              href: base,
            },
          ]}
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
        {report.lock && (
          <LateWords owner={{ userId: actor.id, ...address }} narratives={narratives} remarks={{}} without={null} />
        )}
        {report.lock === null ? (
          <NarrativesForm
            key={String(query.at)}
            narratives={narratives}
            digests={digests}
            address={address}
            locale={locale}
            userId={actor.id}
            title={title}
            action={ofPage(actor, recordNarrativesAction)}
          />
        ) : (
          narratives.map(({ pillar, title, texts }) => (
            <section key={pillar} className="block">
              <h2>
                {pillar} {title}
              </h2>
              {narrativeKinds.every((kind) => texts[kind].text === "") && (
                <p className="note">{t("narrative.nothing")}</p>
              )}
              {narrativeKinds
                .filter((kind) => texts[kind].text !== "")
                .map((kind) => (
                  <div key={kind} className="narrative">
                    <h3>{t("narrativeKind", { kind })}</h3>
                    <p className="prose">{texts[kind].text}</p>
                  </div>
                ))}
            </section>
          ))
        )}
      </main>
    </WorkFrame>
  );
}
