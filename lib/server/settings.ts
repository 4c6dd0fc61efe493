import "server-only";
import pg from "pg";
import { timeZoneFault } from "@/lib/i18n/site-time-zone";
import { issuerFault, providerNameFault, providerSettingsFault } from "@/lib/server/auth/identity/provider-settings";
import { regularBackups } from "@/lib/server/backup/regular-backups";
import { s3BucketFault, s3EndpointFault, s3SettingsFault } from "@/lib/server/files/s3-settings";
import { clamavFault } from "@/lib/server/files/virus-scan";
import { logLevelFault } from "@/lib/server/log/log";
import { mailFromFault, mailSettingsFault, smtpUrlFault } from "@/lib/server/mail/mail-settings";
import { publisherOfServer } from "@/lib/server/publisher";

// Everything that may be set, and what may stand there. One that is empty is unset. Where the server listens is judged
// before any of this is loaded (scripts/server/listening.mjs), and the secret where it is used (auth/secret.ts).

type Variables = Readonly<Record<string, string | undefined>>;

/** Why a value won't do, as a sentence for whoever starts the program; null when it will. */
const faults: Readonly<Record<string, (value: string) => string | null>> = {
  SPAIV_DEMO: (value) =>
    /^[01]$/.test(value)
      ? null
      : `SPAIV_DEMO is "${value}". Set it to 0 for real people and values, or to 1 for a demonstration.`,
  DATABASE_URL: (url) => databaseUrlFault("DATABASE_URL", url),
  MIGRATE_DATABASE_URL: (url) => databaseUrlFault("MIGRATE_DATABASE_URL", url),
  DATABASE_POOL: (value) =>
    /^[1-9]\d{0,4}$/.test(value)
      ? null
      : `DATABASE_POOL is "${value}". Set it to how many connections the server may open, a whole number from 1.`,
  NEXTAUTH_URL: siteFault,
  SPAIV_TRUST_PROXY: (value) =>
    /^\d{1,3}$/.test(value)
      ? null
      : `SPAIV_TRUST_PROXY is "${value}". Set it to how many proxies stand before the server: 0 for none, or 1.`,
  SPAIV_PAGE_CACHE_MB: (value) =>
    /^[1-9]\d{0,4}$/.test(value)
      ? null
      : `SPAIV_PAGE_CACHE_MB is "${value}". Set it to how many megabytes of public pages are kept in memory, a whole number from 1.`,
  SPAIV_LOG_LEVEL: logLevelFault,
  SPAIV_TIME_ZONE: timeZoneFault,
  SPAIV_SMTP_URL: smtpUrlFault,
  SPAIV_MAIL_FROM: mailFromFault,
  SPAIV_FILES_S3_ENDPOINT: s3EndpointFault,
  SPAIV_FILES_S3_BUCKET: s3BucketFault,
  SPAIV_CLAMAV: clamavFault,
  SPAIV_OIDC_ISSUER: issuerFault,
  SPAIV_OIDC_NAME: providerNameFault,
};

/** The first setting that won't do, as a sentence for whoever starts the program; null where all will. */
export function settingsFault(variables: Variables = process.env): string | null {
  for (const [name, faultOf] of Object.entries(faults)) {
    const value = variables[name];
    const fault = value ? faultOf(value) : null;
    if (fault !== null) return fault;
  }
  if (variables.MIGRATE_DATABASE_URL && !variables.DATABASE_URL)
    return "MIGRATE_DATABASE_URL is set, and DATABASE_URL isn't: the embedded database has one user. Set both, or neither.";
  const besideFault = mailSettingsFault(variables) ?? providerSettingsFault(variables) ?? s3SettingsFault(variables);
  if (besideFault !== null) return besideFault;
  try {
    publisherOfServer(variables);
    regularBackups(variables);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Of a path nothing would come: pages, and links in publications, stand at the root of their host. */
function siteFault(value: string): string | null {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value))
    return `NEXTAUTH_URL is not an address: ${value}. Write it as people type it, with https:// in front: https://monitor.example.org`;
  const { href, origin } = new URL(value);
  return href === `${origin}/`
    ? null
    : `NEXTAUTH_URL says more than the site's host, which is served from its root and under no path. Write ${origin}`;
}

const howTo =
  "Write postgres://user@host:5432/database; a password stands in PGPASSWORD as it is, or in the address with each /, @, #, ? and % of it encoded: %2F, %40, %23, %3F, %25.";

/** The value is never said: a password may stand in it, and one that is cut in the wrong place anywhere. */
function databaseUrlFault(name: string, url: string): string | null {
  if (!/^postgres(?:ql)?:\/\//.test(url)) return `${name} doesn't begin with postgres://. ${howTo}`;
  const unreadable = `${name} can't be read as the address of a database. ${howTo}`;
  // What stands before a / or # of a password would be taken for the host, and what follows for the database's name.
  if (/[?#/].*@|#|\s$/s.test(url.slice(url.indexOf("//") + 2))) return unreadable;
  try {
    // It opens nothing yet.
    const { port } = new pg.Client({ connectionString: url });
    return Number.isInteger(port) && port >= 1 && port <= 65_535 ? null : unreadable;
  } catch (error) {
    const { path } = error as NodeJS.ErrnoException;
    return path ? `${name} names a file of certificates that can't be read: ${path}` : unreadable;
  }
}
