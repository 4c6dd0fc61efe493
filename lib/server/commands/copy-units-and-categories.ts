import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { raiseVersion } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

interface Copied {
  units: string[];
  dimensions: string[];
  categories: number;
}

/**
 * Gives a plan the reporting units and categories of another one, with their names in every language and the other ways in
 * which files write them: what it lacks, by code. What it has stays as it is, so that twice changes nothing.
 * @throws Refusal `notFound`, `notAllowed`; `planInUse` where something is reported in the plan: a unit more would change
 * what its region says
 */
export async function copyUnitsAndCategories(actor: Actor, from: string, to: string): Promise<Copied> {
  const plans = await (await db()).plan.findMany({
    where: { code: { in: [from, to] } },
    select: { id: true, code: true },
  });
  const source = plans.find(({ code }) => code === from);
  const target = plans.find(({ code }) => code === to);
  if (!source || !target || source === target) throw new Refusal("notFound");
  for (const { id: planId } of [source, target])
    if (!can(actor, "keepFramework", { planId })) throw new Refusal("notAllowed");

  return transaction(async (tx) => {
    // Whoever begins a report or copies at the same time waits.
    await tx.$queryRaw`SELECT FROM plan WHERE id = ${target.id} FOR UPDATE`;
    if ((await tx.report.count({ where: { planId: target.id } })) > 0) throw new Refusal("planInUse");
    const copied = {
      units: await copyUnits(tx, source.id, target.id),
      dimensions: await copyDimensions(tx, source.id, target.id),
      categories: await copyCategories(tx, source.id, target.id),
    };
    if (copied.units.length + copied.dimensions.length + copied.categories === 0) return copied;
    // What public and signed-in pages keep of the framework is kept under this version.
    await raiseVersion(tx, { planId: target.id, cause: "framework", subject: `units and categories of ${from}` });
    await writeAudit(tx, {
      stream: `framework:${target.id}`,
      actorId: actor.id,
      action: "unitsAndCategoriesCopied",
      subject: `plan ${to} from ${from}`,
      place: { planId: target.id },
      after: copied,
    });
    return copied;
  });
}

interface Code {
  code: string;
}
const codes = (rows: Code[]) => rows.map(({ code }) => code);

/** Level by level, for a unit stands under one of its own plan. */
async function copyUnits(tx: Transaction, from: number, to: number): Promise<string[]> {
  const rows: Code[] = [];
  for (const level of ["region", "country"])
    rows.push(
      ...(await tx.$queryRaw<Code[]>`
        WITH copied AS (
          INSERT INTO reporting_unit (plan_id, code, level, parent_id, position)
          SELECT ${to}, u.code, u.level, own.id, u.position
          FROM reporting_unit u
          LEFT JOIN reporting_unit above ON above.id = u.parent_id
          LEFT JOIN reporting_unit own ON own.plan_id = ${to} AND own.code = above.code
          WHERE u.plan_id = ${from} AND u.level = ${level}::unit_level
          ORDER BY u.position
          ON CONFLICT (plan_id, code) DO NOTHING
          RETURNING id, code
        ), texts AS (
          INSERT INTO reporting_unit_text (unit_id, locale, name, long_name)
          SELECT copied.id, text.locale, text.name, text.long_name
          FROM copied
          JOIN reporting_unit u ON u.plan_id = ${from} AND u.code = copied.code
          JOIN reporting_unit_text text ON text.unit_id = u.id
        )
        SELECT code FROM copied ORDER BY id`),
    );
  return codes(rows);
}

async function copyDimensions(tx: Transaction, from: number, to: number): Promise<string[]> {
  const rows = await tx.$queryRaw<Code[]>`
    WITH copied AS (
      INSERT INTO dimension (plan_id, code, is_open, position)
      SELECT ${to}, code, is_open, position FROM dimension WHERE plan_id = ${from} ORDER BY position
      ON CONFLICT (plan_id, code) DO NOTHING
      RETURNING id, code
    ), texts AS (
      INSERT INTO dimension_text (dimension_id, locale, name)
      SELECT copied.id, text.locale, text.name
      FROM copied
      JOIN dimension d ON d.plan_id = ${from} AND d.code = copied.code
      JOIN dimension_text text ON text.dimension_id = d.id
    )
    SELECT code FROM copied ORDER BY id`;
  return codes(rows);
}

/** Another way to write a category that already means one of the plan's own stays with that one. */
async function copyCategories(tx: Transaction, from: number, to: number): Promise<number> {
  const rows = await tx.$queryRaw<Code[]>`
    WITH copied AS (
      INSERT INTO category (dimension_id, code, position)
      SELECT own.id, c.code, c.position
      FROM category c
      JOIN dimension d ON d.id = c.dimension_id AND d.plan_id = ${from}
      JOIN dimension own ON own.plan_id = ${to} AND own.code = d.code
      ORDER BY d.position, c.position
      ON CONFLICT (dimension_id, code) DO NOTHING
      RETURNING id, dimension_id, code
    ), original AS (
      SELECT copied.id, copied.dimension_id, c.id AS from_id
      FROM copied
      JOIN dimension own ON own.id = copied.dimension_id
      JOIN dimension d ON d.plan_id = ${from} AND d.code = own.code
      JOIN category c ON c.dimension_id = d.id AND c.code = copied.code
    ), texts AS (
      INSERT INTO category_text (category_id, locale, name)
      SELECT original.id, text.locale, text.name
      FROM original JOIN category_text text ON text.category_id = original.from_id
    ), aliases AS (
      INSERT INTO category_alias (dimension_id, alias, category_id)
      SELECT original.dimension_id, alias.alias, original.id
      FROM original JOIN category_alias alias ON alias.category_id = original.from_id
      ON CONFLICT (dimension_id, alias) DO NOTHING
    )
    SELECT code FROM copied`;
  return rows.length;
}
