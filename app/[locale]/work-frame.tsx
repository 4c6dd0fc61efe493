import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/layout/account-menu";
import type { NavItem } from "@/components/layout/nav-item";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { type Actor, can } from "@/lib/domain/permissions";
import type { Messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";
import { type PlanHeadView, planHead } from "@/lib/server/queries/plan-head";
import { signOutAction } from "./account/actions";

/**
 * Header and footer of a signed-in page. It allows nothing: the page has asked already.
 * @param plan code of the plan that the page is about; null on pages of no plan, which show the first one's name.
 * @param current key of the navigation item; null for a page that has none.
 * @param words what the page's client components say, beside what every page's do: all words of the product would be the
 *   greater part of a page on a slow line.
 * @param wide full width, as in the entry room, which has no footer.
 */
export async function WorkFrame({
  actor,
  locale,
  plan: code,
  current,
  words = [],
  wide = false,
  children,
}: {
  /** Null on the page to sign in. */
  actor: Actor | null;
  locale: Locale;
  plan: string | null;
  current: string | null;
  words?: readonly (keyof Messages)[];
  wide?: boolean;
  children: ReactNode;
}) {
  const t = await getTranslations("auth.nav");
  const messages = await getMessages();
  const sent = Object.fromEntries(["common" as const, "errors" as const, ...words].map((key) => [key, messages[key]]));
  const plan = await planHead(code, locale);
  const nav = plan && actor ? places(actor, plan, locale).map((key) => ({ ...key, label: t(key.key) })) : [];
  return (
    <NextIntlClientProvider messages={sent}>
      <SiteHeader
        locale={locale}
        plan={plan}
        nav={nav}
        current={current}
        account={
          actor && (
            <AccountMenu name={actor.name} shortName={shortName(actor)} locale={locale} signOut={signOutAction} />
          )
        }
        aboutHref={plan && `/${locale}/${plan.code}/about`}
        wide={wide}
      />
      {children}
      {!wide && <SiteFooter locale={locale} plan={plan} threshold={plan?.smallCountThreshold ?? 5} />}
    </NextIntlClientProvider>
  );
}

/** For a phone's header: the country's code, or the first word of the name. */
function shortName({ name, roles }: Actor): string {
  return roles.find(({ unit }) => unit !== null)?.unit?.code ?? name.split(/[\s,]/)[0] ?? name;
}

type Place = Omit<NavItem, "label" | "key"> & { key: "work" | "reports" | "review" | "results" | "publications" };

/** Where this person has anything to do, in this plan. */
function places(actor: Actor, plan: PlanHeadView, locale: Locale): Place[] {
  const root = `/${locale}/${plan.code}`;
  const grants = actor.roles.filter((grant) => grant.plan.id === plan.id);
  const reports = grants.some(({ role }) => role === "focalPoint" || role === "contributor" || role === "secretariat");
  const reviews = can(actor, "lockPeriod", { planId: plan.id });
  // Whoever holds a role for all units may, if at all, make one about the region.
  const publishes = grants.some(({ unit }) =>
    can(actor, "makePublication", { planId: plan.id, unit: unit ?? { id: 0, level: "region" } }),
  );
  return [
    ...(reports ? [{ key: "work" as const, href: `${root}/work` }] : []),
    ...(reports ? [{ key: "reports" as const, href: `${root}/reports` }] : []),
    ...(reviews ? [{ key: "review" as const, href: `${root}/review` }] : []),
    { key: "results" as const, href: root },
    ...(publishes ? [{ key: "publications" as const, href: `${root}/publications` }] : []),
  ];
}
