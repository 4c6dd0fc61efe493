import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { keepPlace } from "@/components/layout/kept-place";
import { ReaderAccount } from "@/components/layout/reader-account";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SiteNotice } from "@/components/layout/site-notice";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import {
  correctionsPath,
  placePath,
  planPath,
  publicMeetingsPath,
  publicObservationsPath,
  releasePath,
  resultsPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { ResultsPlan } from "@/lib/views/results-plan";

type ResultsPlace = "overview" | "goals" | "countries" | "indicators" | "observations" | "meetings" | "about";

/** Which release the page is of, and whether there is a newer one; nothing where it is of the present results. */
function ReleaseNotice({
  plan,
  locale,
  presentPath,
}: {
  plan: ResultsPlan;
  locale: Locale;
  /** The page's address after the plan, where the present results are read; null for a page that only a release has. */
  presentPath: string | null;
}) {
  const t = useTranslations("public.release");
  const { release } = plan;
  if (!release) return null;
  const present = planPath(locale, plan.code);
  const { title, version, releasedOn, newer, corrected } = release;
  return (
    <div className="release-notice">
      <Notice>
        <p>{t("strip", { title, version, day: formatsOf(locale).day(releasedOn) })}</p>
        <p>
          {newer ? (
            <>
              {t("newer")} <a href={releasePath(present, newer.code)}>{newer.title}</a>
            </>
          ) : (
            t("latest")
          )}{" "}
          <a href={`${present}${presentPath ?? ""}`}>{t(presentPath === null ? "presentResults" : "present")}</a>
        </p>
        {presentPath !== null && (
          <p>
            {corrected !== undefined && `${t("correctedHere", { count: corrected })} `}
            <a href={correctionsPath(resultsPath(locale, plan))}>{t("corrections")}</a>
          </p>
        )}
      </Notice>
    </div>
  );
}

/** The frame of every public page. It never knows who reads: the page is the same for all. */
export function ResultsPage({
  locale,
  plan,
  place,
  path,
  isOfRelease = false,
  csvHref,
  children,
}: {
  locale: Locale;
  plan: ResultsPlan;
  /** The navigation item that the page stands under. */
  place: ResultsPlace;
  /** The page's address after the plan: `/indicators/G1.1-a/2017`; empty for the overview. */
  path: string;
  /** It is of a release alone: there is no such page of the present results. */
  isOfRelease?: boolean;
  csvHref?: string;
  children: ReactNode;
}) {
  const t = useTranslations();
  const root = resultsPath(locale, plan);
  const places: readonly (readonly [ResultsPlace, string])[] = [
    ["overview", root],
    ["goals", placePath(root, "goals")],
    ["countries", placePath(root, "countries")],
    ["indicators", placePath(root, "indicators")],
    // What is said about results, and where they are talked about, is of the present: a release froze none of it.
    ...(plan.release
      ? []
      : [
          ["observations", publicObservationsPath(planPath(locale, plan.code))] as const,
          ["meetings", publicMeetingsPath(planPath(locale, plan.code))] as const,
        ]),
    ["about", placePath(root, "about")],
  ];
  return (
    <>
      <script>{keepPlace}</script>
      <SiteHeader
        locale={locale}
        plan={plan}
        nav={places.map(([key, href]) => ({ key, href, label: t(`public.nav.${key}`) }))}
        current={place}
        path={`${resultsPath(locale, plan).slice(locale.length + 1)}${path}`}
        account={<ReaderAccount locale={locale} plan={plan.code} signIn={t("common.signIn")} />}
        aboutHref={`${placePath(root, "about")}#framework`}
      />
      <SiteNotice readers="everybody" />
      <main id="main" className="wrap">
        <ReleaseNotice plan={plan} locale={locale} presentPath={isOfRelease ? null : path} />
        {children}
      </main>
      <SiteFooter locale={locale} plan={plan} root={root} threshold={plan.threshold} csvHref={csvHref} />
    </>
  );
}
