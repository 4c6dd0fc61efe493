import type { PasswordWeakness } from "./password-strength";
import type { ReportLock } from "./reports/report-state";

/** The arguments of each refusal's message. The code is the message's key in the namespace `errors`. */
export interface RefusalArgs {
  /** There is no such thing, or the asker may not know of it. */
  notFound: Record<never, never>;
  /** The asker may see it, but not do this. */
  notAllowed: Record<never, never>;
  /** The asker could do it if the indicator were assigned to them: it never was, or somebody took it over. */
  notAssigned: Record<never, never>;
  /** Nobody is signed in any more. */
  signedOut: Record<never, never>;
  /** The page was made for another person than who is signed in now, whose name this is. */
  otherPerson: { name: string };
  /** The same of signing out, which would have been that person's. */
  otherPersonStays: { name: string };
  /** The server's answer never came: it may have done what was asked, or not. */
  unanswered: Record<never, never>;
  /** The same of something that has no fields. */
  commandUnanswered: Record<never, never>;
  /** Somebody wanted to sign out where no server can be reached: they are signed in as before. */
  stillSignedIn: Record<never, never>;
  /** The same of a password that was to be changed. */
  passwordUnanswered: Record<never, never>;
  /** The same of somebody who wanted to sign in: nothing could be lost. */
  signInUnanswered: Record<never, never>;
  /** Someone else changed it after it was read. */
  changedMeanwhile: Record<never, never>;
  /** What the approval would make public isn't what the reviewer was shown: something else was published meanwhile. */
  consequencesChanged: Record<never, never>;
  /** The same of another threshold of small counts. */
  thresholdPreviewChanged: Record<never, never>;
  /** An edition of the framework lacks these definitions of indicators that it has. */
  definitionsMissing: { definitions: string };
  /** Another release has that address. */
  releaseCodeTaken: Record<never, never>;
  /** Another meeting of the plan has that code. */
  meetingCodeTaken: Record<never, never>;
  /** The organisation belongs to that civil society platform already. */
  platformMemberAlready: Record<never, never>;
  /** The platform has a report of that year. */
  platformReportBegun: Record<never, never>;
  /** A report that is to be agreed says no priority, or no organisation has agreed to its words. */
  platformPriorityMissing: Record<never, never>;
  platformAgreementMissing: Record<never, never>;
  /** All of a report that governments would answer was taken down. */
  platformNothingStands: Record<never, never>;
  /** Words that are to be passed on name a young person or a school, whose decision they are about: so much of them. */
  youngPersonInWords: { found: string };
  /** What was to be taken down isn't public. */
  notPublic: Record<never, never>;
  /** Somebody took it down before. */
  takenDownAlready: Record<never, never>;
  /** What was reported can't be restored while the report isn't approved. */
  reportOpen: Record<never, never>;
  /** The results version has a name: the release's code. */
  versionNamed: { code: string };
  /** Another reviewer answered the indicator after it was read: who, when, and as what. */
  answeredMeanwhile: { by: string; at: string; answer: "accept" | "query"; query: string };
  /** Another reply to the query was stored after it was read: whose (or `you`), when, and its words. */
  repliedMeanwhile: { by: string; at: string; reply: string };
  /** These people can't be told of a query: they can't answer it any more, or asked it. `none` where who they are isn't known. */
  cannotBeTold: { people: string };
  /** Values of the report changed after it was read: which indicators', whose the last change was (or `you`), and its moment. */
  valuesChanged: { codes: string; more: number; by: string; at: string };
  /** Indicators that are assigned to whoever hands back have no answer, and nothing is said of why. */
  leftUnexplained: { left: number };
  /** The report can't be changed now; `lock` says why. */
  locked: { lock: ReportLock | "withdrawn" };
  /** Returning or reopening a report needs words that say why. */
  reasonMissing: Record<never, never>;
  /** The indicator isn't disaggregated in this way, or a category isn't known. */
  cellNotAdmitted: { cell: string };
  /** Indicators without an answer, warnings without a comment, queries without a reply: the check lists them. */
  submissionBlocked: { blocks: number };
  /** A reviewer has answered something of the submission, so that it can't be withdrawn any more. */
  reviewBegun: Record<never, never>;
  /** A report with queries can be returned, not approved: which indicators' they are, and whose, or `you`. */
  queriesUnanswered: { queries: number; codes: string; by: string };
  /** Nobody decides about these indicators any more, by code, since the reviewer was shown what is undecided. */
  undecidedMeanwhile: { count: number; codes: string };
  /** The queries on these indicators, by code, aren't those that the reviewer was shown. */
  queriesChanged: { count: number; codes: string };
  /** Another reviewer took or left goals after who looks at which was read. */
  sharesChanged: Record<never, never>;
  /** Values of these indicators, by code, are beyond what their definitions allow. */
  valuesOutsideLimits: { indicators: number; codes: string };
  /** This indicator's results take more time or memory than any may, even with all its values hidden. */
  resultsTooLarge: { indicator: string };
  /** A file that is no PNG which can be drawn, or whose picture is wider or higher than a logo needs. */
  logoNotPng: Record<never, never>;
  logoTooWide: { pixels: number };
  /** A file that isn't taken as a source: lib/domain/source-file says of each why. */
  sourceUnknown: Record<never, never>;
  sourceHeic: Record<never, never>;
  sourceOldOffice: Record<never, never>;
  sourceEncrypted: Record<never, never>;
  sourceSigned: Record<never, never>;
  sourceActive: Record<never, never>;
  sourceMacros: Record<never, never>;
  sourceLinked: Record<never, never>;
  sourceDeletions: Record<never, never>;
  sourceHiddenSheets: Record<never, never>;
  sourceHiddenSlides: Record<never, never>;
  sourcePivots: Record<never, never>;
  sourceUncleanable: Record<never, never>;
  sourceTooDemanding: Record<never, never>;
  sourceDamaged: Record<never, never>;
  /** Nobody said of a picture that those whom it shows agreed, or can't be recognised. */
  sourceConsentMissing: Record<never, never>;
  sourceFilesFull: { most: number };
  /** As many documents back it as may. */
  evidenceFull: { most: number };
  /** A virus was found in it. */
  sourceInfected: Record<never, never>;
  /** The virus scanner gave no answer. */
  sourceUnchecked: Record<never, never>;
  /** The file store gives no answer, or refuses. */
  sourceStoreAway: Record<never, never>;
  /** So many files are being cleaned that this one would wait too long. */
  sourceBusy: Record<never, never>;
  /** The file isn't the one that was previewed, or it says nothing more about this report. */
  fileChanged: Record<never, never>;
  /** Conflicts of a file that nobody decided about. */
  conflictsUnresolved: { conflicts: number };
  /** Fields of a form didn't pass; which ones stands beside them. */
  invalid: { fields: number };
  wrongCredentials: Record<never, never>;
  /** Too many failed attempts to sign in; the wait is rounded up to whole minutes. */
  throttled: { minutes: number };
  /** Somebody asked for a link by mail too often; the wait is rounded up to whole minutes. */
  linkAskedTooOften: { minutes: number };
  /** Nothing leaves by mail: whoever keeps the account makes a link. */
  linkNotMailed: Record<never, never>;
  wrongPassword: Record<never, never>;
  /** A code of an app, or a recovery code, that isn't right, or was taken already. */
  wrongCode: Record<never, never>;
  /** The password was given too long ago, or something about the account changed since. */
  signInOver: Record<never, never>;
  /** Nobody here goes with whom the identity provider vouched for; it doesn't say why. */
  identityRefused: Record<never, never>;
  /** Two-step sign-in is on already, or off. */
  twoStepOnAlready: Record<never, never>;
  twoStepOff: Record<never, never>;
  /** The site requires it of whoever has that role. */
  twoStepRequired: Record<never, never>;
  /** What was begun wasn't finished in time: begin again. */
  twoStepSetUpOver: Record<never, never>;
  /** Everyone who tries the product shares a demo account. */
  twoStepOfDemo: Record<never, never>;
  /** A passkey that signs nobody in here: unknown, of somebody who is disabled, or not signed as it should be. */
  passkeyRefused: Record<never, never>;
  /** What was to be signed is too old, or was signed already. */
  passkeyOver: Record<never, never>;
  /** The device counts less uses than before: two may hold the key. */
  passkeyCopied: Record<never, never>;
  /** The person, or their browser in their place, broke it off. */
  passkeyCancelled: Record<never, never>;
  /** The browser or the device couldn't. */
  passkeyFailed: Record<never, never>;
  /** The device holds a passkey of this account already. */
  passkeyKnown: Record<never, never>;
  /** Nobody has more of them. */
  passkeysFull: { most: number };
  /** The site isn't open under a name that a passkey could belong to. */
  passkeysNotOffered: Record<never, never>;
  /** Everyone who tries the product shares a demo account. */
  passkeyOfDemo: Record<never, never>;
  emailTaken: { email: string };
  /** Another organisation has this name already. */
  organisationNameTaken: { name: string };
  /** A link that lets somebody in doesn't work: it was used, revoked or renewed, is too old, or never was one. */
  linkInvalid: Record<never, never>;
  /** The invitation was accepted or revoked before. */
  invitationOver: Record<never, never>;
  /** Nobody would be left who can give anybody a role. */
  lastAdministrator: Record<never, never>;
  /** Somebody's data are erased once they are disabled. */
  personNotDisabled: Record<never, never>;
  /** Their data were erased, so that nothing of their account is changed any more. */
  personErased: Record<never, never>;
  /** Work goes from one who reports for a country to another who does. */
  notOfUnit: Record<never, never>;
  weakPassword: { weakness: PasswordWeakness };
  /** The stream isn't as it was written, from this event on, and erasing would hide that. */
  auditAltered: { sequence: number };
  /** What is to be erased from the history still stands in a cell of the indicator. */
  wordsInUse: { indicator: string };
  /** Something is reported in the plan already, and what was asked would change its results. */
  planInUse: Record<never, never>;
  /** Another period of the plan has that code. */
  periodCodeTaken: Record<never, never>;
  /** A meeting isn't held before its first day. */
  meetingNotBegun: { startsOn: string };
  /** A period that extends the plan can't be added, for one of the two reasons around. */
  meetingPeriodRefused: { period: string };
  /** The plan's indicators or its other periods have another frequency. */
  frequencyDiffers: Record<never, never>;
  /** Reports are due after their period has ended: on which day it does. */
  dueBeforeEnd: { endsOn: string };
  /** A unit whose date isn't the others' has a reason for it. */
  dueReasonMissing: Record<never, never>;
  /** A reply that something is being done says nothing of what. */
  keyActionMissing: Record<never, never>;
  /** What is to be done can't be due on a day that has passed. */
  keyActionPast: Record<never, never>;
  /** There are as many key actions as one reply may have. */
  keyActionsFull: { most: number };
  /** A forum has as many recommendations as one may have. */
  recommendationsFull: { most: number };
  /** Nobody has the role, or the indicators that are left, so that nobody can be reminded. */
  nobodyToRemind: Record<never, never>;
  /** They were reminded of the report today already. */
  remindedToday: Record<never, never>;
  /** The password of a demo account is published and stays as it is. */
  demoPassword: Record<never, never>;
}

export type RefusalCode = keyof RefusalArgs;

/** Whether it is about who is signed in: the same goes through once the page's own person is again. */
export const isAboutSession = (code: string): boolean => code === "signedOut" || code === "otherPerson";

/** A rule said no. Its code and arguments become a sentence for the person who asked; anything else thrown is a defect. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = "Refusal";
  readonly code: C;
  readonly args: RefusalArgs[C];

  constructor(code: C, ...args: keyof RefusalArgs[C] extends never ? [] : [RefusalArgs[C]]) {
    super(code);
    this.code = code;
    this.args = args[0] ?? ({} as RefusalArgs[C]);
  }
}
