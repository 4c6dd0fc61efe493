import "server-only";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { asJson } from "@/lib/server/db/columns";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import { type ValueColumns, valueColumns } from "@/lib/server/db/value-columns";

/** A part of the value that an observation carries. */
export interface PartRow {
  textId: number;
  cell: CellKey;
  value: ValueColumns;
}

/** Parts of texts' values as JSON: of a statement that asks for more. */
export const partsJson = (textIds: readonly number[]) => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('textId', p.text_id, 'cell', c.key, 'value', ${asJson("p", valueColumns)})), '[]')
    FROM shadow_part p JOIN cell c ON c.id = p.cell_id WHERE p.text_id = ANY(${[...textIds]}::int[]))`;

/** Parts of texts' values, in one statement. */
export async function readParts(
  client: Pick<PrismaClient, "$queryRaw">,
  textIds: readonly number[],
): Promise<PartRow[]> {
  const [{ parts }] = await client.$queryRaw<[{ parts: PartRow[] }]>`SELECT ${partsJson(textIds)} AS parts`;
  return parts;
}
