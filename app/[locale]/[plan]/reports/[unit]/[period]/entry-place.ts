import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { Actor } from "@/lib/domain/permissions";
import { planPath, reportPath } from "@/lib/i18n/paths";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import type { ReportAddress } from "@/lib/views/report-view";

interface EntryPlace {
  locale: Locale;
  address: ReportAddress;
  actor: Actor;
  /** The report's own address. */
  base: string;
}

/**
 * Where a page of the entry form stands and who asks; what they may see is for the page's query to say.
 * @param query what narrows the page, for the way back to it
 */
export async function entryPlace(
  params: Promise<{ locale: string } & ReportAddress>,
  below = "",
  query: Readonly<Record<string, string | string[] | undefined>> = {},
): Promise<EntryPlace> {
  const { locale, plan, unit, period } = await params;
  const read = reportAddress.safeParse({ plan, unit, period });
  if (!isLocale(locale) || !read.success) notFound();
  setRequestLocale(locale);
  const base = reportPath(planPath(locale, plan), { unit, period });
  const actor = await requireActor(ownAddress(`${base}${below}`, query));
  return { locale, address: read.data, base, actor };
}
