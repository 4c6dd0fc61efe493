// Where an installation is run, and where observations, meetings and recommendations are worked with: each page and each action
// with those who may open or call it, of all roles that there are. Whoever isn't named gets a 404, or is refused.

export const everyRole = [
  ...([
    "focal.thailand",
    "prosecution.thailand",
    "delegate.thailand",
    "secretariat",
    "cso",
    "youth",
    "auditor",
  ] as const),
  "administrator",
] as const;
type Account = (typeof everyRole)[number];
const everybody: readonly Account[] = everyRole;

const meetings = "/en/spaiv/work/meetings";
const recommendations = "/en/spaiv/work/youth";
/** Of the made-up forum, behind the meetings that are publicly known. */
const ofForum = `${recommendations}/new?forum=8`;
const platforms = "/en/spaiv/work/civil-society";
/** Members of platforms, whom they address, and whoever keeps or audits them. */
const ofPlatforms: readonly Account[] = ["focal.thailand", "prosecution.thailand", "secretariat", "cso", "auditor"];

/** By route: an address of it, and who may open it. */
export const managedPages: Record<string, { path: string; who: readonly Account[] }> = {
  "/[locale]/manage": { path: "/en/manage", who: everybody },
  "/[locale]/[plan]/work/observations/new": {
    path: "/en/spaiv/work/observations/new?unit=THA&period=2016",
    who: ["cso"],
  },
  // There is none yet.
  "/[locale]/[plan]/work/observations/[id]": { path: "/en/spaiv/work/observations/999", who: [] },
  "/[locale]/[plan]/work/meetings": { path: meetings, who: ["secretariat"] },
  "/[locale]/[plan]/work/meetings/new": { path: `${meetings}/new`, who: ["secretariat"] },
  "/[locale]/[plan]/work/meetings/[id]": { path: `${meetings}/1`, who: ["secretariat"] },
  "/[locale]/[plan]/work/meetings/[id]/edit": { path: `${meetings}/1/edit`, who: ["secretariat"] },
  "/[locale]/[plan]/work/meetings/[id]/agenda": { path: `${meetings}/1/agenda`, who: ["secretariat"] },
  "/[locale]/[plan]/work/meetings/[id]/decisions/new": {
    path: `${meetings}/1/decisions/new`,
    who: ["secretariat"],
  },
  // It has none.
  "/[locale]/[plan]/work/meetings/[id]/decisions/[number]": { path: `${meetings}/1/decisions/1`, who: [] },
  "/[locale]/[plan]/work/meetings/[id]/follow-up": { path: `${meetings}/1/follow-up`, who: ["secretariat"] },
  "/[locale]/[plan]/work/briefs/[code]": {
    path: "/en/spaiv/work/briefs/SOM11?unit=THA",
    who: ["focal.thailand", "delegate.thailand", "secretariat"],
  },
  // Whoever has a role in the plan reads what everybody reads; this one nobody has written.
  "/[locale]/[plan]/work/youth": {
    path: recommendations,
    who: everybody,
  },
  "/[locale]/[plan]/work/youth/new": { path: ofForum, who: ["youth"] },
  "/[locale]/[plan]/work/youth/forums/[meeting]": {
    path: `${recommendations}/forums/8`,
    who: ["secretariat", "youth"],
  },
  "/[locale]/[plan]/work/youth/[id]": { path: `${recommendations}/999`, who: [] },
  "/[locale]/[plan]/work/civil-society": { path: platforms, who: ofPlatforms },
  "/[locale]/[plan]/work/civil-society/[unit]": { path: `${platforms}/CHN`, who: ofPlatforms },
  // There is none.
  "/[locale]/[plan]/work/civil-society/[unit]/[year]": { path: `${platforms}/CHN/2016`, who: [] },
  "/[locale]/[plan]/work/civil-society/[unit]/[year]/edit": { path: `${platforms}/CHN/2016/edit`, who: [] },
  "/[locale]/[plan]/work/civil-society/[unit]/[year]/answers/[of]/[point]": {
    path: `${platforms}/CHN/2016/answers/CHN/999999`,
    who: [],
  },
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
  ...{ locale: "en", defaultLocale: "", defaultPlan: "", timeZone: "", sessionHours: "12", idleMinutes: "120" },
  ...{ replyDays: "60", safetyCheckDays: "5" },
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

interface ManagedAction {
  page: string;
  fields: Record<string, string>;
  who: readonly Account[];
}

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
      ...{ email: "made.up@example.org", name: "Made up", organisation: "1", role: "administrator", place: "*" },
      ...{ language: "en", locale: "en" },
    },
    who: ["administrator"],
  },
  inviteSeveralAction: {
    page: "/en/people/invite/several",
    fields: {
      ...{ list: "made.up@example.org\tMade up", organisation: "", role: "", place: "", language: "en" },
      ...{ step: "preview", locale: "en" },
    },
    who: ["focal.thailand", "secretariat", "administrator"],
  },
  // There is none.
  renewInvitationAction: { page: "/en/people/invitations/999", fields: { id: "999", locale: "en" }, who: [] },
  revokeInvitationAction: { page: "/en/people/invitations/999", fields: { id: "999", locale: "en" }, who: [] },
  giveRoleAction: aboutPerson({ role: "focalPoint", place: "spaiv/KHM" }),
  takeRoleAction: aboutPerson({ grant: "999" }),
  changePersonAction: aboutPerson({
    ...{ name: "Made up", email: "made.up@example.org", organisation: "1" },
    ...{ wasName: "Nobody", wasEmail: "nobody@example.org", wasOrganisation: "1" },
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

/** What is said in an observation. */
const said = {
  ...{ kind: "questions", basis: "media", body: "Made up: what of it?", language: "en", attribution: "named" },
  ...{ visibility: "platform", next: "keep" },
};
/** The one that the member of civil society has added, as nobody saw it: a draft of which nobody else knows. */
const unseenDraft = { locale: "en", plan: "spaiv", id: "1", rowVersion: "99" };
const observations = "/en/spaiv/work/observations";
const ofDraft = (fields: Record<string, string>, who: readonly Account[]): ManagedAction => ({
  page: `${observations}/1`,
  fields: { ...unseenDraft, ...fields },
  who,
});
const ofObservations: Record<string, ManagedAction> = {
  addObservationAction: {
    page: `${observations}/new?unit=THA&period=2016`,
    fields: { ...said, locale: "en", plan: "spaiv", unit: "THA", period: "2016" },
    who: ["cso"],
  },
  writeObservationAction: ofDraft(said, ["cso"]),
  recallObservationAction: ofDraft({}, ["cso"]),
  deleteObservationAction: ofDraft({}, ["cso"]),
  speakAgainAction: ofDraft({ body: "Made up." }, ["cso"]),
  endObservationAction: ofDraft({ end: "withdrawn" }, ["cso"]),
  openAttributionAction: ofDraft({ attribution: "named" }, ["cso"]),
  passObservationAction: ofDraft({}, ["cso"]),
  sendBackObservationAction: ofDraft({ rule: "minor" }, ["cso"]),
  addKeyActionAction: ofDraft({ action: "Made up.", actionDueOn: "2099-01-01" }, ["cso"]),
  removeKeyActionAction: ofDraft({ keyAction: "1" }, ["cso"]),
  tellKeyActionAction: ofDraft({ keyAction: "1", state: "underWay" }, ["cso"]),
  replyToObservationAction: ofDraft({ kind: "explains", body: "Made up." }, ["cso"]),
};

/** One that was held, as nobody saw it: it stays as it is. */
const ofMeeting = (page: string, fields: Record<string, string> = {}): ManagedAction => ({
  page: `${meetings}/${page}`,
  fields: { locale: "en", plan: "spaiv", id: "1", rowVersion: "99", ...fields },
  who: ["secretariat"],
});
const factsOfMeeting = { kind: "workshop", title: "Made up", year: "2019" };
const decided = { kind: "task", body: "Made up.", dueOn: "" };
const ofMeetings: Record<string, ManagedAction> = {
  addMeetingAction: {
    ...ofMeeting("new"),
    // Of that code there is one.
    fields: { ...factsOfMeeting, locale: "en", plan: "spaiv", code: "SOM11" },
  },
  changeMeetingAction: ofMeeting("1/edit", factsOfMeeting),
  writeAgendaAction: ofMeeting("1/agenda", { title_1: "Made up" }),
  advanceMeetingAction: ofMeeting("1", { step: "hold" }),
  sendPapersAction: ofMeeting("1", { release: "none" }),
  // It looks at no results.
  requestPaperSetAction: ofMeeting("1", { language: "en" }),
  deleteMeetingAction: ofMeeting("1"),
  addDecisionAction: ofMeeting("1/decisions/new", decided),
  changeDecisionAction: ofMeeting("1/decisions/1", { ...decided, number: "1" }),
  deleteDecisionAction: ofMeeting("1/decisions/1", { number: "1" }),
  followUpDecisionsAction: ofMeeting("1/follow-up"),
};

/** The draft of the demonstration, as nobody saw it: nobody but its authors knows of it. */
const ofRecommendation = (fields: Record<string, string> = {}): ManagedAction => ({
  page: `${recommendations}/18`,
  fields: { ...unseenDraft, id: "18", ...fields },
  who: ["youth"],
});
const recommended = { body: "Made up: ask us.", language: "en", node: "G4", units: "THA", next: "keep" };
const ofYouth: Record<string, ManagedAction> = {
  addRecommendationAction: {
    page: ofForum,
    fields: { ...recommended, locale: "en", plan: "spaiv", meeting: "8" },
    who: ["youth"],
  },
  // As nobody saw it: it stays as it is.
  describeForumAction: {
    page: `${recommendations}/forums/8`,
    fields: { locale: "en", plan: "spaiv", meeting: "8", rowVersion: "99", organisers: "", safeguarding: "" },
    who: ["secretariat", "youth"],
  },
  writeRecommendationAction: ofRecommendation(recommended),
  recallRecommendationAction: ofRecommendation(),
  deleteRecommendationAction: ofRecommendation(),
  passRecommendationAction: ofRecommendation(),
  sendBackRecommendationAction: ofRecommendation({ rule: "minor" }),
  answerRecommendationAction: ofRecommendation({ unit: "THA", answer: "accepted", body: "" }),
  takeDownRecommendationAction: ofRecommendation(),
  addAnswerActionAction: ofRecommendation({ unit: "THA", action: "Made up.", actionDueOn: "2099-01-01" }),
  removeAnswerActionAction: ofRecommendation({ unit: "THA", keyAction: "1" }),
  tellAnswerActionAction: ofRecommendation({ unit: "THA", keyAction: "1", state: "underWay" }),
};

/** Of a platform that has neither members nor reports; a task force can't be one. */
const ofNoMember = (page: string, fields: Record<string, string> = {}): ManagedAction => ({
  page: `${platforms}/${page}`,
  fields: { locale: "en", plan: "spaiv", unit: "CHN", year: "2016", rowVersion: "1", ...fields },
  who: [],
});
const ofCivilSociety: Record<string, ManagedAction> = {
  addMemberAction: ofNoMember("CHN", { organisation: "1", since: "2016-01-01" }),
  endMembershipAction: ofNoMember("CHN", { member: "999999", until: "2016-01-01" }),
  beginPlatformReportAction: ofNoMember("CHN"),
  writePlatformReportAction: ofNoMember("CHN/2016/edit", { language: "en", visibility: "public" }),
  agreeToPlatformReportAction: ofNoMember("CHN/2016"),
  closeAgreementAction: ofNoMember("CHN/2016"),
  reopenPlatformReportAction: ofNoMember("CHN/2016"),
  deletePlatformReportAction: ofNoMember("CHN/2016"),
  presentPlatformReportAction: ofNoMember("CHN/2016", { meeting: "SOM11" }),
  replyToPointAction: ofNoMember("CHN/2016", { point: "999999", of: "CHN", kind: "explains", body: "Made up." }),
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
  ...ofObservations,
  ...ofMeetings,
  ...ofYouth,
  ...ofCivilSociety,
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
