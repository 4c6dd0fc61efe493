import { actionsOfCommitments, pagesOfCommitments } from "./commitments";
import { type Account, everybody, type ManagedAction, type ManagedPage } from "./roles";

// Where an installation is run, and what is said to governments: each page and each action with those who may open or call it,
// of all roles that there are. Whoever isn't named gets a 404, or is refused.

/** By route: an address of it, and who may open it. */
export const managedPages: Record<string, ManagedPage> = {
  "/[locale]/manage": { path: "/en/manage", who: everybody },
  ...pagesOfCommitments,
  "/[locale]/organisations": { path: "/en/organisations", who: everybody },
  "/[locale]/organisations/[id]": { path: "/en/organisations/1", who: everybody },
  "/[locale]/organisations/new": {
    path: "/en/organisations/new",
    who: ["focal.thailand", "secretariat", "administrator"],
  },
  // Another country's.
  "/[locale]/organisations/[id]/edit": { path: "/en/organisations/1/edit", who: ["secretariat", "administrator"] },
  "/[locale]/people": { path: "/en/people", who: ["focal.thailand", "secretariat", "auditor", "administrator"] },
  "/[locale]/people/[id]": { path: "/en/people/1", who: ["secretariat", "auditor", "administrator"] },
  "/[locale]/people/invite": { path: "/en/people/invite", who: ["focal.thailand", "secretariat", "administrator"] },
  "/[locale]/people/invite/several": {
    path: "/en/people/invite/several",
    who: ["focal.thailand", "secretariat", "administrator"],
  },
  "/[locale]/people/invitations": {
    path: "/en/people/invitations",
    who: ["focal.thailand", "secretariat", "auditor", "administrator"],
  },
  // There is none yet.
  "/[locale]/people/invitations/[id]": { path: "/en/people/invitations/999", who: [] },
  "/[locale]/mail": { path: "/en/mail", who: ["secretariat", "administrator"] },
  // Nothing was sent yet.
  "/[locale]/mail/[id]": { path: "/en/mail/999", who: [] },
  "/[locale]/audit": { path: "/en/audit", who: ["auditor", "administrator"] },
  "/[locale]/settings": { path: "/en/settings", who: ["administrator"] },
  "/[locale]/settings/[plan]/small-counts": {
    path: "/en/settings/spaiv/small-counts",
    who: ["secretariat", "administrator"],
  },
};

const settings = {
  locale: "en",
  defaultLocale: "",
  defaultPlan: "",
  timeZone: "",
  sessionHours: "12",
  idleMinutes: "120",
  replyDays: "60",
  safetyCheckDays: "5",
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
  locale: "en",
  name: "Made-up office",
  acronym: "",
  kind: "government",
  website: "",
  // The region's: no focal point's.
  units: "1",
  "name.km": "",
  "name.lo": "",
  "name.my": "",
  "name.th": "",
  "name.vi": "",
  "name.zh": "",
};
/** As nobody saw it: the directory stays as it is. */
const unseen = { locale: "en", id: "1", rowVersion: "99" };
const ofDirectory: readonly Account[] = ["secretariat", "administrator"];
const ofAudit: readonly Account[] = ["auditor", "administrator"];

/** Of whoever may see the audit: its file, which is sent for. */
export const auditRoutes = ["/api/audit/export"];

/** About the focal point of Cambodia, whom another country's doesn't know of; what is so already, so that people stay as they are. */
const aboutPerson = (fields: Record<string, string>): ManagedAction => ({
  page: "/en/people/1",
  fields: { id: "1", locale: "en", ...fields },
  who: ["secretariat", "administrator"],
});
const ofPeople: Record<string, ManagedAction> = {
  inviteAction: {
    page: "/en/people/invite",
    fields: {
      email: "made.up@example.org",
      name: "Made up",
      organisation: "1",
      role: "administrator",
      place: "*",
      language: "en",
      locale: "en",
    },
    who: ["administrator"],
  },
  inviteSeveralAction: {
    page: "/en/people/invite/several",
    fields: {
      list: "made.up@example.org\tMade up",
      organisation: "",
      role: "",
      place: "",
      language: "en",
      step: "preview",
      locale: "en",
    },
    who: ["focal.thailand", "secretariat", "administrator"],
  },
  // There is none.
  renewInvitationAction: { page: "/en/people/invitations/999", fields: { id: "999", locale: "en" }, who: [] },
  revokeInvitationAction: { page: "/en/people/invitations/999", fields: { id: "999", locale: "en" }, who: [] },
  giveRoleAction: aboutPerson({ role: "focalPoint", place: "spaiv/KHM" }),
  takeRoleAction: aboutPerson({ grant: "999" }),
  changePersonAction: aboutPerson({
    name: "Made up",
    email: "made.up@example.org",
    organisation: "1",
    wasName: "Nobody",
    wasEmail: "nobody@example.org",
    wasOrganisation: "1",
  }),
  setPersonStateAction: aboutPerson({ to: "active" }),
  makePasswordLinkAction: aboutPerson({}),
  clearBounceAction: aboutPerson({}),
  // Of somebody who isn't disabled.
  erasePersonAction: { ...aboutPerson({ sure: "on" }), who: ["administrator"] },
  // Of somebody who has no second step.
  resetTwoStepAction: { ...aboutPerson({}), who: ["administrator"] },
  // Of somebody who signs in by no identity provider.
  unlinkIdentitiesAction: { ...aboutPerson({}), who: ["administrator"] },
  handOverWorkAction: aboutPerson({ to: "2", unit: "1" }),
};

/** By name: a page that has it, what it takes, and who may call it. */
export const managedActions: Record<string, ManagedAction> = {
  addOrganisationAction: { page: "/en/organisations/new", fields: organisation, who: ofDirectory },
  changeOrganisationAction: {
    page: "/en/organisations/1/edit",
    fields: { ...organisation, ...unseen },
    who: ofDirectory,
  },
  archiveOrganisationAction: { page: "/en/organisations/1", fields: unseen, who: ofDirectory },
  restoreOrganisationAction: { page: "/en/organisations/1", fields: unseen, who: ofDirectory },
  ...ofPeople,
  ...actionsOfCommitments,
  requestVerificationAction: { page: "/en/audit", fields: { locale: "en" }, who: ofAudit },
  cancelVerificationAction: { page: "/en/audit", fields: { locale: "en" }, who: ofAudit },
  // The one that it is, as nobody saw it: it stays so.
  setThresholdAction: {
    page: "/en/settings/spaiv/small-counts",
    fields: { locale: "en", plan: "spaiv", threshold: "5", from: "5", preview: "unseen" },
    who: ["secretariat", "administrator"],
  },
  changeSiteSettingsAction: { page: "/en/settings", fields: settings, who: ["administrator"] },
};
