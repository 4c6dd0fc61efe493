import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditExport } from "@/components/audit/audit-export";
import { AuditFilterForm } from "@/components/audit/audit-filter-form";
import { AuditPeople } from "@/components/audit/audit-people";
import { AuditTable } from "@/components/audit/audit-table";
import { AuditVerification } from "@/components/audit/audit-verification";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { auditActions } from "@/lib/i18n/audit-wording";
import { auditPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { auditCursorAsked, auditFilterAsked, queryOfAudit } from "@/lib/schemas/addresses/audit-filter";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { mostExported } from "@/lib/server/commands/audit/export-audit";
import { auditPage } from "@/lib/server/queries/audit/audit-page";
import { textOrder } from "@/lib/views/found-text";
import { WorkFrame } from "../work-frame";
import { cancelVerificationAction, requestVerificationAction } from "./actions";

export default async function AuditPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  const query = await searchParams;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const here = auditPath(locale);
  const actor = await requireActor(ownAddress(here, await searchParams));
  const filter = auditFilterAsked(query);
  const before = auditCursorAsked(query);
  const view = await auditPage(actor, locale, filter, before);
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("audit"), getTranslations("common")]);
  const compare = textOrder(locale);
  const actions = auditActions
    .map((action) => ({ value: action, label: t(`action.${action}`) }))
    .sort((one, other) => compare(one.label, other.label));
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["audit.verification"]}
    >
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <AuditFilterForm {...{ filter, view, actions, here }} />
        {view.people !== null ? (
          <AuditPeople {...{ filter, here }} people={view.people} />
        ) : view.events.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("none")}>
              <p>{t("noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <section className="block first" aria-labelledby="events">
            <h2 id="events">{t("events")}</h2>
            <AuditTable events={view.events} caption={t("events")} />
            <nav aria-label={t("pages")} className="table-pages">
              {before && <ButtonLink href={`${here}?${queryOfAudit(filter)}`}>{t("newest")}</ButtonLink>}
              {view.older && <ButtonLink href={`${here}?${queryOfAudit(filter, view.older)}`}>{t("older")}</ButtonLink>}
            </nav>
            <AuditExport {...{ filter, locale }} most={mostExported} />
          </section>
        )}
        {view.verification && (
          <AuditVerification
            view={view.verification}
            {...{ here, locale }}
            request={ofPage(actor, requestVerificationAction)}
            cancel={ofPage(actor, cancelVerificationAction)}
          />
        )}
      </main>
    </WorkFrame>
  );
}
