import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import { valueSelect } from "@/lib/server/db/value-columns";

/**
 * What is stored about the actor, for themselves. What they reported belongs to their report and is named by it: values by
 * what the audit says of each, with the words that they wrote. What is only kept to recognise them (hashes, secrets) isn't told.
 * @throws Refusal `notAllowed` where they have to set up a second step first
 */
export async function personalData(actor: Actor, now: Date) {
  if (actor.twoStepDue) throw new Refusal("notAllowed");
  const client = await db();
  const own = { userId: actor.id };
  const account = await client.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      createdAt: true,
      organisation: { select: { name: true } },
      twoStep: { select: { confirmedAt: true } },
      identities: {
        select: { issuer: true, subject: true, createdAt: true, lastUsedAt: true },
        orderBy: { id: "asc" },
      },
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
  const presences = await client.presence.findMany({
    where: { personId: actor.id },
    select: { unitId: true, periodId: true, indicatorId: true, seenAt: true },
    orderBy: { seenAt: "asc" },
  });
  const passkeys = await client.passkey.findMany({
    where: own,
    select: { name: true, createdAt: true, lastUsedAt: true },
    orderBy: { id: "asc" },
  });
  const comments = await client.valueComment.findMany({
    where: { authorId: actor.id },
    select: { id: true, reportId: true, indicatorId: true, createdAt: true, body: true },
    orderBy: { id: "asc" },
  });
  const mentions = await client.mention.findMany({
    // Of a query that they aren't told of yet, nobody hears so either.
    where: { OR: [{ personId: actor.id, toldAt: { not: null } }, { byId: actor.id }] },
    select: {
      kind: true,
      reportId: true,
      indicatorId: true,
      commentId: true,
      submission: true,
      personId: true,
      byId: true,
      toldAt: true,
      seenAt: true,
    },
    orderBy: { id: "asc" },
  });
  const inReport = { reportId: true, indicatorId: true } as const;
  const evidence = await client.evidence.findMany({
    where: { createdById: actor.id },
    select: {
      ...inReport,
      createdAt: true,
      title: true,
      url: true,
      file: { select: { id: true, title: true, type: true } },
    },
    orderBy: { id: "asc" },
  });
  const narratives = await client.reportNarrative.findMany({
    where: { updatedById: actor.id },
    select: { reportId: true, pillarId: true, kind: true, text: true, updatedAt: true },
    orderBy: { updatedAt: "asc" },
  });
  const handBacks = await client.handBack.findMany({
    where: own,
    select: { unitId: true, periodId: true, handedBackAt: true, comment: true, left: true, takenBackAt: true },
    orderBy: { id: "asc" },
  });
  const reviewAnswers = await client.reviewAnswer.findMany({
    where: { answeredById: actor.id },
    select: { ...inReport, submission: true, answer: true, query: true, answeredAt: true },
    orderBy: { answeredAt: "asc" },
  });
  const acceptances = await client.reviewAcceptance.findMany({
    where: { acceptedById: actor.id },
    select: { id: true, reportId: true, submission: true, acceptedAt: true },
    orderBy: { id: "asc" },
  });
  const reviewShares = await client.reviewShare.findMany({
    where: { reviewerId: actor.id },
    select: { reportId: true, goalId: true, takenAt: true },
    orderBy: { takenAt: "asc" },
  });
  const reviewNotes = await client.reviewNote.findMany({
    where: { authorId: actor.id },
    select: { ...inReport, body: true, updatedAt: true },
    orderBy: { updatedAt: "asc" },
  });
  const replies = await client.reviewAnswer.findMany({
    where: { repliedById: actor.id },
    select: { ...inReport, submission: true, reply: true, repliedAt: true },
    orderBy: { repliedAt: "asc" },
  });
  const observations = await client.addressedText.findMany({
    where: { authorId: actor.id },
    select: {
      id: true,
      kind: true,
      number: true,
      createdAt: true,
      end: true,
      rounds: { select: { round: true, stage: true, body: true }, orderBy: { round: "asc" } },
      files: {
        select: { file: { select: { id: true, title: true, type: true, addedAt: true } } },
        orderBy: { place: "asc" },
      },
      observation: {
        select: {
          sources: { select: { title: true, url: true }, orderBy: { id: "asc" } },
          shadow: {
            select: {
              ...valueSelect,
              method: true,
              parts: { select: { ...valueSelect, cell: { select: { key: true } } } },
            },
          },
        },
      },
      recommendation: { select: { meetingId: true, words: { select: { locale: true, body: true } } } },
    },
    orderBy: { id: "asc" },
  });
  const repliesToObservations = await client.unitResponse.findMany({
    where: { OR: [{ draftedById: actor.id }, { givenById: actor.id }] },
    select: {
      textId: true,
      round: true,
      unitId: true,
      kind: true,
      answer: true,
      body: true,
      evidenceTitle: true,
      evidenceUrl: true,
      givenAt: true,
    },
    orderBy: [{ textId: "asc" }, { round: "asc" }],
  });
  const keyActions = await client.keyAction.findMany({
    where: { OR: [{ createdById: actor.id }, { toldById: actor.id }] },
    select: {
      textId: true,
      round: true,
      body: true,
      dueOn: true,
      state: true,
      doneOn: true,
      reason: true,
      evidenceTitle: true,
      evidenceUrl: true,
      createdAt: true,
      toldAt: true,
    },
    orderBy: { id: "asc" },
  });
  const mails = await client.mail.findMany({
    where: own,
    select: {
      kind: true,
      state: true,
      createdAt: true,
      endedAt: true,
      notices: { select: { kind: true, args: true } },
    },
    orderBy: { id: "asc" },
  });
  const unwanted = await client.unwantedMail.findMany({ where: own, select: { kind: true }, orderBy: { kind: "asc" } });
  const did = await client.auditEvent.findMany({
    where: { actorId: actor.id },
    select: { stream: true, sequence: true, at: true, action: true, subject: true },
    orderBy: { at: "asc" },
  });
  const about = await client.auditEvent.findMany({
    where: { stream: `user:${actor.id}` },
    select: {
      sequence: true,
      at: true,
      action: true,
      subject: true,
      payload: { select: { before: true, after: true } },
    },
    orderBy: { sequence: "asc" },
  });
  const { twoStep, identities, organisation, roles, ...person } = account;
  return {
    exportedAt: now,
    account: { ...person, organisation: organisation.name, twoStepSince: twoStep?.confirmedAt ?? null },
    roles: roles.map(({ role, plan, unit }) => ({ role, plan: plan?.code ?? null, unit: unit?.code ?? null })),
    assignments: assignments.map(({ _count: indicators, ...place }) => ({ ...place, indicators })),
    identities,
    sessions,
    presences,
    passkeys,
    comments,
    mentions,
    evidence,
    narratives,
    handBacks,
    reviewAnswers,
    acceptances,
    reviewShares,
    reviewNotes,
    replies,
    mails,
    observations,
    repliesToObservations,
    keyActions,
    unwantedMail: unwanted.map(({ kind }) => kind),
    auditOfAccount: about,
    auditOfWork: did,
  };
}
