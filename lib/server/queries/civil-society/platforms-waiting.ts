import "server-only";
import type { PlatformReportState } from "@/lib/domain/commitments/platform-report";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { type Actor, can } from "@/lib/domain/permissions";
import { hasReporter } from "@/lib/server/civil-society/has-reporter";
import { pointStands } from "@/lib/server/civil-society/taken-down-parts";
import { db } from "@/lib/server/db/client";
import type { PlatformsWaitingView } from "@/lib/views/commitments/platform-view";
import { hasPlatforms } from "./platforms-for-work";

interface Row {
  planId: number;
  unit: string;
  isMember: boolean;
  hasReporter: boolean;
  /** Null, with all that follows, of a platform without reports. */
  year: number | null;
  state: PlatformReportState;
  visibility: string;
  hasAgreed: boolean;
  /** The units that are asked for answers and haven't given them, once for each point. */
  asked: { id: number; level: "region" | "country" | "province"; dueOn: IsoDate; isLate: boolean }[];
}

/** What of civil society platforms waits for somebody; null for whoever has nothing to do with them. */
export async function platformsWaiting(actor: Actor, planCode: string): Promise<PlatformsWaitingView | null> {
  const organisationId = actor.organisation.id;
  const found = await (await db()).$queryRaw<Row[]>`
    SELECT u.plan_id AS "planId", u.code AS unit, r.year, r.state::text AS state, r.visibility::text AS visibility,
      EXISTS (SELECT FROM platform_member m WHERE m.unit_id = u.id AND m.organisation_id = ${organisationId}
        AND m.until IS NULL) AS "isMember", ${hasReporter} AS "hasReporter",
      EXISTS (SELECT FROM platform_agreement a WHERE a.report_id = r.id
        AND a.organisation_id = ${organisationId}) AS "hasAgreed",
      COALESCE((SELECT json_agg(json_build_object('id', c.id, 'level', c.level,
        'dueOn', w.due_on::text, 'isLate', w.state = 'unanswered') ORDER BY w.due_on) FROM platform_point p
        JOIN unit_response w ON w.text_id = p.text_id AND w.state <> 'given'
        JOIN reporting_unit c ON c.id = w.unit_id WHERE p.report_id = r.id AND ${pointStands}), '[]') AS asked
    FROM plan JOIN reporting_unit u ON u.plan_id = plan.id LEFT JOIN platform_report r ON r.unit_id = u.id AND r.state <> 'answered'
    WHERE plan.code = ${planCode} AND u.level <> 'province' ORDER BY u.position, r.year`;
  const planId = found[0]?.planId;
  if (planId === undefined || !hasPlatforms(actor, planId)) return null;
  const own = can(actor, "takePartInPlatform", { planId }) ? found.filter(({ isMember }) => isMember) : [];
  const reports = (rows: readonly Row[], state: PlatformReportState) =>
    rows.flatMap((row) => (row.year !== null && row.state === state ? [{ ...row, year: row.year }] : []));
  const place = ({ unit, year }: { unit: string; year: number }) => ({ unit, year });
  return {
    own: [...new Set(own.map(({ unit }) => unit))],
    isWithoutReporter: own.some((platform) => !platform.hasReporter),
    mayWrite: can(actor, "writePlatformReport", { planId }),
    toAgree: reports(own, "draft")
      .filter(({ hasAgreed }) => !hasAgreed)
      .map(place),
    toPresent: can(actor, "keepPlatforms", { planId })
      ? reports(found, "agreed")
          .filter(({ visibility }) => visibility !== "platform")
          .map(place)
      : [],
    toAnswer: reports(found, "presented").flatMap((row) => {
      const asked = row.asked.filter((unit) => can(actor, "draftReply", { planId, unit }));
      const [first] = asked;
      return first ? [{ ...place(row), points: asked.length, dueOn: first.dueOn, isLate: first.isLate }] : [];
    }),
  };
}
