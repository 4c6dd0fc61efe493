import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { maximumBytes } from "@/lib/exchange/fill/decode-text";
import { isLocale } from "@/lib/i18n/routing";
import { reportAddress } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { requireActor } from "@/lib/server/auth/current-actor";
import { reportToFill } from "@/lib/server/queries/report-to-fill";
import { WorkFrame } from "../../../../../work-frame";
import { FillForm } from "./fill-form";

export default async function FillPage({ params }: { params: Promise<{ locale: string } & ReportAddress> }) {
  const { locale, ...asked } = await params;
  const read = reportAddress.safeParse(asked);
  if (!isLocale(locale) || !read.success) notFound();
  setRequestLocale(locale);
  const address = read.data;
  const listHref = `/${locale}/${address.plan}/reports`;
  const reportHref = `${listHref}/${address.unit}/${address.period}`;
  const actor = await requireActor(`${reportHref}/fill`);
  const report = await reportToFill(actor, address, { locale, now: new Date() });
  if (report === null) notFound();
  const [t, errors, nav, common] = await Promise.all([
    getTranslations("fill.page"),
    getTranslations("errors"),
    getTranslations("auth.nav"),
    getTranslations("common"),
  ]);
  const { unit, period, lock } = report;
  return (
    <WorkFrame actor={actor} locale={locale} plan={address.plan} current="reports">
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: nav("reports"), href: listHref },
            { label: t("report", { unit: unit.name, period: period.code }), href: reportHref },
          ]}
        />
        <h1>{t("title")}</h1>
        {lock === null ? (
          <>
            <p className="lead">{t("lead")}</p>
            <noscript>
              <div className="msg msg-warning mt-4">
                <p>{t("noScript")}</p>
              </div>
            </noscript>
            <div className="mt-6">
              <FillForm address={address} reportHref={reportHref} megabytes={maximumBytes / 1024 / 1024} />
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
