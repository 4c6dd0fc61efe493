import { z } from "zod";
import type { MailKind } from "@/lib/domain/mail";

/** Codes are letters, digits, points and dashes: no words, and no address of anybody, pass for one. */
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);
const id = z.int().positive();
const report = { plan: code, unit: code, period: code };

const observations = { plan: code, unit: code, observations: z.array(id).min(1) };
const recommendations = { plan: code, unit: code, recommendations: z.array(id).min(1) };

/**
 * What a mail is about, in codes and ids alone. It stands in rows and is put into words when the mail is sent, so that neither
 * the queue nor a mail holds a name, a value, or words that somebody typed.
 */
export const mailArgs = {
  dueSoon: z.strictObject({ ...report, step: z.literal(1) }),
  dueToday: z.strictObject({ ...report, step: z.literal(1) }),
  overdue: z.strictObject({ ...report, step: id }),
  /** Somebody asks them to go on with a report. */
  reminder: z.strictObject(report),
  /** `reopened`: after its approval, with a reason and without a review. */
  returned: z.strictObject({ ...report, reopened: z.literal(true).optional() }),
  /** The report came back with queries about these. */
  query: z.strictObject({ ...report, indicators: z.array(code).min(1) }),
  reply: z.strictObject({ ...report, indicator: code }),
  /** Indicators that they are to enter from now on. */
  assignment: z.strictObject({ ...report, period: code.optional(), indicators: z.array(code).min(1) }),
  /** Contributors are done with these. */
  handedBack: z.strictObject({ ...report, indicators: z.array(code).min(1) }),
  /** They enter these no longer: a focal point does; `reassigned`: whoever they are assigned to now, if anybody. */
  takenOver: z.strictObject({ ...report, indicators: z.array(code).min(1), reassigned: z.literal(true).optional() }),
  /** Somebody tells them of a comment on the indicator, of a query, or of one that they review. */
  mention: z.strictObject({ ...report, indicator: code, inReview: z.literal(true).optional() }),
  /** Observations, by number, that wait for the safety check, or for a unit's reply. */
  observationCheck: z.strictObject({ ...observations }),
  observationReply: z.strictObject({ ...observations }),
  /** Something became of what they said themselves. */
  observationNews: z.strictObject({ ...observations }),
  /** A value became public since: does what they said of it still hold? */
  observationValidity: z.strictObject({ ...observations }),
  /** Reports of civil society platforms, by their codes, with points that wait for a unit's answer. */
  platformReply: z.strictObject({ plan: code, unit: code, reports: z.array(code).min(1) }),
  /** The unit answered points of them, told what it did, or let the day pass. */
  platformNews: z.strictObject({ plan: code, unit: code, reports: z.array(code).min(1) }),
  /** Young people's recommendations, by number, that wait for the safety check; the unit is the region. */
  recommendationCheck: z.strictObject(recommendations),
  /** The same that wait for a unit's answer. */
  recommendationReply: z.strictObject(recommendations),
  /** The unit answered them, told what it did about them, or let the day pass. */
  recommendationNews: z.strictObject(recommendations),
  invitation: z.strictObject({ invitation: id }),
  passwordLink: z.strictObject({ passwordLink: id }),
  /** The same of a link that somebody asked for themselves. */
  forgottenPassword: z.strictObject({ passwordLink: id }),
  /** Somebody signed in with their account from where they never did. */
  newPlace: z.strictObject({ at: z.iso.datetime() }),
  /** They may sign in by the identity provider from now on. */
  identityLinked: z.strictObject({ at: z.iso.datetime() }),
  /** A passkey of theirs was added, or taken away. */
  passkeyAdded: z.strictObject({ at: z.iso.datetime() }),
  passkeyRemoved: z.strictObject({ at: z.iso.datetime() }),
} satisfies Record<MailKind, z.ZodType>;

export type MailArgs<K extends MailKind> = z.output<(typeof mailArgs)[K]>;
