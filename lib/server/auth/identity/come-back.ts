import "server-only";
import { headers } from "next/headers";
import { Refusal } from "@/lib/domain/refusal";
import { startPath } from "@/lib/i18n/paths";
import { currentSession } from "@/lib/server/auth/current-actor";
import { deviceOf } from "@/lib/server/auth/device-of";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { homePath } from "@/lib/server/auth/home-path";
import { sessionActor } from "@/lib/server/auth/session";
import { setSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { setPendingCookie } from "@/lib/server/auth/two-step/pending-cookie";
import { signInByProvider } from "@/lib/server/commands/account/sign-in-by-provider";
import { signOut } from "@/lib/server/commands/sign-out";
import { log } from "@/lib/server/log/log";
import { providerSettings } from "./provider-settings";
import { vouchedFor } from "./vouched-for";
import { codeWay, type ProviderRefusal, refusedPath, wayBack } from "./way-back";

/**
 * Signs in whoever comes back from the identity provider, in this browser, as their password would: the session's cookie is the
 * site's own, and NextAuth makes none.
 * @param claims of the provider, which NextAuth checked
 * @returns the path of the page that they see
 */
export async function comeBack(claims: unknown): Promise<string> {
  const way = await wayBack();
  const settings = providerSettings();
  if (settings === null) return refusedPath(way, "failed");
  const now = new Date();
  try {
    const before = await currentSession();
    const asked = await headers();
    const session = await signInByProvider(vouchedFor(claims, settings), clientAddress(asked), now, deviceOf(asked));
    if (before) await signOut(before.id, now);
    await setSessionCookie(session);
    const actor = await sessionActor(session.id, now);
    return way.from ?? (actor ? await homePath(actor, way.locale) : startPath(way.locale));
  } catch (error) {
    if (error instanceof SecondStepNeeded) {
      // Whoever is signed in stays so until the code was right.
      await setPendingCookie(error.pending);
      return codeWay(way);
    }
    return refusedPath(way, refusalOf(error));
  }
}

function refusalOf(error: unknown): ProviderRefusal {
  if (error instanceof Refusal && error.code === "identityRefused") return "unknown";
  if (error instanceof Refusal && "minutes" in error.args) return { throttled: Number(error.args.minutes) };
  log.error({ err: error }, "A sign-in by the identity provider failed.");
  return "failed";
}

/** Where NextAuth leads to a page of its own about what went wrong at the provider, the sign-in page says it in words. */
export async function inWords(answer: Response, query: URLSearchParams): Promise<Response> {
  const location = answer.headers.get("location") ?? "";
  if (!/\/api\/auth\/(error|signin)\b/.test(location)) return answer;
  const why = query.get("error") === "access_denied" ? "refused" : "failed";
  answer.headers.set("Location", refusedPath(await wayBack(), why));
  return answer;
}
