import "server-only";
import { isAskedIfValid, type Validity } from "@/lib/domain/commitments/validity";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { Prisma } from "@/lib/server/db/generated/client";
import type { SaidOfValidity, ValidityAsked } from "@/lib/views/commitments/observation-view";

type Client = Pick<Transaction, "$queryRaw">;

/**
 * Observations whose value a results version has changed or filled, for what readers see of it, and whose author has said nothing
 * since: they were passed on, and haven't ended. What was hidden and is hidden still tells nobody that it changed. Of one results
 * version, or of one text and whatever version its value became public by.
 */
export async function spokenOf(
  client: Client,
  { planId, ...of }: { planId: number } & ({ version: number } | { textId: number }),
): Promise<{ id: number; version: number }[]> {
  const asked = "version" in of ? Prisma.sql`v.version = ${of.version}` : Prisma.sql`o.text_id = ${of.textId}`;
  return client.$queryRaw<{ id: number; version: number }[]>`
    SELECT DISTINCT o.text_id AS id, v.version
    FROM observation o
      JOIN addressed_text t ON t.id = o.text_id AND t."end" IS NULL
      JOIN addressed_unit au ON au.text_id = o.text_id
      JOIN results_version v ON v.plan_id = o.plan_id AND ${asked} AND v.cause IN ('approval', 'correction')
      JOIN indicator_version iv ON iv.indicator_id = o.indicator_id
      JOIN result r ON r.plan_id = o.plan_id AND r.period_id = o.period_id AND r.unit_id = au.unit_id
        AND r.indicator_version_id = iv.id AND r.value_since = v.version AND r.until_version IS NULL
      JOIN cell c ON c.id = r.cell_id AND c.key = 'total'
      LEFT JOIN result before ON before.period_id = r.period_id AND before.unit_id = r.unit_id
        AND before.indicator_version_id = r.indicator_version_id AND before.cell_id = r.cell_id
        AND before.until_version = r.value_since - 1
    WHERE o.plan_id = ${planId} AND r.disclosure_state <> 'missing'
      AND (r.disclosure_state = 'shown' OR before.disclosure_state IS NULL OR before.disclosure_state IN ('shown', 'missing'))
      AND v.created_at > (SELECT max(submitted_at) FROM addressed_round WHERE text_id = o.text_id AND stage = 'passed')
    ORDER BY id`;
}

/** What its author was asked of a value that became public since, and said: the last of each text that was asked, and answered. */
export interface ValidityRow {
  textId: number;
  version: number;
  /** When the value became public. */
  valueAt: string;
  answer: Validity | null;
  answeredAt: string | null;
}

/** The same as JSON, the latest value first: of a statement that asks for more. Moments are in UTC, as they are stored. */
export const validityJson = (textIds: readonly number[]): Prisma.Sql => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('textId', q.text_id, 'version', q.version, 'valueAt', v.created_at || 'Z',
      'answer', q.answer, 'answeredAt', q.answered_at || 'Z') ORDER BY q.text_id, q.version DESC), '[]')
    FROM validity_question q JOIN results_version v ON v.plan_id = q.plan_id AND v.version = q.version
    WHERE q.text_id = ANY(${[...textIds]}::int[]))`;

export async function readValidity(client: Client, textIds: readonly number[]): Promise<ValidityRow[]> {
  const [{ rows }] = await client.$queryRaw<[{ rows: ValidityRow[] }]>`SELECT ${validityJson(textIds)} AS rows`;
  return rows;
}

/** The question that waits for its author; null where none does. */
export function askedOf(rows: readonly ValidityRow[], end: Parameters<typeof isAskedIfValid>[0]): ValidityAsked | null {
  const last = rows[0];
  return last && isAskedIfValid(end, last)
    ? { version: last.version, valueOn: dayInRegion(new Date(last.valueAt)) }
    : null;
}

/** What its author said last; null where they haven't. */
export function saidOfValidity(rows: readonly ValidityRow[]): SaidOfValidity | null {
  const said = rows.find(({ answer }) => answer !== null);
  if (!said) return null;
  return {
    validity: said.answer!,
    on: dayInRegion(new Date(said.answeredAt!)),
    valueOn: dayInRegion(new Date(said.valueAt)),
  };
}
