import { observationWords } from "@/components/results/observations/observation-words";
import { saidAbout } from "@/components/results/observations/said-about";
import { planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { observationsAbout } from "@/lib/server/queries/observations/public-observations";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ version: string; locale: string; plan: string; subject: string; period: string }>;
}

/** What is said about an indicator, a goal or a country in a period, in words: for the block on its page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { version, locale, plan: code, subject, period } = await params;
  const found = isLocale(locale) ? await observationsAbout({ code, locale, version }, subject, period) : null;
  if (!isLocale(locale) || !found) return new Response(null, { status: 404 });
  return Response.json(saidAbout(found, await observationWords(locale), planPath(locale, code)));
}
