import "server-only";
import { areas } from "@/lib/domain/areas";
import { placesOfNoPlan, workplaces } from "@/lib/domain/workplaces";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/routing";
import { isReadablePath } from "@/lib/schemas/addresses/readable-path";

const isOneOf = (places: readonly string[], segment: string | undefined) =>
  segment !== undefined && places.includes(segment);

export type Address =
  /** No page has it: no language, or no text. */
  | { kind: "nothing" }
  | { kind: "start" }
  /** A page made for one request; of a plan, or right under the language. */
  | { kind: "work"; locale: Locale; plan: string | null }
  | ({ kind: "results"; locale: Locale } & PublicPlace);

/** Where anybody may read: results of a plan, which are of no area, or an area's content, of a plan or of none. */
export interface PublicPlace {
  /** Null where the address names none. */
  plan: string | null;
  area: string | null;
}

/** What the path of a page leads to. It says nothing of whether there is such a page, or who may see it. */
export function addressOf(pathname: string, { ofPlan, ofNoPlan } = areas): Address {
  const [locale, place, section] = pathname.split("/").slice(1);
  if (!locale) return { kind: "start" };
  if (!isLocale(locale) || !isReadablePath(pathname)) return { kind: "nothing" };
  if (isOneOf(placesOfNoPlan, place)) return { kind: "work", locale, plan: null };
  if (place && isOneOf(workplaces, section)) return { kind: "work", locale, plan: place };
  if (isOneOf(ofNoPlan, place)) return { kind: "results", locale, plan: null, area: place! };
  return { kind: "results", locale, plan: place || null, area: place && isOneOf(ofPlan, section) ? section! : null };
}

/** Whether no page stands there: files that Next serves, and the API. As the matcher in proxy.ts says it. */
export const isPagePath = (pathname: string) => !noPage.test(pathname);
const noPage =
  /^\/(?:_next\/|api\/|app\/icon-(?:192|512|whole-512)\.png$|app\/offline-worker\.js$|icon\.svg$|robots\.txt$)/;

/** The first language of the browser's that there is, its order standing for its preference; or else another one. */
export function preferredLocale(acceptLanguage: string | null | undefined, otherwise: Locale = defaultLocale): Locale {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? otherwise;
}

/** In which language to speak to whoever asks for an address: its own, or else the browser's. */
export function readerLocale(pathname: string, acceptLanguage: string | undefined): Locale {
  const locale = pathname.split("/")[1] ?? "";
  return isLocale(locale) ? locale : preferredLocale(acceptLanguage);
}
