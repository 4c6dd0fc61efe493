import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import { account } from "@/lib/server/queries/account/account";
import { assignmentMatrix } from "@/lib/server/queries/assignments/assignment-matrix";
import { openInvitations } from "@/lib/server/queries/people/open-invitations";
import { peopleList } from "@/lib/server/queries/people/people-list";
import { personOf } from "@/lib/server/queries/people/person";
import { previewInvitations } from "@/lib/server/queries/people/preview-invitations";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";

const on = reportingTests();
const now = new Date("2017-04-12T04:00:00Z");
const thai = "ก สำนักงานไทย";

it("is the one of the reader's language wherever an organisation is named, and else its own", async () => {
  const { prisma } = on.database;
  const { actors, planId, unitIds, periodIds } = on.plan;
  const { contributor, thailand } = actors;
  const secretariat: Actor = { ...actors.secretariat, roles: [{ role: "secretariat", plan: null, unit: null }] };
  const { id: organisationId, name } = contributor.organisation;
  await prisma.organisationName.create({ data: { organisationId, locale: "th", name: thai } });
  const place = { planId, unitId: unitIds.THA! };
  const { indicatorId } = await prisma.indicatorAssignment.findFirstOrThrow({ select: { indicatorId: true } });
  await prisma.indicatorAssignment.create({
    data: { ...place, periodId: periodIds["2016"]!, indicatorId, organisationId },
  });
  await prisma.invitation.create({
    data: {
      ...place,
      role: "contributor",
      email: "x@example.org",
      name: "X",
      locale: "en",
      nonce: "made up",
      organisationId,
      invitedById: secretariat.id,
      createdAt: now,
      expiresAt: new Date("2017-05-01T04:00:00Z"),
    },
  });
  const { id: reportId } = await makeReport(prisma, on.plan, { unit: "THA", period: "2016", state: "draft" });
  await prisma.valueComment.create({
    data: { reportId, indicatorId, authorId: contributor.id, body: "Made up", valuesUpTo: 0n },
  });

  const words = { role: (role: string) => role, state: (state: string) => state };
  const told = async (locale: "en" | "th") => {
    const list = (find: string) => peopleList(secretariat, locale, { ...wholeTable, find }, words, now);
    const matrix = async (by: "persons" | "organisations") =>
      (await assignmentMatrix(thailand, on.plan.code, { unit: "THA", period: "2016", by }, { locale, now }))!.columns;
    const line = { number: 1, fields: { email: "y@example.org", name: "Y", organisation: name } };
    const defaults = { organisation: null, role: "contributor", place: null, language: "en", locale, roleWords: {} };
    const report = (await reportForEntry(thailand, on.plan.address("THA", "2016"), { locale, now }))!;
    return {
      // It is found by any of its names.
      list: (await list(thai))!.people.find(({ id }) => id === contributor.id)!.organisation,
      person: (await personOf(secretariat, contributor.id, locale, now))!.organisation.name,
      account: (await account(contributor, locale)).organisation,
      invitation: (await openInvitations(secretariat, locale, now))![0]!.organisation,
      preview: (await previewInvitations(secretariat, [line], defaults as never))[0]!.organisation,
      column: (await matrix("persons")).find(({ id }) => id === contributor.id)!.organisation,
      ofOrganisations: (await matrix("organisations")).find(({ id }) => id === organisationId)!.name,
      comment: report.indicators.flatMap(({ comments }) => comments)[0]!.organisation,
    };
  };
  expect(new Set(Object.values(await told("th")))).toEqual(new Set([thai]));
  expect(new Set(Object.values(await told("en")))).toEqual(new Set([name]));
});
