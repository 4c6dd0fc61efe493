import "server-only";
import { randomBytes } from "node:crypto";
import { type Actor, twoStepRoles } from "@/lib/domain/permissions";
import { sessionLimits, usualSession } from "@/lib/domain/site-settings";
import { currentDatabase, type Transaction } from "@/lib/server/db/client";
import { siteSettings } from "@/lib/server/site/site-settings";
import { SITE_TIME_ZONE, withoutTimeZone } from "@/lib/server/site/time-zone";
import { demoMode } from "./demo-mode";
import { type Device, unknownDevice } from "./device-of";

/** The longest that any session may last; how long one does is a setting of the site. */
export const SESSION_SECONDS = sessionLimits.hours.most * 3600;

/** Whoever left the desk for so long is taken for gone. What they typed stays in the browser until they sign in again. */
export const IDLE_MINUTES = `COALESCE((SELECT idle_minutes FROM site_settings), ${usualSession.idleMinutes})`;
/** That a session is used is noted so often, and not with every request: some times while it may rest. */
const NOTED_SECONDS = `LEAST(300, ${IDLE_MINUTES} * 6)`;

export interface StartedSession {
  id: string;
  userId: number;
  expiresAt: Date;
}

export interface OpenSession {
  id: string;
  actor: Actor;
  /** So long it goes on if it isn't used any more. */
  secondsLeft: number;
}

/** Adds a session of that person. The audit event is the caller's. */
export async function startSession(
  tx: Transaction,
  userId: number,
  now: Date,
  place: Device & { isNewPlace: boolean; passkeyId?: number } = { ...unknownDevice, isNewPlace: false },
): Promise<StartedSession> {
  const { sessionHours } = await siteSettings(tx);
  const session = {
    id: randomBytes(32).toString("base64url"),
    userId,
    expiresAt: new Date(now.getTime() + sessionHours * 3_600_000),
  };
  await tx.session.create({ data: { ...session, ...place, createdAt: now, seenAt: now } });
  return session;
}

/** Sessions that go on. */
export async function goingOn(client: Pick<Transaction, "siteSettings">, now: Date) {
  const { idleMinutes } = await siteSettings(client);
  return { endedAt: null, expiresAt: { gt: now }, seenAt: { gt: new Date(now.getTime() - idleMinutes * 60_000) } };
}

/**
 * Whether the person `u` has to set up a second step before their roles give them anything. A passkey was both steps of the
 * session `s` that it began, for as long as it stands.
 */
const TWO_STEP_DUE = `NOT u.is_demo AND s.passkey_id IS NULL
    AND EXISTS (SELECT FROM site_settings g WHERE g.two_step_required)
    AND EXISTS (SELECT FROM user_role h WHERE h.user_id = u.id AND h.role::text = ANY ($4))
    AND NOT EXISTS (SELECT FROM two_step t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)`;

// One round trip for what Prisma's client would ask in seven, and one that notes the use: every signed-in request begins
// with it, so that it waits for nobody. A use that somebody else's lock is in the way of is noted with the next request.
const ACTOR_OF_SESSION = `
  WITH going_on AS (
    SELECT s.id, s.user_id, s.seen_at, s.passkey_id, s.expires_at FROM session s
    WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2::timestamp
      AND s.seen_at > $2::timestamp - ${IDLE_MINUTES} * interval '1 minute'
  ), noting AS (
    SELECT s.id FROM session s JOIN going_on g ON g.id = s.id
    WHERE g.seen_at <= $2::timestamp - ${NOTED_SECONDS} * interval '1 second' FOR NO KEY UPDATE OF s SKIP LOCKED
  ), noted AS (
    UPDATE session s SET seen_at = $2::timestamp FROM noting n WHERE s.id = n.id
  )
  SELECT u.id, u.name, u.email, u.locale, u.is_demo AS "isDemo",
    jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS organisation,
    LEAST(EXTRACT(EPOCH FROM s.expires_at - $2::timestamp), ${IDLE_MINUTES} * 60)::int AS "secondsLeft",
    d."twoStepDue", ${SITE_TIME_ZONE},
    COALESCE((
      SELECT jsonb_agg(jsonb_build_object(
        'role', r.role,
        'plan', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code) END,
        'unit', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) END
      ) ORDER BY r.id)
      FROM user_role r LEFT JOIN plan p ON p.id = r.plan_id LEFT JOIN reporting_unit n ON n.id = r.unit_id
      WHERE r.user_id = u.id AND NOT d."twoStepDue"
    ), '[]') AS roles,
    COALESCE((
      SELECT jsonb_agg(jsonb_build_object('unitId', g.unit_id, 'periodId', g.period_id, 'indicatorIds', g.ids))
      FROM (
        SELECT a.unit_id, a.period_id, jsonb_agg(DISTINCT a.indicator_id) AS ids
        FROM indicator_assignment a
        WHERE (a.user_id = u.id OR a.organisation_id = u.organisation_id) AND NOT d."twoStepDue"
          AND EXISTS (SELECT FROM user_role c WHERE c.user_id = u.id AND c.role = 'contributor' AND c.unit_id = a.unit_id)
        GROUP BY a.unit_id, a.period_id ORDER BY a.unit_id, a.period_id
      ) g
    ), '[]') AS assignments
  FROM going_on s JOIN "user" u ON u.id = s.user_id JOIN organisation o ON o.id = u.organisation_id
  CROSS JOIN LATERAL (SELECT ${TWO_STEP_DUE} AS "twoStepDue") d
  WHERE u.disabled_at IS NULL AND ($3 OR NOT u.is_demo)`;

/**
 * Who is behind the session, which counts as a use of it; null when it is ended, over or has rested for too long, when its
 * person is disabled, or has a demo account where demo mode is off. Whoever has to set up a second step and hasn't holds
 * nothing until then, so that no page, command or route gives them more than their own account.
 */
export async function openSession(id: string, now: Date): Promise<OpenSession | null> {
  const { reads } = await currentDatabase();
  const values = [id, now.toISOString(), demoMode(), twoStepRoles];
  const { rows } = await reads.query<Actor & { timeZone: string | null; secondsLeft: number }>({
    name: "actor_of_session",
    text: ACTOR_OF_SESSION,
    values,
  });
  if (!rows[0]) return null;
  const { secondsLeft, ...actor } = rows[0];
  return { id, actor: withoutTimeZone(actor), secondsLeft };
}

/** As `openSession`, where only who it is matters. */
export const sessionActor = async (id: string, now: Date): Promise<Actor | null> =>
  (await openSession(id, now))?.actor ?? null;
