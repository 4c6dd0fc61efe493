import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { MailStateTag } from "@/components/mail/mail-state-tag";
import { momentsOf } from "@/lib/i18n/moments";
import { mailOfPath, mailPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { requireActor } from "@/lib/server/auth/current-actor";
import { mailOf } from "@/lib/server/queries/mail/mail-of";
import { WorkFrame } from "../../work-frame";

export default async function MailOfPage({ params }: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !/^[1-9]\d{0,8}$/.test(id)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(mailOfPath(locale, Number(id)));
  const view = await mailOf(actor, Number(id), new Date());
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("outbox"), getTranslations("common")]);
  const title = t("kind", { kind: view.kind });
  return (
    <WorkFrame actor={actor} locale={locale} plan={actor.roles[0]?.plan?.code ?? null} current="manage">
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("title"), href: mailPath(locale) }]} />
        <h1>{title}</h1>
        <dl className="facts mt-4">
          <dt>{t("to")}</dt>
          <dd className="wrap-anywhere">{view.name === null ? view.email : `${view.name}, ${view.email}`}</dd>
          <dt>{t("at")}</dt>
          <dd>{momentsOf(locale, siteTimeZone()).moment(view.at)}</dd>
          <dt>{t("stateHead")}</dt>
          <dd>
            <MailStateTag state={view.state} reason={view.reason} />
          </dd>
        </dl>
        <section className="block" aria-labelledby="said">
          <h2 id="said">{t("said")}</h2>
          {view.said === null ? (
            <p>{t("nothingLeft")}</p>
          ) : (
            <div className="panel" lang={view.said.locale}>
              <h3>{view.said.subject}</h3>
              <p className="whitespace-pre-line wrap-anywhere">{view.said.text}</p>
            </div>
          )}
          <p className="note">{t("masked")}</p>
        </section>
      </main>
    </WorkFrame>
  );
}
