import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { AuditCursor, AuditFilter } from "@/lib/schemas/addresses/audit-filter";
import { askedOf } from "@/lib/server/audit/asked";
import { mayNamePeople, named } from "@/lib/server/audit/named";
import { auditScope, readWithin, seesWholeAudit } from "@/lib/server/audit/read";
import { auditStream, verificationJob } from "@/lib/server/audit/verification-job";
import { db } from "@/lib/server/db/client";
import { readJobs } from "@/lib/server/jobs/read-jobs";
import { organisationUnits } from "@/lib/server/people/organisation-units";
import type { AuditPageView, AuditVerificationView } from "@/lib/views/site/audit-view";

/** Events of one page. */
const EVENTS = 50;

/** A page of the audit as it was asked for, the latest events first; null for whoever may not see the audit. */
export async function auditPage(
  actor: Actor,
  locale: string,
  filter: AuditFilter,
  before: AuditCursor | null,
): Promise<AuditPageView | null> {
  const scope = await auditScope(actor).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (scope === null) return null;
  const [found, units, plans, verification] = await Promise.all([
    askedOf(filter, mayNamePeople(actor)),
    organisationUnits(locale),
    plansIn(scope.planIds),
    seesWholeAudit(actor) ? verificationNow() : null,
  ]);
  const records =
    "asked" in found ? await readWithin(scope, { ...found.asked, before: before ?? undefined, most: EVENTS + 1 }) : [];
  const shown = records.slice(0, EVENTS);
  const last = shown.at(-1);
  return {
    events: await named(actor, shown, locale),
    older: last && records.length > EVENTS ? { at: last.at, stream: last.stream, sequence: last.sequence } : null,
    plans,
    units: [...units.values()]
      .filter(({ planId }) => scope.planIds === null || scope.planIds.includes(planId))
      .map(({ id, name }) => ({ id, name })),
    people: "people" in found ? found.people : null,
    verification,
  };
}

async function plansIn(planIds: number[] | null) {
  const plans = await (await db()).plan.findMany({
    where: planIds === null ? {} : { id: { in: planIds } },
    orderBy: { id: "asc" },
    select: { id: true, code: true },
  });
  return plans.map(({ id, code }) => ({ id, name: code.toUpperCase() }));
}

/** What `verification-job.ts` writes. */
interface Verified {
  streams: number;
  events: number;
  redacted: number;
  anchors: number;
  faults: number;
  first: { stream?: string; sequence?: number; anchor?: number; fault?: string } | null;
}

async function verificationNow(): Promise<AuditVerificationView> {
  const client = await db();
  const [jobs, event] = await Promise.all([
    readJobs({ kind: verificationJob.name }, 1),
    client.auditEvent.findFirst({
      where: { stream: auditStream, action: "auditVerified" },
      orderBy: { sequence: "desc" },
      select: { at: true, payload: { select: { after: true } } },
    }),
  ]);
  const [job] = jobs;
  const verified = event?.payload?.after as Verified | null | undefined;
  return {
    goingOn:
      job && (job.state === "waiting" || job.state === "running")
        ? { percent: Math.floor((job.part ?? 0) * 100) }
        : null,
    hasFailed: job?.state === "failed",
    last:
      event && verified
        ? {
            at: event.at.toISOString(),
            streams: verified.streams,
            events: verified.events,
            redacted: verified.redacted,
            anchors: verified.anchors,
            faults: verified.faults,
            first: verified.first && {
              stream: verified.first.stream ?? null,
              sequence: verified.first.sequence ?? verified.first.anchor ?? null,
              fault: verified.first.fault ?? "altered",
            },
          }
        : null,
  };
}
