import "server-only";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";

/** An agreed decision that an observation is about. */
export interface DecidedRow {
  meeting: string;
  number: number;
}

/** That of the row `o` of observations, as JSON; null where it is about none. */
export const decidedJson = Prisma.sql`
  (SELECT json_build_object('meeting', m.code, 'number', d.number)
    FROM meeting_decision d JOIN meeting m ON m.id = d.meeting_id
    WHERE d.text_id = o.decision_id)`;

/** The decision of an observation, among those of others. */
export interface DecidedOf {
  textId: number;
  decision: DecidedRow;
}

/** Those of all observations of a plan, as JSON: of a statement that asks for more. @param planId a column */
export const decidedOfPlan = (planId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('textId', o.text_id, 'decision', ${decidedJson})), '[]')
    FROM observation o WHERE o.plan_id = ${planId} AND o.decision_id IS NOT NULL)`;

export const byText = (rows: readonly DecidedOf[]): ReadonlyMap<number, DecidedRow> =>
  new Map(rows.map(({ textId, decision }) => [textId, decision]));

/** Decisions by the text of the observation that is about them, in one statement. */
export async function readDecided(
  client: Pick<PrismaClient, "$queryRaw">,
  textIds: readonly number[],
): Promise<ReadonlyMap<number, DecidedRow>> {
  const rows = await client.$queryRaw<DecidedOf[]>`
    SELECT o.text_id AS "textId", ${decidedJson} AS decision
    FROM observation o WHERE o.text_id = ANY(${[...textIds]}::int[]) AND o.decision_id IS NOT NULL`;
  return byText(rows);
}
