import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";

/**
 * What is stored about the actor, for themselves. What they reported belongs to their report and is named by it: values by
 * what the audit says of each, comments with their words. What is only kept to recognise them (hashes, secrets) isn't told.
 * @throws Refusal `notAllowed` where they have to set up a second step first
 */
export async function personalData(actor: Actor, now: Date) {
  if (actor.twoStepDue) throw new Refusal("notAllowed");
  const client = await db();
  const own = { userId: actor.id };
  const account = await client.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      ...{ id: true, name: true, email: true, locale: true, createdAt: true },
      organisation: { select: { name: true } },
      twoStep: { select: { confirmedAt: true } },
      roles: {
        select: { role: true, plan: { select: { code: true } }, unit: { select: { code: true } } },
        orderBy: { id: "asc" },
      },
    },
  });
  const assignments = await client.indicatorAssignment.groupBy({
    by: ["planId", "unitId", "periodId"],
    where: own,
    _count: true,
  });
  const sessions = await client.session.findMany({
    where: own,
    select: { createdAt: true, seenAt: true, endedAt: true, browser: true, system: true },
    orderBy: { createdAt: "asc" },
  });
  const comments = await client.valueComment.findMany({
    where: { authorId: actor.id },
    select: { id: true, reportId: true, indicatorId: true, createdAt: true, isPublic: true, body: true },
    orderBy: { id: "asc" },
  });
  const did = await client.auditEvent.findMany({
    where: { actorId: actor.id },
    select: { stream: true, sequence: true, at: true, action: true, subject: true },
    orderBy: { at: "asc" },
  });
  const about = await client.auditEvent.findMany({
    where: { stream: `user:${actor.id}` },
    select: {
      ...{ sequence: true, at: true, action: true, subject: true },
      payload: { select: { before: true, after: true } },
    },
    orderBy: { sequence: "asc" },
  });
  const { twoStep, organisation, roles, ...person } = account;
  return {
    exportedAt: now,
    account: { ...person, organisation: organisation.name, twoStepSince: twoStep?.confirmedAt ?? null },
    roles: roles.map(({ role, plan, unit }) => ({ role, plan: plan?.code ?? null, unit: unit?.code ?? null })),
    assignments: assignments.map(({ _count: indicators, ...place }) => ({ ...place, indicators })),
    ...{ sessions, comments },
    auditOfAccount: about,
    auditOfWork: did,
  };
}
