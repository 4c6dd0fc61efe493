import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { mailColumns } from "@/components/mail/mail-columns";
import { MailTable } from "@/components/mail/mail-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { MAIL_KEPT_DAYS } from "@/lib/domain/mail";
import { mailPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { requireActor } from "@/lib/server/auth/current-actor";
import { mailList } from "@/lib/server/queries/mail/mail-list";
import { WorkFrame } from "../work-frame";

export default async function MailPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(ownAddress(mailPath(locale), await searchParams));
  const asked = tableViewAsked(await searchParams, mailColumns);
  const [t, common] = await Promise.all([getTranslations("outbox"), getTranslations("common")]);
  const view = await mailList(actor, locale, asked, {
    kind: (kind) => t("kind", { kind }),
    state: (state) => t("state", { state }),
  });
  if (view === null) notFound();
  return (
    <WorkFrame actor={actor} locale={locale} plan={actor.roles[0]?.plan?.code ?? null} current="manage">
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead", { days: MAIL_KEPT_DAYS })}</p>
        {!view.hasServer && (
          <div className="mt-6">
            <Notice>
              <p>{t("noServer")}</p>
            </Notice>
          </div>
        )}
        {view.total === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("list.none")}>
              <p>{t("list.noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <section className="block first" aria-labelledby="all">
            <h2 id="all">{t("list.all")}</h2>
            <MailTable {...{ view, asked }} />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
