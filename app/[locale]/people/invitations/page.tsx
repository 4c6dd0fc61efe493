import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { CopyLink } from "@/components/people/copy-link";
import { roleTextOf } from "@/components/people/role-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { momentsOf } from "@/lib/i18n/moments";
import { invitationPath, invitationsPath, peoplePath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { requireActor } from "@/lib/server/auth/current-actor";
import { openInvitations } from "@/lib/server/queries/people/open-invitations";
import { WorkFrame } from "../../work-frame";
import { DoneNotice } from "../done-notice";

/** The links that wait to be handed over and opened, for whoever may. */
export default async function InvitationsPage({
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
  const actor = await requireActor(ownAddress(invitationsPath(locale), await searchParams));
  const invitations = await openInvitations(actor, locale, new Date());
  if (invitations === null) notFound();
  const [t, account, common] = await Promise.all([
    getTranslations("people"),
    getTranslations("auth.account"),
    getTranslations("common"),
  ]);
  const text = roleTextOf(t, account);
  const { moment } = momentsOf(locale, siteTimeZone());
  const head = [t("invitations.person"), t("invitation.role"), t("invitations.until"), t("invitations.link")];
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["people.copy"]}
    >
      <title>{common("pageTitle", { title: t("invitations.title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: peoplePath(locale) }]} />
        <h1>{t("invitations.title")}</h1>
        <p className="lead">{t("invitations.lead")}</p>
        <DoneNotice query={query} isMailed={invitations.some(({ isMailed }) => isMailed)} />
        <div className="mt-6">
          {invitations.length === 0 ? (
            <EmptyState title={t("invitations.none")}>
              <p>{t("invitations.noneLead")}</p>
            </EmptyState>
          ) : (
            <Table
              caption={t("invitations.title")}
              stack
              head={head.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            >
              {invitations.map((invitation) => (
                <tr key={invitation.id}>
                  <th scope="row">
                    <a href={invitationPath(locale, invitation.id)}>{invitation.name}</a>
                    <span className="unit block wrap-anywhere">{invitation.email}</span>
                  </th>
                  <td data-name={t("invitation.role")}>{text.whole(invitation)}</td>
                  <td data-name={t("invitations.until")}>
                    {invitation.isExpired ? t("state", { state: "expired" }) : moment(invitation.expiresAt)}
                  </td>
                  <td>
                    {!invitation.isExpired && (
                      <CopyLink
                        id={`link-${invitation.id}`}
                        label={`${t("invitations.link")}: ${invitation.name}`}
                        link={invitation.link}
                        isLabelled={false}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
