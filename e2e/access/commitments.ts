import { type Account, everybody, type ManagedAction, type ManagedPage } from "./roles";

// Where observations, meetings, recommendations and reports of platforms are worked with.

const meetings = "/en/spaiv/work/meetings";
const recommendations = "/en/spaiv/work/youth";
/** Of the made-up forum, behind the meetings that are publicly known. */
const ofForum = `${recommendations}/new?forum=8`;
const platforms = "/en/spaiv/work/civil-society";
/** Members of platforms, whom they address, and whoever keeps or audits them. */
const ofPlatforms: readonly Account[] = [
  ...([
    "focal.thailand",
    "prosecution.thailand",
    "delegate.thailand",
    "secretariat",
    "cso",
    "cso.thailand",
    "auditor",
  ] as const),
];

/** Whoever adds observations: a CSO reporter may all that a CSO member may. */
const ofObservers: readonly Account[] = ["cso", "cso.thailand"];

/** By route. */
export const pagesOfCommitments: Record<string, ManagedPage> = {
  "/[locale]/[plan]/work/observations/new": {
    path: "/en/spaiv/work/observations/new?unit=THA&period=2016",
    who: ofObservers,
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
  // There is none of that number.
  "/[locale]/[plan]/work/decisions/[id]": { path: "/en/spaiv/work/decisions/999999", who: [] },
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
};

/** What is said in an observation. */
const said = {
  kind: "questions",
  basis: "media",
  body: "Made up: what of it?",
  language: "en",
  attribution: "named",
  visibility: "platform",
  next: "keep",
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
    who: ofObservers,
  },
  writeObservationAction: ofDraft(said, ["cso"]),
  recallObservationAction: ofDraft({}, ["cso"]),
  deleteObservationAction: ofDraft({}, ["cso"]),
  removeObservationFileAction: ofDraft({ file: "1" }, ["cso"]),
  speakAgainAction: ofDraft({ body: "Made up." }, ["cso"]),
  dropSecondRoundAction: ofDraft({}, ["cso"]),
  endObservationAction: ofDraft({ end: "withdrawn" }, ["cso"]),
  takeDownObservationAction: ofDraft({ part: "text", rule: "minor", isCertain: "on" }, ["cso"]),
  answerValidityAction: ofDraft({ version: "1", validity: "holds" }, ["cso"]),
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
/** Of a decision that there isn't. */
const ofNoDecision = (fields: Record<string, string>): ManagedAction => ({
  page: "/en/spaiv/work/decisions/999999",
  fields: { locale: "en", plan: "spaiv", id: "999999", rowVersion: "1", unit: "THA", ...fields },
  who: [],
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
  // As nobody saw them: chairs stay as they are.
  setChairAction: {
    ...ofMeeting(""),
    page: meetings,
    fields: { locale: "en", plan: "spaiv", seen: "2001 XXX", chairYear: "2019", chair: "" },
  },
  deleteMeetingAction: ofMeeting("1"),
  takeDownMeetingPartAction: ofMeeting("1", { part: "notes", rule: "minor", isCertain: "on" }),
  addDecisionAction: ofMeeting("1/decisions/new", decided),
  changeDecisionAction: ofMeeting("1/decisions/1", { ...decided, number: "1" }),
  deleteDecisionAction: ofMeeting("1/decisions/1", { number: "1" }),
  followUpAction: ofMeeting("1/follow-up"),
  addDecisionActionAction: ofNoDecision({ action: "Made up.", actionDueOn: "2099-01-01" }),
  tellDecisionActionAction: ofNoDecision({ keyAction: "1", versions: "1:1", state: "underWay" }),
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
    fields: {
      locale: "en",
      plan: "spaiv",
      meeting: "8",
      rowVersion: "99",
      theme: "",
      organisers: "",
      safeguarding: "",
    },
    who: ["secretariat", "youth"],
  },
  writeRecommendationAction: ofRecommendation(recommended),
  recallRecommendationAction: ofRecommendation(),
  deleteRecommendationAction: ofRecommendation(),
  passRecommendationAction: ofRecommendation(),
  sendBackRecommendationAction: ofRecommendation({ rule: "minor" }),
  answerRecommendationAction: ofRecommendation({ unit: "THA", answer: "accepted", body: "" }),
  takeDownRecommendationAction: ofRecommendation({ part: "text", rule: "minor", isCertain: "on" }),
  translateRecommendationAction: ofRecommendation({ "in-th": "เรื่องสมมติ" }),
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
const ofNoPoint = (fields: Record<string, string>) =>
  ofNoMember("CHN/2016/answers/CHN/999999", { id: "999999", of: "CHN", ...fields });
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
  takeDownPlatformPartAction: ofNoMember("CHN/2016", { part: "challenge-1", rule: "minor", isCertain: "on" }),
  requestReportFilesAction: ofNoMember("CHN/2016", { language: "en" }),
  replyToPointAction: ofNoPoint({ kind: "explains", body: "Made up." }),
  addPointActionAction: ofNoPoint({ action: "Made up.", actionDueOn: "2099-01-01" }),
  removePointActionAction: ofNoPoint({ keyAction: "1" }),
  tellPointActionAction: ofNoPoint({ keyAction: "1", state: "underWay" }),
};

/** By name. */
export const actionsOfCommitments: Record<string, ManagedAction> = {
  ...ofObservations,
  ...ofMeetings,
  ...ofYouth,
  ...ofCivilSociety,
};
