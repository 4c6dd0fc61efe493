import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { signInPath } from "@/lib/i18n/paths";
import { defaultLocale, isLocale, spokenLocale } from "@/lib/i18n/routing";

/** As in the site's mark (app/icon.svg). */
const colour = "#12343a";

const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
  src: `/app/${name}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What a system is told of the product before it installs it as an application, in one language. It says nothing of anybody. */
export async function GET({ nextUrl }: NextRequest) {
  const asked = nextUrl.searchParams.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const t = await getTranslations({ locale, namespace: "common" });
  const manifest = {
    id: "/",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: colour,
    name: t("product"),
    short_name: t("product"),
    lang: spokenLocale(locale),
    // Leads whoever is signed in to their work.
    start_url: `${signInPath(locale)}?work`,
    icons: [icon("icon-192", 192, "any"), icon("icon-512", 512, "any"), icon("icon-whole-512", 512, "maskable")],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "no-cache" },
  });
}
