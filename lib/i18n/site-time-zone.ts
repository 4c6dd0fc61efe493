/** Indochina Time, that of most of the region. */
const usual = "Asia/Bangkok";

/** Why `SPAIV_TIME_ZONE` won't do, as a sentence for whoever starts the server; null when it will. */
export function timeZoneFault(zone: string | undefined): string | null {
  if (!zone || isTimeZone(zone)) return null;
  return `SPAIV_TIME_ZONE is no time zone: ${zone}. Write it as the IANA database does: ${usual}`;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Whose clock the product shows, and where a due date ends: `SPAIV_TIME_ZONE`. For the server: components ask `useTimeZone`. */
export const siteTimeZone = (): string => process.env.SPAIV_TIME_ZONE || usual;
