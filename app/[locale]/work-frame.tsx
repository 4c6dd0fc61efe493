import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/layout/account-menu";
import type { NavItem } from "@/components/layout/nav-item";
import { OtherAddressNotice } from "@/components/layout/other-address-notice";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SiteNotice } from "@/components/layout/site-notice";
import { isManager } from "@/lib/domain/management";
import { type Actor, can, noPlan } from "@/lib/domain/permissions";
import { type NavigatedPlace, shortNameOf, workplacesOf } from "@/lib/domain/workplaces";
import { managePath, placePath, planPath, signInPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { everyPage, sentWords, type Words } from "@/lib/i18n/sent-words";
import { ofPage } from "@/lib/server/action";
import { currentSession } from "@/lib/server/auth/current-actor";
import { keptFor } from "@/lib/server/auth/kept-for";
import { otherAddressHeader, siteAddress } from "@/lib/server/http/site-address";
import { type PlanHeadView, planHead } from "@/lib/server/queries/plan-head";
import { signOutAction } from "./account/actions";

/**
 * Header and footer of a signed-in page. It allows nothing: the page has asked already.
 * @param plan code of the plan that the page is about; null on pages of no plan, which show the first one's name.
 * @param current key of the navigation item; null for a page that has none.
 * @param words what the page's client components say, beside what every page's do: all words of the product would be the
 *   greater part of a page on a slow line.
 * @param wide full width, as in the entry form, which has no footer.
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
  words?: readonly Words[];
  wide?: boolean;
  children: ReactNode;
}) {
  const t = await getTranslations("auth");
  // What the browser kept of another session is wiped by it (public/app/offline-worker.js).
  const session = actor && (await currentSession());
  const messages = await getMessages();
  const sent = sentWords(messages, [...everyPage, ...words]);
  const plan = await planHead(code, locale);
  const nav = actor ? places(actor, plan, locale).map((key) => ({ ...key, label: t(`nav.${key.key}`) })) : [];
  const typed = (await headers()).get(otherAddressHeader);
  const mayChange = plan !== null && can(actor, "changeSettings", { planId: plan.id });
  // Where nobody is signed in it stands before the form that won't work.
  const other = actor === null || mayChange ? typed : null;
  return (
    <NextIntlClientProvider messages={sent}>
      {session && <div hidden data-made-for={keptFor(session)} />}
      <SiteHeader
        locale={locale}
        plan={plan}
        nav={nav}
        current={current}
        account={
          actor && (
            <AccountMenu
              name={actor.name}
              shortName={shortNameOf(actor)}
              userId={actor.id}
              locale={locale}
              words={{ title: t("account.title"), signOut: t("account.signOut") }}
              signOut={ofPage(actor, signOutAction)}
            />
          )
        }
        aboutHref={plan && placePath(planPath(locale, plan.code), "about")}
        wide={wide}
      />
      {other && (
        <OtherAddressNotice
          typed={other}
          site={siteAddress("/").replace(/\/$/, "")}
          href={siteAddress(signInPath(locale))}
          mayChange={mayChange}
        />
      )}
      <SiteNotice readers={actor ? "signedIn" : "everybody"} />
      {children}
      {!wide && <SiteFooter locale={locale} plan={plan} threshold={plan?.smallCountThreshold ?? 5} />}
    </NextIntlClientProvider>
  );
}

type Place = Omit<NavItem, "label" | "key"> & { key: NavigatedPlace | "results" | "manage" };

/** Where this person has anything to do, in this plan, and its results. */
function places(actor: Actor, plan: PlanHeadView | null, locale: Locale): Place[] {
  const manage: Place[] = isManager(actor, plan?.id ?? noPlan) ? [{ key: "manage", href: managePath(locale) }] : [];
  if (plan === null) return manage;
  const root = planPath(locale, plan.code);
  const work = workplacesOf(actor, plan).map((key): Place => ({ key, href: placePath(root, key) }));
  const publications = work.filter(({ key }) => key === "publications");
  const first = work.filter((place) => !publications.includes(place));
  return [...first, { key: "results", href: root }, ...publications, ...manage];
}
