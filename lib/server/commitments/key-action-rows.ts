import "server-only";
import { isKeyActionOverdue, type KeyActionState } from "@/lib/domain/commitments/key-action";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { EvidenceFields } from "@/lib/schemas/commitments/evidence-fields";
import type { Transaction } from "@/lib/server/db/client";
import { dayInUnit } from "@/lib/server/db/day";
import { Prisma } from "@/lib/server/db/generated/client";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { EvidenceLink, KeyActionView } from "@/lib/views/commitments/observation-view";

/** A key action as it is kept, with the text, the round and the unit that it belongs to. */
export interface KeyActionRow {
  id: number;
  textId: number;
  /** Null of a decision. */
  round: number | null;
  unitId: number;
  body: string;
  organisation: string | null;
  dueOn: IsoDate;
  firstDueOn: IsoDate;
  state: KeyActionState;
  doneOn: IsoDate | null;
  evidenceTitle: string;
  evidenceUrl: string;
  reason: string;
  rowVersion: number;
}

/**
 * The key actions of texts, in the order in which they were added. Whatever shows a text whole reads them besides, in one
 * statement: a list of texts doesn't.
 */
export const readKeyActions = (
  client: Pick<Transaction, "$queryRaw">,
  textIds: readonly number[],
  locale: string,
): Promise<KeyActionRow[]> => client.$queryRaw`
  ${selectKeyActions(locale)} WHERE k.text_id = ANY(${[...textIds]}) ORDER BY k.id`;

/** What is read of key actions `k`, for a statement that says of which texts. */
export const selectKeyActions = (locale: string): Prisma.Sql => Prisma.sql`
  SELECT k.id, k.text_id AS "textId", k.round, k.unit_id AS "unitId", k.body, ${organisationNameIn(locale)} AS organisation,
    k.due_on::text AS "dueOn", k.first_due_on::text AS "firstDueOn", k.state::text, k.done_on::text AS "doneOn",
    k.evidence_title AS "evidenceTitle", k.evidence_url AS "evidenceUrl", k.reason, k.row_version AS "rowVersion"
  FROM key_action k LEFT JOIN organisation o ON o.id = k.organisation_id`;

/** What a row says of where it can be read; null where it says nothing. */
export const evidenceOf = ({ evidenceTitle, evidenceUrl }: EvidenceFields): EvidenceLink | null =>
  evidenceUrl === "" ? null : { title: evidenceTitle, url: evidenceUrl };

/** Those of a round of a text, as they are read. @param unit the code of the one that they are of */
export const keyActionsOf = (
  rows: readonly KeyActionRow[],
  { id, round, unit }: { id: number; round: number | null; unit: string },
  now: Date,
): KeyActionView[] =>
  rows
    .filter((row) => row.textId === id && row.round === round)
    .map(({ textId: _, round: __, unitId: ___, evidenceTitle, evidenceUrl, ...told }) => ({
      ...told,
      isOverdue: isKeyActionOverdue(told, dayInUnit(unit, now)),
      evidence: evidenceOf({ evidenceTitle, evidenceUrl }),
    }));
