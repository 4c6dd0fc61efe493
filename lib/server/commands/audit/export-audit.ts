import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { type AuditCsvRow, auditCsv } from "@/lib/exchange/csv/audit-csv";
import { type AuditDetail, auditWording } from "@/lib/i18n/audit-wording";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { AuditCursor, AuditFilter } from "@/lib/schemas/addresses/audit-filter";
import { askedOf } from "@/lib/server/audit/asked";
import { mayNamePeople, named } from "@/lib/server/audit/named";
import { type AuditAsked, type AuditScope, auditScope, readWithin } from "@/lib/server/audit/read";
import { auditStream } from "@/lib/server/audit/verification-job";
import { writeAudit } from "@/lib/server/audit/write";
import { transaction } from "@/lib/server/transaction";

/** Events of one file; whoever needs more asks for a shorter time. */
export const mostExported = 100_000;
/** Read at once: so many are in memory, whatever the file's length. */
const AT_ONCE = 1_000;

/**
 * The events that a filter asks for as CSV, the latest first, piece by piece. That they were taken out is an event itself,
 * and stands before the first piece is made.
 * @param t words of the file
 * @throws Refusal `notAllowed`, `notFound` where the filter's words fit nobody, or several people
 */
export async function exportAudit(
  actor: Actor,
  filter: AuditFilter,
  { locale, t, most = mostExported }: { locale: string; t: TranslatorOf<"audit">; most?: number },
): Promise<AsyncGenerator<string>> {
  const scope = await auditScope(actor);
  const found = await askedOf(filter, mayNamePeople(actor));
  if (!("asked" in found)) throw new Refusal("notFound");
  await transaction((tx) =>
    writeAudit(tx, {
      stream: auditStream,
      actorId: actor.id,
      action: "auditExported",
      subject: "audit",
      // Whom it was asked for may be named by words, which can be erased from here.
      after: { filter, most },
    }),
  );
  return auditCsv(rowsOf(actor, scope, found.asked, { locale, t, most }));
}

async function* rowsOf(
  actor: Actor,
  scope: AuditScope,
  asked: AuditAsked,
  { locale, t, most }: { locale: string; t: TranslatorOf<"audit">; most: number },
): AsyncGenerator<AuditCsvRow[]> {
  const words = auditWording(t);
  let before: AuditCursor | undefined;
  for (let left = most; left > 0; ) {
    const records = await readWithin(scope, { ...asked, before, most: Math.min(left, AT_ONCE) });
    const events = await named(actor, records, locale);
    yield events.map((event, index): AuditCsvRow => {
      const { planId, unitId } = records[index]!;
      const details = words.details(event.said);
      const kept = typeof event.said === "string" && event.said !== "nothing" ? t("said", { said: event.said }) : null;
      return {
        at: event.at,
        action: event.action,
        subject: event.subject,
        planId,
        unitId,
        stream: event.stream,
        sequence: event.sequence,
        what: words.action(event),
        person:
          event.actor === null
            ? t(event.isByAuthor ? "member" : "nobody")
            : event.actor.name === null
              ? t("person", { id: event.actor.id })
              : words.personName(event.actor.name),
        personId: event.actor?.id ?? null,
        before: kept ?? linesOf(details, "before"),
        after: kept ?? linesOf(details, "after"),
      };
    });
    const last = records.at(-1);
    if (!last || records.length < Math.min(left, AT_ONCE)) return;
    before = { at: last.at, stream: last.stream, sequence: last.sequence };
    left -= records.length;
  }
}

const linesOf = (details: readonly AuditDetail[], side: "before" | "after") =>
  details.flatMap((each) => (each[side] === null ? [] : [`${each.label}: ${each[side]}`])).join("\n");
