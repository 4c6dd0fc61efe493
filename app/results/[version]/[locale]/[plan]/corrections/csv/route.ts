import { csvFile, wordsOfFile } from "@/app/results/[version]/csv-response";
import { correctionsCsv } from "@/lib/exchange/csv/corrections-csv";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";
import { correctionRows, correctionsOfRelease } from "@/lib/server/queries/results/corrections-of-release";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

/** What was corrected since a release, as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { version, locale, plan } = await params;
  const view = isLocale(locale) ? await correctionsOfRelease(plan, locale, version) : null;
  if (!isLocale(locale) || !view?.plan.release) return new Response(null, { status: 404 });
  const words = (await wordsOfFile(locale))(view.plan);
  const name = [plan, view.plan.release.code, "corrections", spokenLocale(locale)].join("-");
  return csvFile(name, correctionsCsv(correctionRows(view, words)));
}
