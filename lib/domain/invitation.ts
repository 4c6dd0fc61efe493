/**
 * How long an invitation can be accepted, and a link to set a forgotten password used: one that is handed over, and one that
 * somebody asked for themselves, whose mail is a minute away.
 */
export const INVITATION_DAYS = 7;
export const PASSWORD_LINK_HOURS = 24;
export const ASKED_LINK_HOURS = 1;

/** How many may be invited at once: as many as a person looks through in a preview. */
export const mostInvitedAtOnce = 200;

/** Of the table of people: those who have an account, and those who are to have one. */
export const personStates = ["active", "bounced", "invited", "expired", "disabled", "erased"] as const;
export type PersonState = (typeof personStates)[number];

interface AccountFacts {
  disabledAt: Date | null;
  erasedAt: Date | null;
  mailBouncedAt: Date | null;
}

/** How an account stands; `bounced`: its person works here, and mail to their address came back. */
export const accountState = ({ disabledAt, erasedAt, mailBouncedAt }: AccountFacts): PersonState =>
  erasedAt !== null ? "erased" : disabledAt !== null ? "disabled" : mailBouncedAt !== null ? "bounced" : "active";

export type InvitationState = "open" | "expired" | "used" | "revoked";

/** How an invitation stands, or a link to set a password. */
export function linkState(
  { usedAt, revokedAt, expiresAt }: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt > now ? "open" : "expired";
}

/** Why somebody can't be invited as a line says, and which field of a form is about it. A key of the messages `errors`. */
export const invitationProblems = {
  emailMissing: "email",
  emailInvalid: "email",
  personNameMissing: "name",
  personNameTooLong: "name",
  organisationUnknown: "organisation",
  roleUnknown: "role",
  planUnknown: "place",
  unitUnknown: "place",
  languageUnknown: "language",
  /** The role isn't given for such a unit, or not for all of them. */
  grantUnfit: "place",
  /** The inviter may not give it. */
  grantNotAllowed: "role",
  /** Somebody with that address is invited to the same already. */
  invitedAlready: "email",
  /** Somebody with that address has the role already; then the inviter sees them. */
  holdsRole: "email",
  /** A line before says the same. */
  invitedTwice: "email",
} as const;
export type InvitationProblem = keyof typeof invitationProblems;
