import type { NextRequest } from "next/server";
import { logoLimits } from "@/lib/domain/site-settings";
import { settingsPath } from "@/lib/i18n/paths";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { seenSettings } from "@/lib/schemas/settings/site-logo-form";
import { setSiteLogo } from "@/lib/server/commands/set-site-logo";
import { readFile } from "@/lib/server/http/read-file";
import { signedInRoute } from "@/lib/server/http/signed-in-route";

/**
 * Sets the site's mark: a form with the picture in `file`; with `?remove`, takes it away. The answer leads to the page of
 * settings (303), which says in words what became of it.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const page = asked.get("page") ?? "";
  const response = await signedInRoute(request, async (actor) => {
    const rowVersion = seenSettings.parse(asked.get("seen"));
    const file = asked.has("remove") ? null : (await readFile(request, logoLimits.bytes)).bytes;
    await setSiteLogo(actor, { file, rowVersion });
    return {};
  });
  const query = new URLSearchParams(response.ok ? { done: "logo" } : { refused: await codeOf(response) });
  query.set("at", String(Date.now()));
  const place = response.ok ? "logo" : "logo-file";
  const location = `${settingsPath(isLocale(page) ? page : defaultLocale)}?${query}#${place}`;
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "private, no-store" } });
}

/** Of the message that the page shows, a key of the namespace `errors`. */
async function codeOf(response: Response): Promise<string> {
  if (response.status === 413) return "logoTooLarge";
  const { refusal, problems } = (await response.json()) as { refusal: { code: string }; problems: { key: string }[] };
  return problems[0]?.key ?? refusal.code;
}
