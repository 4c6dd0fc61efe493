import type { SiteText } from "@/lib/schemas/settings/site-settings-form";

/** The site's own mark as pages show it. */
export interface SiteLogoView {
  address: string;
  /** In the page's pixels. */
  width: number;
  height: number;
}

/** What is set for the whole site, and what may be. */
export interface SiteSettingsView {
  /** By language; empty where the site has none. */
  texts: Readonly<Record<SiteText, Readonly<Record<string, string>>>>;
  logo: SiteLogoView | null;
  noticeForAll: boolean;
  defaultLocale: string | null;
  /** An IANA name; null: the environment's. */
  timeZone: string | null;
  /** What may be chosen. */
  timeZones: readonly string[];
  /** What holds where none is chosen. */
  environmentTimeZone: string;
  /** A plan's code. */
  defaultPlan: string | null;
  plans: { code: string; title: string }[];
  sessionHours: number;
  idleMinutes: number;
  twoStepRequired: boolean;
  /** Of governments to reply, in days, and of the safety check, in working days. */
  replyDays: number;
  safetyCheckDays: number;
  rowVersion: number;
}
