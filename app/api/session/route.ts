import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { isManager } from "@/lib/domain/management";
import { noPlan } from "@/lib/domain/permissions";
import { shortNameOf, workplacesOf } from "@/lib/domain/workplaces";
import { accountPath, managePath, placePath, planPath, signInPath } from "@/lib/i18n/paths";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/routing";
import { madeForOf } from "@/lib/server/auth/other-person";
import { planOfActor } from "@/lib/server/auth/plan-of-actor";
import { clearSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { signOutHere } from "@/lib/server/auth/sign-out-here";
import { isSameOrigin } from "@/lib/server/http/same-origin";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { refuse } from "@/lib/server/http/signed-in-route";
import type { SignedInView, SignOutRefused } from "@/lib/views/signed-in-view";

/** Who asks: `SignedInView`, for the header of public pages, which never read a session themselves. */
export async function GET(request: NextRequest) {
  const response = await signedInRead(request, async (actor) => {
    const locale = localeOf(request);
    const t = await getTranslations({ locale, namespace: "auth" });
    const plan = await planOfActor(actor, request.nextUrl.searchParams.get("plan"));
    const work = plan
      ? workplacesOf(actor, plan).map((place) => [place, placePath(planPath(locale, plan.code), place)] as const)
      : [];
    return Response.json({
      id: actor.id,
      name: actor.name,
      shortName: shortNameOf(actor),
      links: [
        ...work.map(([place, href]) => [t(`nav.${place}`), href] as const),
        ...(isManager(actor, plan?.id ?? noPlan) ? [[t("nav.manage"), managePath(locale)] as const] : []),
        [t("account.title"), accountPath(locale)],
      ],
      signOut: t("account.signOut"),
    } satisfies SignedInView);
  });
  // The session is over: the browser need not ask again.
  if (response.status === 401) await clearSessionCookie();
  return response;
}

/** Signs out whoever asks from a page of this site that shows them as signed in, and leads to the page to sign in. */
export async function POST(request: NextRequest) {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const refusal = await signOutHere(madeForOf(request));
  if (refusal) {
    // A public page has no words of refusals.
    const t = await getTranslations({ locale: localeOf(request), namespace: "errors" });
    return refuse(refusal, { message: t("otherPersonStays", refusal.args) } satisfies SignOutRefused);
  }
  return new Response(null, {
    status: 303,
    headers: { Location: `${signInPath(localeOf(request))}?signed-out`, "Cache-Control": "private, no-store" },
  });
}

function localeOf({ nextUrl }: NextRequest): Locale {
  const locale = nextUrl.searchParams.get("locale") ?? "";
  return isLocale(locale) ? locale : defaultLocale;
}
