import { locales } from "@/lib/i18n/routing";

/** What a browser sends of the form of settings where nothing was set before, and nothing is changed. */
export const typedSiteSettings: Record<string, string> = {
  ...Object.fromEntries(locales.flatMap((locale) => [`name_${locale}`, `notice_${locale}`].map((name) => [name, ""]))),
  locale: "en",
  defaultLocale: "",
  defaultPlan: "",
  timeZone: "",
  sessionHours: "12",
  idleMinutes: "120",
  replyDays: "60",
  safetyCheckDays: "5",
  rowVersion: "0",
};
