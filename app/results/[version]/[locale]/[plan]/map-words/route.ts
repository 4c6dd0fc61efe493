import { getTranslations } from "next-intl/server";
import type { MapWords } from "@/components/results/map/map-words";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ locale: string }>;
}

/** What the map says in the page's language: most readers never open it, so the page comes without. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "public.map" });
  const words: MapWords = {
    hint: t("hint"),
    choose: t("choose"),
    country: t("country"),
    summary: t.raw("summary"),
    notReported: t("notReported"),
    notOnMap: t.raw("notOnMap"),
    notHere: t.raw("notHere"),
    note: t("note"),
  };
  return Response.json(words);
}
