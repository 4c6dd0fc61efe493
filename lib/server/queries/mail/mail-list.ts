import "server-only";
import { authorMailKinds, type MailState, mailStates, urgentMailKinds } from "@/lib/domain/mail";
import { type Actor, can, noPlan } from "@/lib/domain/permissions";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { mailSettings } from "@/lib/server/mail/mail-settings";
import { hasWords } from "@/lib/views/found-text";
import type { MailListView, MailRow, UrgentOrDigest } from "@/lib/views/mail-view";

const mailsPerPage = 25;

/** What kinds and states are called, by which a mail is found. */
export interface MailWordsOfList {
  kind: (kind: UrgentOrDigest) => string;
  state: (state: MailState) => string;
}

/** Mail belongs to no plan: it takes the permission in all of them. */
export const mayViewMail = (actor: Actor): boolean => can(actor, "viewMail", { planId: noPlan });

/**
 * Mails that the actor may know of. What an author is told of their observations would tell who said them: that is for whoever
 * may know that anyway.
 */
export const visibleMail = (actor: Actor): Prisma.MailWhereInput =>
  can(actor, "checkSafety", { planId: noPlan }) ? {} : { notices: { none: { kind: { in: [...authorMailKinds] } } } };

export const mailSelect = {
  id: true,
  kind: true,
  email: true,
  state: true,
  reason: true,
  dueAt: true,
  endedAt: true,
  user: { select: { name: true, email: true } },
  notices: { select: { args: true }, orderBy: { id: "asc" } },
} as const satisfies Prisma.MailSelect;

/**
 * A page of what people were told by mail, or will be, the newest first unless it is ordered otherwise; null for whoever may not
 * know. The database finds, orders and cuts the rows: there are more every day.
 */
export async function mailList(
  actor: Actor,
  locale: string,
  asked: TableView,
  called: MailWordsOfList,
): Promise<MailListView | null> {
  if (!mayViewMail(actor)) return null;
  const client = await db();
  const visible = visibleMail(actor);
  const words = asked.find.trim().split(/\s+/).filter(Boolean);
  const where: Prisma.MailWhereInput = { AND: [visible, ...words.map((word) => havingWord(word, locale, called))] };
  const [total, found] = [await client.mail.count({ where: visible }), await client.mail.count({ where })];
  const size = asked.size ?? mailsPerPage;
  const skip = (Math.min(asked.page, Math.max(1, Math.ceil(found / size))) - 1) * size;
  const rows = await client.mail.findMany({
    where,
    skip,
    take: size,
    orderBy: orderOf(asked.sort),
    select: mailSelect,
  });
  return { mails: rows.map(mailRow), total, found, hasServer: mailSettings() !== null };
}

function havingWord(word: string, locale: string, words: MailWordsOfList): Prisma.MailWhereInput {
  const isFound = hasWords(word, locale);
  const contains = { contains: word, mode: "insensitive" } as const;
  const kinds = ["digest" as const, ...urgentMailKinds].filter((kind) => isFound(words.kind(kind)));
  const states = mailStates.filter((state) => isFound(words.state(state)));
  return {
    OR: [
      { user: { OR: [{ name: contains }, { email: contains }] } },
      { email: contains },
      { kind: { in: kinds } },
      { state: { in: states } },
    ],
  };
}

function orderOf(sort: string): Prisma.MailOrderByWithRelationInput[] {
  const way = sort.startsWith("-") ? "desc" : "asc";
  const column = sort.replace(/^-/, "");
  if (column === "to") return [{ user: { name: way } }, { email: way }, { id: way }];
  if (column === "state") return [{ state: way }, { id: "desc" }];
  return column === "at" ? [{ dueAt: way }, { id: way }] : [{ dueAt: "desc" }, { id: "desc" }];
}

type Row = Prisma.MailGetPayload<{ select: typeof mailSelect }>;

export function mailRow({ user, email, notices, dueAt, endedAt, kind, ...row }: Row): MailRow {
  const about = notices.flatMap(({ args }) => {
    const { unit, period } = args as { unit?: string; period?: string };
    return unit ? [[unit, period].filter(Boolean).join(" ")] : [];
  });
  return {
    ...row,
    name: user?.name ?? null,
    email: user?.email ?? email ?? "",
    kind: kind as UrgentOrDigest,
    about: [...new Set(about)],
    at: (endedAt ?? dueAt).toISOString(),
  };
}
