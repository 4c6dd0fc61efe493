/** Indochina Time, that of most of the region. */
const usual = "Asia/Bangkok";

/** Why `SPAIV_TIME_ZONE` won't do, as a sentence for whoever starts the server; null when it will. */
export function timeZoneFault(zone: string | undefined): string | null {
  if (!zone || isTimeZone(zone)) return null;
  return `SPAIV_TIME_ZONE is no time zone: ${zone}. Write it as the IANA database does: ${usual}`;
}

/** Whether this machine knows a zone of that IANA name. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What was set, shared by all that is bundled apart in a process. */
const shared = globalThis as typeof globalThis & { spaivTimeZone?: string | null };

/** Notes the zone that is set for the site; null where none is. One that this machine doesn't know is passed over. */
export function noteTimeZone(zone: string | null): void {
  if (zone !== shared.spaivTimeZone) shared.spaivTimeZone = zone === null || isTimeZone(zone) ? zone : null;
}

/** What holds where no zone is set: `SPAIV_TIME_ZONE`. */
export const environmentTimeZone = (): string => process.env.SPAIV_TIME_ZONE || usual;

/**
 * Whose clock the product shows, and where a due date ends: the site's setting as this process last read it
 * (`lib/server/site/time-zone`), else `SPAIV_TIME_ZONE`. For the server: components ask `useTimeZone`.
 */
export const siteTimeZone = (): string => shared.spaivTimeZone ?? environmentTimeZone();
