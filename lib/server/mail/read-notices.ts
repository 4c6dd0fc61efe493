import "server-only";
import { linkState } from "@/lib/domain/invitation";
import { isAccountNews, isDigestMail, isUrgentMail, type MailKind } from "@/lib/domain/mail";
import { can } from "@/lib/domain/permissions";
import { formatsIn } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { type MailArgs, mailArgs } from "@/lib/schemas/mail/mail-args";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { pathOfInvitation, pathOfPasswordLink } from "@/lib/server/people/invitation-path";
import { locateReport } from "@/lib/server/reports/locate-report";
import {
  isOfRecommendations,
  recommendationsTold,
  type ToldOfRecommendation,
} from "@/lib/server/youth/recommendations-told";
import type { MailReader } from "./mail-reader";
import type { NoticeSubject } from "./notice-subject";
import { stillSo } from "./still-so";

/** A report, or a unit's part in a plan where `period` is null, in the reader's language. */
export interface NoticePlace {
  plan: { code: string; title: string };
  unit: { code: string; name: string };
  period: { code: string; name: string; dueOn: string } | null;
}

/** A link that lets in whoever has it, and until when it does. */
interface SecretLink {
  path: (locale: string) => string;
  until: Date;
  /** Of one that sets another password: how many passkeys go on signing in. */
  passkeys?: number;
}

type LinkOf = (client: Transaction, id: number, now: Date) => Promise<SecretLink | null>;

const select = { id: true, nonce: true, expiresAt: true, usedAt: true, revokedAt: true } as const;

/**
 * How a mail finds the link that it hands over, by what it is about; null where the link isn't good any more, and the mail is
 * dropped. It is asked for when the mail leaves, and stands in no row of the queue.
 */
const secretLinks: Record<"invitation" | "passwordLink", LinkOf> = {
  async invitation(client, id, now) {
    const row = await client.invitation.findUnique({ where: { id }, select });
    if (!row || linkState(row, now) !== "open") return null;
    return { path: (locale) => pathOfInvitation({ ...row, locale }), until: row.expiresAt };
  },
  async passwordLink(client, id, now) {
    const ofUser = { user: { select: { _count: { select: { passkeys: true } } } } } as const;
    const row = await client.passwordLink.findUnique({ where: { id }, select: { ...select, ...ofUser } });
    if (!row || linkState(row, now) !== "open") return null;
    const { passkeys } = row.user._count;
    return { path: (locale) => pathOfPasswordLink({ ...row, locale }), until: row.expiresAt, passkeys };
  },
};

export type ReadNotice = {
  [K in MailKind]: {
    id: number;
    kind: K;
    args: MailArgs<K>;
    /** Why the mail goes without it. */
    leftOut: "unwanted" | "settled" | null;
    /** Of what is about a unit. */
    place: NoticePlace | null;
    /** Of a kind that hands one over. */
    link: SecretLink | null;
    /** Of mail about what young people recommended. */
    recommended: readonly ToldOfRecommendation[];
  };
}[MailKind];

interface NoticeRow {
  id: number;
  kind: string;
  args: unknown;
}

/** What the notices of a mail say now, and which of them are left out. */
export async function readNotices(rows: readonly NoticeRow[], reader: MailReader, now: Date): Promise<ReadNotice[]> {
  const read: ReadNotice[] = [];
  for (const row of rows) read.push(await readNotice(row, reader, now));
  return read;
}

async function readNotice({ id, kind, args }: NoticeRow, reader: MailReader, now: Date): Promise<ReadNotice> {
  if (isUrgentMail(kind)) {
    const parsed = mailArgs[kind].parse(args);
    const link = await linkOf(parsed, now);
    const leftOut = !isAccountNews(kind) && link === null ? "settled" : null;
    return { id, kind, args: parsed, leftOut, place: null, link, recommended: [] } as ReadNotice;
  }
  if (!isDigestMail(kind)) throw new Error(`Nobody knows mail of the kind ${kind}.`);
  const told = { kind, args: mailArgs[kind].parse(args) } as Parameters<typeof stillSo>[0];
  const located = await locate(told.args, now);
  const isUnwanted = reader.unwanted.has("all") || reader.unwanted.has(kind);
  // A role may have been taken from them since.
  const isOfReport = !("observations" in told.args || "reports" in told.args || "recommendations" in told.args);
  const mayKnow =
    located !== null &&
    (!isOfReport || can(reader.actor, "viewReport", { planId: located.plan.id, unit: located.unit }));
  const still = mayKnow ? await stillSo(told, located, reader, now) : null;
  const leftOut = isUnwanted ? "unwanted" : still === null ? "settled" : null;
  const place = located && (await namesOf(located, reader.locale));
  const says = still ?? told.args;
  const recommended =
    located && isOfRecommendations(kind) && "recommendations" in says
      ? await recommendationsTold(kind, located, says.recommendations, now)
      : [];
  return { id, kind, args: says, leftOut, place, link: null, recommended } as ReadNotice;
}

async function linkOf(args: object, now: Date): Promise<SecretLink | null> {
  const client = await db();
  if ("invitation" in args) return secretLinks.invitation(client, Number(args.invitation), now);
  return "passwordLink" in args ? secretLinks.passwordLink(client, Number(args.passwordLink), now) : null;
}

async function locate(args: { plan: string; unit: string; period?: string }, now: Date): Promise<NoticeSubject | null> {
  const client = await db();
  if (args.period !== undefined) {
    const located = await locateReport(client, { ...args, period: args.period });
    return located && { ...located, period: { ...located.period, due: dayOf(located.period.dueOn) } };
  }
  // Any period tells of the plan and the unit.
  const period = await client.reportingPeriod.findFirst({
    where: { plan: { code: args.plan }, startsOn: { lte: new Date(dayInRegion(now)) } },
    orderBy: { startsOn: "desc" },
    select: { code: true },
  });
  const located = period && (await locateReport(client, { ...args, period: period.code }));
  return located && { plan: located.plan, unit: located.unit, period: null, report: null };
}

async function namesOf({ plan, unit, period }: NoticeSubject, locale: Locale): Promise<NoticePlace> {
  const client = await db();
  const [titles, names] = await Promise.all([
    client.planText.findMany({
      where: { planId: plan.id, ...textsFor(locale) },
      select: { locale: true, title: true },
    }),
    client.reportingUnitText.findMany({
      where: { unitId: unit.id, ...textsFor(locale) },
      select: { locale: true, name: true },
    }),
  ]);
  return {
    plan: { code: plan.code, title: inLocale(titles, locale)?.title ?? plan.code },
    unit: { code: unit.code, name: inLocale(names, locale)?.name ?? unit.code },
    period: period && {
      code: period.code,
      name: formatsIn(locale).period(period),
      dueOn: period.due,
    },
  };
}
