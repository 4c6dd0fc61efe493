/** Mails about an account, which nobody can leave out and which go at once, each by itself. */
export const urgentMailKinds = [
  "invitation",
  "passwordLink",
  "forgottenPassword",
  "newPlace",
  "identityLinked",
  "passkeyAdded",
  "passkeyRemoved",
] as const;
export type UrgentMailKind = (typeof urgentMailKinds)[number];

/** Those of them that say what became of an account, and hand over no link. */
export const accountNewsKinds = ["newPlace", "identityLinked", "passkeyAdded", "passkeyRemoved"] as const;
export type AccountNewsKind = (typeof accountNewsKinds)[number];
export const isAccountNews = (kind: string): kind is AccountNewsKind => accountNewsKinds.some((each) => each === kind);

/** What somebody is told once a day, in one mail, unless they don't want it. */
export const digestMailKinds = [
  "dueSoon",
  "dueToday",
  "overdue",
  "reminder",
  "returned",
  "query",
  "reply",
  "assignment",
  "handedBack",
  "takenOver",
  "mention",
  "observationCheck",
  "observationReply",
  "observationNews",
  "observationValidity",
  "platformReply",
  "platformNews",
  "recommendationCheck",
  "recommendationReply",
  "recommendationNews",
] as const;
export type DigestMailKind = (typeof digestMailKinds)[number];

/** What the author of an observation is told: that they are would tell who said it. */
export const authorMailKinds = ["observationNews", "observationValidity"] as const satisfies readonly DigestMailKind[];

export type MailKind = UrgentMailKind | DigestMailKind;
export const mailKinds: readonly MailKind[] = [...digestMailKinds, ...urgentMailKinds];

export const isUrgentMail = (kind: string): kind is UrgentMailKind => urgentMailKinds.some((each) => each === kind);
export const isDigestMail = (kind: string): kind is DigestMailKind => digestMailKinds.some((each) => each === kind);

export const mailStates = ["waiting", "sending", "sent", "kept", "failed", "bounced", "unknown", "dropped"] as const;
export type MailState = (typeof mailStates)[number];

/** So long a mail stands in the outbox after it was sent, or given up. Longer than a due date asks for reminders. */
export const MAIL_KEPT_DAYS = 90;
