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
  "/[locale]/organisations": { path: "/en/organisations", who: everybody },
  "/[locale]/organisations/[id]": { path: "/en/organisations/1", who: everybody },
  "/[locale]/organisations/new": {
    path: "/en/organisations/new",
    who: ["focal.thailand", "secretariat", "administrator"],
  },
  // Another country's.
  "/[locale]/organisations/[id]/edit": { path: "/en/organisations/1/edit", who: ["secretariat", "administrator"] },
  "/[locale]/audit": { path: "/en/audit", who: ["auditor", "administrator"] },
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

const organisation = {
  ...{ locale: "en", name: "Made-up office", acronym: "", kind: "government", website: "" },
  // The region's: no focal point's.
  units: "1",
  ...{ "name.km": "", "name.lo": "", "name.my": "", "name.th": "", "name.vi": "", "name.zh": "" },
};
/** As nobody saw it: the directory stays as it is. */
const unseen = { locale: "en", id: "1", rowVersion: "99" };
const ofDirectory: readonly Account[] = ["secretariat", "administrator"];
const ofAudit: readonly Account[] = ["auditor", "administrator"];

/** Of whoever may see the audit: its file, which is sent for. */
export const auditRoutes = ["/api/audit/export"];

/** By name: a page that has it, what it takes, and who may call it. */
export const managedActions: Record<string, { page: string; fields: Record<string, string>; who: readonly Account[] }> =
  {
    addOrganisationAction: { page: "/en/organisations/new", fields: organisation, who: ofDirectory },
    changeOrganisationAction: {
      page: "/en/organisations/1/edit",
      fields: { ...organisation, ...unseen },
      who: ofDirectory,
    },
    archiveOrganisationAction: { page: "/en/organisations/1", fields: unseen, who: ofDirectory },
    restoreOrganisationAction: { page: "/en/organisations/1", fields: unseen, who: ofDirectory },
    requestVerificationAction: { page: "/en/audit", fields: { locale: "en" }, who: ofAudit },
    cancelVerificationAction: { page: "/en/audit", fields: { locale: "en" }, who: ofAudit },
    changeSiteSettingsAction: { page: "/en/settings", fields: settings, who: ["administrator"] },
  };
