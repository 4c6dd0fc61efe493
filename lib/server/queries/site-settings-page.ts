import "server-only";
import { type Actor, maySetSite } from "@/lib/domain/permissions";
import { publicationLanguages } from "@/lib/domain/publication";
import { timeZones } from "@/lib/domain/site-settings";
import { spokenLocale } from "@/lib/i18n/routing";
import { environmentTimeZone } from "@/lib/i18n/site-time-zone";
import type { SiteText } from "@/lib/schemas/settings/site-settings-form";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { logoView } from "@/lib/server/site/logo-view";
import { siteSettings } from "@/lib/server/site/site-settings";
import type { SiteSettingsView } from "@/lib/views/site/site-settings-view";

/** What is set for the whole site; null for whoever may not change it. */
export async function siteSettingsPage(actor: Actor, locale: string): Promise<SiteSettingsView | null> {
  const client = await db();
  const language = spokenLocale(locale);
  const plans = await client.plan.findMany({
    orderBy: { id: "asc" },
    select: { id: true, code: true, texts: { where: textsFor(language), select: { locale: true, title: true } } },
  });
  if (!maySetSite(actor, plans)) return null;
  const texts = await client.siteText.findMany();
  const logo = await client.siteLogo.findFirst({ select: { digest: true, width: true, height: true } });
  const byLanguage = (kind: SiteText) =>
    Object.fromEntries(
      publicationLanguages.map((own) => [own, texts.find((text) => text.locale === own)?.[kind] ?? ""]),
    );
  return {
    ...(await siteSettings(client)),
    logo: logo && logoView(logo),
    timeZones: timeZones(),
    environmentTimeZone: environmentTimeZone(),
    texts: { name: byLanguage("name"), notice: byLanguage("notice") },
    plans: plans.map(({ code, texts }) => ({ code, title: inLocale(texts, language)?.title || code })),
  };
}
