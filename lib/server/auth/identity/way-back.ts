import "server-only";
import { cookies } from "next/headers";
import { codePath, signInPath } from "@/lib/i18n/paths";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { signInByProviderSchema } from "@/lib/schemas/forms/identity";
import { sessionCookie } from "@/lib/server/auth/session-cookie";

/** Where somebody began who is at the identity provider: in which language, and on their way to which page of the site. */
export interface WayBack {
  locale: string;
  from: string | null;
}

/** As long as what NextAuth keeps of somebody who is on their way. */
const SECONDS = 15 * 60;

function wayBackCookie() {
  const { options } = sessionCookie();
  return { name: `${options.secure ? "__Host-" : ""}spaiv.way-back`, options };
}

export const readWayBack = (said: Record<string, unknown>): WayBack => {
  const { locale, from } = signInByProviderSchema.parse(said);
  return { locale, from: localPath(from) };
};

export async function wayBack(): Promise<WayBack> {
  const kept = (await cookies()).get(wayBackCookie().name)?.value;
  return readWayBack(Object.fromEntries(new URLSearchParams(kept)));
}

export async function keepWayBack({ locale, from }: WayBack): Promise<void> {
  const { name, options } = wayBackCookie();
  const kept = new URLSearchParams({ locale, ...(from !== null && { from }) });
  (await cookies()).set(name, kept.toString(), { ...options, maxAge: SECONDS });
}

const withFrom = (path: string, said: Record<string, string>, from: string | null) => {
  const query = new URLSearchParams({ ...said, ...(from !== null && { from }) }).toString();
  return query === "" ? path : `${path}?${query}`;
};

/** Why nobody is signed in, as the sign-in page says it. */
export type ProviderRefusal = "refused" | "away" | "failed" | "unknown" | { throttled: number };

/** The page that says so, with the way on kept. */
export function refusedPath({ locale, from }: WayBack, why: ProviderRefusal): string {
  const said: Record<string, string> =
    typeof why === "string" ? { provider: why } : { provider: "throttled", minutes: String(why.throttled) };
  return withFrom(signInPath(locale), said, from);
}

/** Where a code comes after what the provider vouched for. */
export const codeWay = ({ locale, from }: WayBack): string => withFrom(codePath(locale), {}, from);
