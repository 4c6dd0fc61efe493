import "server-only";

// Long, for it is one story: each command goes on with what the one before it left.

import { sectionsOfKind } from "@/lib/domain/publication";
import { queriesShown, seenAnswer } from "@/lib/schemas/reports/review-fields";
import { adoptEdition } from "@/lib/server/commands/adopt-edition";
import { cancelPublication } from "@/lib/server/commands/cancel-publication";
import { copyUnitsAndCategories } from "@/lib/server/commands/copy-units-and-categories";
import { correctResults } from "@/lib/server/commands/correct-results";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { draftEdition } from "@/lib/server/commands/draft-edition";
import { eraseFromAudit } from "@/lib/server/commands/erase-from-audit";
import { eraseTakenDown } from "@/lib/server/commands/erase-taken-down";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { nameInQuery } from "@/lib/server/commands/mentions/name-in-query";
import { nameRelease } from "@/lib/server/commands/name-release";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { recordReviewAnswers } from "@/lib/server/commands/record-review-answers";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { replyToQuery } from "@/lib/server/commands/reply-to-query";
import { requestPublication } from "@/lib/server/commands/request-publication";
import { restoreTakenDown } from "@/lib/server/commands/restore-taken-down";
import { returnReport } from "@/lib/server/commands/return-report";
import { acceptClean } from "@/lib/server/commands/review/accept-clean";
import { shareReview } from "@/lib/server/commands/review/share-review";
import { undoAcceptance } from "@/lib/server/commands/review/undo-acceptance";
import { writeNote } from "@/lib/server/commands/review/write-note";
import { setThreshold } from "@/lib/server/commands/set-threshold";
import { stopPublicationPreview } from "@/lib/server/commands/stop-publication-preview";
import { submitReport } from "@/lib/server/commands/submit-report";
import { takeDown } from "@/lib/server/commands/take-down";
import { carryValues } from "@/lib/server/commands/values/carry-values";
import { confirmValues } from "@/lib/server/commands/values/confirm-values";
import { withdrawSubmission } from "@/lib/server/commands/withdraw-submission";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { proposeThreshold } from "@/lib/server/results/threshold";
import { writeFramework } from "@/prisma/seed/write-framework";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { smallFramework } from "@/test/factories/small-framework";
import { now, type Step, values, type World, words } from "./accounts-and-entry";
import { periods } from "./periods";
import { site } from "./site";

// The second part of it.

const sameText = { datedOn: "2017-04-30", isReference: true };

/** What becomes of a report that is sent, of publications, and of the audit itself. */
export function reviewAndAfter(world: World): Step[] {
  const settings = () => ({
    kind: "country" as const,
    unit: "KHM",
    period: "2016",
    goal: null,
    release: null,
    countries: ["KHM"],
    language: "en" as const,
    sections: [...sectionsOfKind.country],
    isInternal: false,
    formats: ["csv" as const],
  });
  const sent = () => world.plan.address("KHM", "2016");
  const seen = async () => {
    const { id, rowVersion } = await world.database.prisma.report.findFirstOrThrow({
      where: { unitId: world.plan.unitIds.KHM!, period: { code: "2016" } },
    });
    return { rowVersion, revisions: await world.database.prisma.valueRevision.count({ where: { reportId: id } }) };
  };
  const submit = async () =>
    submitReport(
      world.plan.actors.cambodia,
      sent(),
      { ...(await seen()), approver: "Sokha Approver", approverFunction: words("function") },
      now,
    );

  let acceptance: number;
  let publication: number;
  let takenDown: number;
  return [
    [
      "submit-report",
      async () => {
        await makeReport(world.database.prisma, world.plan, {
          unit: "KHM",
          period: "2016",
          others: "missing",
          values: { "G1.2-b": { total: { kind: "number", number: values[3] } } },
        });
        await submit();
      },
    ],
    [
      "withdraw-submission",
      async () => {
        await withdrawSubmission(world.plan.actors.cambodia, sent(), await seen(), now);
        await submit();
      },
    ],
    [
      "review/accept-clean",
      async () => {
        const form = { submission: 2, indicators: ["G1.2-b"] };
        ({ acceptance } = await acceptClean(world.plan.actors.secretariat, sent(), form, now));
      },
    ],
    [
      "review/undo-acceptance",
      () => undoAcceptance(world.plan.actors.secretariat, sent(), { submission: 2, acceptance }, now),
    ],
    [
      "review/share-review",
      async () => {
        const { secretariat, secondReviewer } = world.plan.actors;
        await shareReview(secretariat, sent(), { goals: ["G1"], seen: "" }, now);
        await shareReview(secondReviewer, sent(), { goals: ["G1"], seen: `G1:${secretariat.id}` }, now);
      },
    ],
    [
      "review/write-note",
      async () => {
        const note = { indicator: "G1.2-b", body: words("note"), rowVersion: 0 };
        await writeNote(world.plan.actors.secretariat, sent(), note, now);
        await writeNote(world.plan.actors.secretariat, sent(), { ...note, body: "", rowVersion: 1 }, now);
      },
    ],
    [
      "record-review-answer",
      async () => {
        const answer = { indicator: "G1.2-b", submission: 2, answer: "query" as const };
        const first = { ...answer, query: words("first") };
        await recordReviewAnswer(world.plan.actors.secretariat, sent(), first, now);
        const second = { ...answer, query: words("query"), seen: seenAnswer(first) };
        await recordReviewAnswer(world.plan.actors.secretariat, sent(), second, now);
      },
    ],
    [
      "record-review-answers",
      () => {
        const given = [{ indicator: "G1.1-c", answer: "query" as const, query: words("queries"), seen: "" }];
        return recordReviewAnswers(world.plan.actors.secretariat, sent(), { submission: 2, given }, now);
      },
    ],
    [
      "mentions/name-in-query",
      async () => {
        const query = { indicator: "G1.2-b", submission: 2 };
        const { secretariat, secondReviewer, cambodia } = world.plan.actors;
        for (const { id: person } of [secondReviewer, cambodia])
          await nameInQuery(secretariat, sent(), { ...query, person, isNamed: true }, now);
        await nameInQuery(secretariat, sent(), { ...query, person: cambodia.id, isNamed: false }, now);
      },
    ],
    [
      "return-report",
      async () => {
        const queries = queriesShown([
          { code: "G1.2-b", query: words("query") },
          { code: "G1.1-c", query: words("queries") },
        ]);
        const form = { ...(await seen()), reason: words("reason"), queries };
        await returnReport(world.plan.actors.secretariat, sent(), form, now);
      },
    ],
    [
      "reply-to-query",
      async () => {
        for (const reply of [words("reply"), words("again")]) {
          const before = await world.database.prisma.reviewAnswer.findFirst({
            where: { repliedAt: { not: null }, report: { unit: { planId: world.plan.planId } } },
          });
          const seen = before?.repliedAt?.toISOString();
          await replyToQuery(world.plan.actors.cambodia, sent(), { indicator: "G1.2-b", reply, seen }, now);
        }
        await replyToQuery(world.plan.actors.cambodia, sent(), { indicator: "G1.1-c", reply: words("other") }, now);
      },
    ],
    [
      "approve-report",
      async () => {
        await submit();
        await approveAsShown(world.plan.actors.secretariat, sent(), await seen(), now);
      },
    ],
    [
      "values/carry-values",
      () => carryValues(world.plan.actors.cambodia, world.plan.address("KHM", "2017"), { wanted: ["G1.2-b"] }, now),
    ],
    [
      "values/confirm-values",
      () =>
        confirmValues(world.plan.actors.cambodia, world.plan.address("KHM", "2017"), { indicators: ["G1.2-b"] }, now),
    ],
    [
      "reopen-report",
      async () =>
        reopenReport(
          world.plan.actors.secretariat,
          sent(),
          { ...(await seen()), reason: words("reopened"), readersReason: words("readers") },
          now,
        ),
    ],
    ...periods(world),
    [
      "request-publication",
      async () => {
        publication = (await requestPublication(world.plan.actors.secretariat, world.plan.code, settings(), now)).id;
      },
    ],
    ["cancel-publication", () => cancelPublication(world.plan.actors.secretariat, world.plan.code, publication, now)],
    [
      "make-publication-again",
      async () => {
        await makePublicationAgain(world.plan.actors.secretariat, world.plan.code, publication, now);
        const { jobId } = await world.database.prisma.publication.findUniqueOrThrow({ where: { id: publication } });
        await runJob(publicationJob, jobId);
      },
    ],
    ["delete-publication", () => deletePublication(world.plan.actors.secretariat, world.plan.code, publication)],
    [
      "stop-publication-preview",
      () => stopPublicationPreview(world.plan.actors.secretariat, world.plan.code, settings()),
    ],
    [
      "copy-units-and-categories",
      async () => {
        const framework = { ...smallFramework("next"), units: [], pillars: [] };
        const id = await world.database.prisma.$transaction((tx) => writeFramework(tx, framework));
        const { secretariat } = world.plan.actors;
        const roles = [...secretariat.roles, { role: "secretariat" as const, plan: { id, code: "next" }, unit: null }];
        await copyUnitsAndCategories({ ...secretariat, roles }, world.plan.code, "next");
      },
    ],
    ["draft-edition", () => draftEdition(world.plan.actors.secretariat, { plan: world.plan.code, ...sameText })],
    ["adopt-edition", () => adoptEdition(world.plan.actors.secretariat, { plan: world.plan.code, number: 2 }, now)],
    [
      "name-release",
      async () => {
        const { code } = world.plan;
        const { resultsVersion: version } = await world.database.prisma.plan.findUniqueOrThrow({ where: { code } });
        const words = { title: "Malee said", notes: "Somchai said", titleTh: "", notesTh: "" };
        await nameRelease(world.plan.actors.secretariat, { plan: code, code: "june-2018", version, ...words }, now);
      },
    ],
    [
      "set-threshold",
      async () => {
        const { secretariat } = world.plan.actors;
        const form = { plan: world.plan.code, threshold: 6, from: 5 };
        const { digest: preview } = await (await proposeThreshold(world.plan.planId, 6)).change;
        await setThreshold(secretariat, { ...form, preview }, now);
      },
    ],
    [
      "correct-results",
      async () => {
        const value = { kind: "yesNo", yes: true } as const;
        // As a method of before made it.
        const approved = { unit: "THA", period: "2016", indicator: "G1.1-c", value };
        await makeApprovedTotal(world.database.prisma, world.plan, approved);
        await correctResults({ plan: world.plan.code, indicators: null }, now);
      },
    ],
    [
      "take-down",
      async () => {
        const address = { plan: world.plan.code, unit: "KHM", period: "2016" };
        const part = { kind: "narrative" as const, pillar: "P1", narrative: "progress" as const };
        const { prisma } = world.database;
        const { nodeId: pillarId } = await prisma.editionNode.findFirstOrThrow({
          where: { edition: { planId: world.plan.planId }, code: "P1" },
        });
        const place = { unitId: world.plan.unitIds.KHM!, periodId: world.plan.periodIds["2016"]!, pillarId };
        await prisma.publishedNarrative.createMany({
          data: { ...place, kind: "progress", text: words("narrative"), fromVersion: 1 },
          skipDuplicates: true,
        });
        takenDown = await takeDown(world.plan.actors.secretariat, { ...address, part, reason: words("takedown") }, now);
      },
    ],
    ["restore-taken-down", () => restoreTakenDown(world.plan.actors.secretariat, world.plan.code, takenDown, now)],
    [
      "erase-taken-down",
      async () => {
        const address = { plan: world.plan.code, unit: "KHM", period: "2016" };
        const part = { kind: "narrative" as const, pillar: "P1", narrative: "progress" as const };
        const again = await takeDown(
          world.plan.actors.secretariat,
          { ...address, part, reason: words("takedown") },
          now,
        );
        await eraseTakenDown(world.plan.actors.secretariat, world.plan.code, again, now);
      },
    ],
    ...site(world),
    [
      "erase-from-audit",
      async () => {
        const { stream, sequence } = await world.database.prisma.auditEvent.findFirstOrThrow({
          where: { action: "narrativeRecorded" },
        });
        await eraseFromAudit(world.plan.actors.administrator, { stream, sequence, reason: words("erasing") });
      },
    ],
  ];
}
