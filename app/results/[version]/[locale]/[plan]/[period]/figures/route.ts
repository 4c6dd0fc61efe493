import { getTranslations } from "next-intl/server";
import { prepareHeatValues } from "@/lib/charts/prepare/prepare-heat";
import { isLocale } from "@/lib/i18n/routing";
import { unitNamesOf, wordingOf } from "@/lib/i18n/wording";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ version: string; locale: string; plan: string; period: string }>;
}

/** The heat map's values as they are written in the page's language. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { version, locale, plan, period } = await params;
  const view = isLocale(locale) ? await regionalProgress(plan, period, locale, version) : null;
  if (!view || !isLocale(locale)) return new Response(null, { status: 404 });
  const [wording, unitName, t] = await Promise.all([
    wordingOf(locale),
    unitNamesOf(locale),
    getTranslations({ locale, namespace: "public.heat" }),
  ]);
  return Response.json(
    prepareHeatValues(view, wording, unitName, {
      value: (over) => t("valueOver", over),
      status: (over) => t("statusOver", over),
    }),
  );
}
