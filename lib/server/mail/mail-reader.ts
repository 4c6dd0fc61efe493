import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";

/** Whom a mail is for, as they are when it leaves. */
export interface MailReader {
  email: string;
  locale: Locale;
  /** Null of somebody without an account. */
  actor: Actor | null;
  /** Why nothing is sent to them at all. */
  unreachable: "disabled" | "addressBounced" | null;
  unwanted: ReadonlySet<string>;
}

export interface Addressed {
  userId: number | null;
  email: string | null;
  locale: string | null;
}

const localeOf = (locale: string | null): Locale => (locale !== null && isLocale(locale) ? locale : defaultLocale);

export async function mailReader({ userId, email, locale }: Addressed): Promise<MailReader> {
  const noAccount = { actor: null, unreachable: null, unwanted: new Set<string>() };
  if (userId === null) return { email: email!, locale: localeOf(locale), ...noAccount };
  const client = await db();
  const { roles, unwantedMail, disabledAt, mailBouncedAt, ...person } = await client.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      isDemo: true,
      disabledAt: true,
      mailBouncedAt: true,
      organisation: { select: { id: true, name: true, kind: true } },
      roles: {
        select: {
          role: true,
          plan: { select: { id: true, code: true } },
          unit: { select: { id: true, code: true, level: true } },
        },
      },
      unwantedMail: { select: { kind: true } },
    },
  });
  return {
    email: person.email,
    locale: localeOf(person.locale),
    // Nothing is asked about them that would need their assignments.
    actor: { ...person, roles, assignments: [] },
    unreachable: disabledAt ? "disabled" : mailBouncedAt ? "addressBounced" : null,
    unwanted: new Set(unwantedMail.map(({ kind }) => kind)),
  };
}
