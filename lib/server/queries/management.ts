import "server-only";
import { type FirstStepKey, managementPlacesOf } from "@/lib/domain/management";
import { type Actor, can, noPlan } from "@/lib/domain/permissions";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { planOfActor } from "@/lib/server/auth/plan-of-actor";
import { currentDatabase } from "@/lib/server/db/client";
import { isPresentEdition } from "@/lib/server/framework/edition";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { mailSettings } from "@/lib/server/mail/mail-settings";
import type { FirstStep, ManagementView } from "@/lib/views/site/management-view";

/** What the actor may run, in their plan; with what is still missing for whoever keeps people of all units. */
export async function management(actor: Actor, locale: string): Promise<ManagementView> {
  const plan = await planOfActor(actor);
  const planId = plan?.id ?? noPlan;
  const setsUp = can(actor, "managePeople", { planId, unit: null });
  return {
    plan: plan && { code: plan.code },
    places: managementPlacesOf(actor, planId),
    steps: setsUp ? await firstSteps(planId, locale) : null,
  };
}

interface Counted {
  administrators: number;
  secretariat: number;
  resultsVersion: number | null;
  isReference: boolean | null;
  openPeriods: number;
  /** Ids of countries. */
  withoutOrganisation: number[];
  withoutFocalPoint: number[];
}

// One statement; whoever can't sign in, disabled or of a demonstration that this site isn't, counts for nothing.
const COUNTED = `
  WITH held AS (
    SELECT r.role, r.unit_id, r.plan_id, u.id FROM user_role r JOIN "user" u ON u.id = r.user_id
    WHERE u.disabled_at IS NULL AND ($2 OR NOT u.is_demo) AND (r.plan_id IS NULL OR r.plan_id = $1)
  ), country AS (
    SELECT id, position FROM reporting_unit WHERE plan_id = $1 AND level = 'country'
  )
  SELECT (SELECT count(DISTINCT id)::int FROM held WHERE role = 'administrator') AS administrators,
    (SELECT count(DISTINCT id)::int FROM held WHERE role = 'secretariat') AS secretariat,
    (SELECT results_version FROM plan WHERE id = $1) AS "resultsVersion",
    (SELECT e.is_reference FROM plan JOIN framework_edition e ON e.plan_id = plan.id
      WHERE plan.id = $1 AND ${isPresentEdition.sql}) AS "isReference",
    (SELECT count(*)::int FROM reporting_period WHERE plan_id = $1 AND state = 'open') AS "openPeriods",
    ARRAY(SELECT c.id FROM country c WHERE NOT EXISTS (
      SELECT FROM organisation_unit ou JOIN organisation o ON o.id = ou.organisation_id
      WHERE ou.unit_id = c.id AND o.kind = 'government' AND o.archived_at IS NULL
    ) ORDER BY c.position) AS "withoutOrganisation",
    ARRAY(SELECT c.id FROM country c WHERE NOT EXISTS (
      SELECT FROM held h WHERE h.role = 'focalPoint' AND h.unit_id = c.id
    ) ORDER BY c.position) AS "withoutFocalPoint"`;

async function firstSteps(planId: number, locale: string): Promise<FirstStep[]> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<Counted>({ name: "first_steps", text: COUNTED, values: [planId, demoMode()] });
  const counted = rows[0]!;
  const { resultsVersion } = counted;
  const units = resultsVersion === null ? null : (await frameworkOf({ id: planId, resultsVersion }, locale)).units;
  const step = (key: FirstStepKey, count: number, isDone: boolean, lacking: readonly number[] = []): FirstStep => ({
    key,
    isDone,
    count,
    lacking: lacking.flatMap((id) => units?.get(id) ?? []),
  });
  const of = (lacking: readonly number[]) => units !== null && lacking.length === 0;
  return [
    step("administrator", counted.administrators, counted.administrators > 1),
    step("secretariat", counted.secretariat, counted.secretariat > 1),
    step("organisations", 0, of(counted.withoutOrganisation), counted.withoutOrganisation),
    step("focalPoints", 0, of(counted.withoutFocalPoint), counted.withoutFocalPoint),
    step("framework", 0, counted.isReference === false),
    step("periods", counted.openPeriods, counted.openPeriods > 0),
    step("mail", 0, mailSettings() !== null),
  ];
}
