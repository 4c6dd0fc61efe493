import { getTranslations } from "next-intl/server";
import { feedOfObservations } from "@/components/results/observations/feed-of-observations";
import { observationWords } from "@/components/results/observations/observation-words";
import { atomFeed } from "@/lib/exchange/atom-feed";
import { feedPath, planPath, publicObservationsPath } from "@/lib/i18n/paths";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";
import { siteAddress } from "@/lib/server/http/site-address";
import { allPublicObservations } from "@/lib/server/queries/observations/public-observations";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

/** What is new in a plan, as an Atom feed in the page's language: public observations, and the replies to them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { version, locale, plan: code } = await params;
  const found = isLocale(locale) ? await allPublicObservations({ code, locale, version }) : null;
  if (!isLocale(locale) || !found) return new Response(null, { status: 404 });
  const { head, periods } = found.plan;
  const root = planPath(locale, code);
  const words = await observationWords(locale);
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "common" });
  const entries = feedOfObservations(found.observations, periods, words, root).map(
    ({ number, correction, ...entry }) => ({
      ...entry,
      related: correction && siteAddress(correction),
      href: siteAddress(`${publicObservationsPath(root)}/${number}`),
    }),
  );
  const feed = atomFeed({
    self: siteAddress(feedPath(root)),
    page: siteAddress(publicObservationsPath(root)),
    title: words.t("feedTitle", { plan: head.title }),
    language: spokenLocale(locale),
    author: t("product"),
    updated: entries[0]?.updated ?? `${periods[0]?.startsOn ?? head.endsOn}T00:00:00Z`,
    entries,
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
