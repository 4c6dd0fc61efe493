import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { ImportForm, type ImportStart } from "@/components/import/import-form";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import type { Actor } from "@/lib/domain/permissions";
import { maximumBytes } from "@/lib/exchange/import/decode-text";
import { formatsOf } from "@/lib/i18n/formats";
import { importPath, planPath, reportCsvPath, reportPath, workbookPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { cleanText } from "@/lib/schemas/forms/clean-text";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { isRefusedForm } from "@/lib/server/http/refused-form";
import { previewOfKept } from "@/lib/server/queries/publications/preview-of-kept";
import { reportForImport } from "@/lib/server/queries/report-for-import";
import { leftOf } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";
import { importAction } from "./actions";

const megabytes = maximumBytes / 1024 / 1024;

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, ...asked } = await params;
  const read = reportAddress.safeParse(asked);
  if (!isLocale(locale) || !read.success) notFound();
  setRequestLocale(locale);
  const address = read.data;
  const root = planPath(locale, address.plan);
  const reportHref = reportPath(root, address);
  const query = await searchParams;
  const actor = await requireActor(importPath(reportHref) + ofPreview(query));
  const report = await reportForImport(actor, address, { locale, now: new Date() });
  if (report === null) notFound();
  const [t, entry, errors] = await Promise.all([
    getTranslations("import.page"),
    getTranslations("entry"),
    getTranslations("errors"),
  ]);
  const { unit, period, lock } = report;
  const start = lock === null ? await startOf(actor, address, query, locale) : {};
  const isRefused = start.isFileMissing || start.problem !== undefined || (await isRefusedForm());
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={["import", "unit", "values.text", "values.reason"]}
    >
      <PageTitle title={t("title")} refused={isRefused} />
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: entry("report", { unit: unit.name, period: formatsOf(locale).period(period) }), href: reportHref },
          ]}
        />
        <h1>{t("title")}</h1>
        {lock === null ? (
          <>
            <p className="lead">{t("lead")}</p>
            <section className="block first off-paper" aria-labelledby="download">
              <h2 id="download">{t("download")}</h2>
              <p>{t("downloadLead")}</p>
              <ul className="pl-5">
                <li>
                  <a href={workbookPath(reportHref)}>{t("workbook")}</a>
                </li>
                <li>
                  <a href={reportCsvPath(reportHref)}>{t("csv")}</a>
                </li>
              </ul>
            </section>
            <div className="mt-6">
              <ImportForm
                owner={{ userId: actor.id, ...address }}
                reportHref={reportHref}
                megabytes={megabytes}
                start={start}
                action={ofPage(actor, importAction)}
              />
            </div>
          </>
        ) : (
          <div className="mt-4">
            <Notice tone="warning" title={t("locked")}>
              <p>{errors("locked", { lock })}</p>
              <p>
                <a href={reportHref}>{t("back")}</a>
              </p>
            </Notice>
          </div>
        )}
      </main>
    </WorkFrame>
  );
}

/** What of the address says which file is looked through, or was imported: signing in anew leads back to it. */
function ofPreview({ file, name, imported, had }: Record<string, string | string[] | undefined>): string {
  if (typeof file !== "string" || typeof name !== "string") return "";
  const query = new URLSearchParams({ file: file.slice(0, 64), name: name.slice(0, 120) });
  for (const [key, count] of Object.entries({ imported: countOf(imported), had: countOf(had) }))
    if (count !== null) query.set(key, String(count));
  return `?${query}`;
}

const countOf = (text: unknown) => (/^\d{1,5}$/.test(String(text)) ? Number(text) : null);

/** Where the address leads that a form without a script was answered with. */
async function startOf(
  actor: Actor,
  address: ReportAddress,
  { file, name, refused, imported, had }: Record<string, string | string[] | undefined>,
  locale: string,
): Promise<ImportStart> {
  const fileName = cleanText(typeof name === "string" ? name : "").slice(0, 120);
  if (refused === "fileMissing") return { isFileMissing: true };
  if (refused === "tooLarge") return { problem: { about: "file", message: { key: "tooLarge", args: { megabytes } } } };
  if (refused === "otherPerson")
    return { problem: { about: "refusal", message: { key: refused, args: { name: actor.name } }, cells: [] } };
  const cells = countOf(imported);
  const done = cells !== null && { done: { imported: cells, had: countOf(had) ?? 0, file: fileName } };
  if (typeof file !== "string") return done || {};
  const kept = await previewOfKept(actor, address, { sha256: file, fileName }, { locale, now: new Date() });
  if (done) return { ...done, ...(kept && "view" in kept && { left: leftOf(kept.view) }) };
  if (kept === null) return { problem: { about: "refusal", message: { key: "fileChanged" }, cells: [] } };
  return "view" in kept ? { view: kept.view } : { problem: { about: "file", message: kept.refused, name: kept.file } };
}
