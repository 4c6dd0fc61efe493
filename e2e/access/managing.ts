// Where an installation is run: each page and each action with those who may open or call it, of all roles that there are. Whoever
// isn't named gets a 404, or is refused.

export const everyRole = [
  ...(["focal.thailand", "prosecution.thailand", "secretariat", "cso", "auditor", "administrator"] as const),
] as const;
type Account = (typeof everyRole)[number];
const everybody: readonly Account[] = everyRole;

/** By route: an address of it, and who may open it. */
export const managedPages: Record<string, { path: string; who: readonly Account[] }> = {
  "/[locale]/manage": { path: "/en/manage", who: everybody },
  "/[locale]/settings": { path: "/en/settings", who: ["administrator"] },
};

const settings = {
  ...{ locale: "en", defaultLocale: "", defaultPlan: "", sessionHours: "12", idleMinutes: "120" },
  // As nobody saw them: they stay as they are.
  rowVersion: "99",
  ...Object.fromEntries(
    ["en", "km", "lo", "my", "th", "vi", "zh"].flatMap((language) => [
      [`name_${language}`, ""],
      [`notice_${language}`, ""],
    ]),
  ),
};

/** By name: a page that has it, what it takes, and who may call it. */
export const managedActions: Record<string, { page: string; fields: Record<string, string>; who: readonly Account[] }> =
  {
    changeSiteSettingsAction: { page: "/en/settings", fields: settings, who: ["administrator"] },
  };
