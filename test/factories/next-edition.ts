import type { Actor } from "@/lib/domain/permissions";
import { adoptEdition } from "@/lib/server/commands/adopt-edition";
import { draftEdition } from "@/lib/server/commands/draft-edition";
import type { PrismaClient } from "@/lib/server/db/generated/client";

/** What a test changes of a draft, by its id. */
export type EditionChange = (editionId: number) => Promise<unknown>;

/** Drafts the next edition of a plan's framework, which differs from the present one as the test says. */
export async function draftNext(
  prisma: PrismaClient,
  actor: Actor,
  plan: { planId: number; code: string },
  change: EditionChange = async () => {},
): Promise<number> {
  const number = await draftEdition(actor, { plan: plan.code, datedOn: "2018-05-02", isReference: false });
  const key = { planId_number: { planId: plan.planId, number } };
  await change((await prisma.frameworkEdition.findUniqueOrThrow({ where: key, select: { id: true } })).id);
  return number;
}

/** The same, adopted. @returns the results version that reads it first */
export async function adoptNext(...given: Parameters<typeof draftNext>): Promise<number> {
  const number = await draftNext(...given);
  const [, actor, { code: plan }] = given;
  return (await adoptEdition(actor, { plan, number }, new Date("2018-05-02T03:00:00Z"))).resultsVersion;
}
