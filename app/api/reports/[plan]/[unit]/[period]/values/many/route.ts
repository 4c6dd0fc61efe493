import { Refusal } from "@/lib/domain/refusal";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { cellSaves } from "@/lib/schemas/values/cell-save";
import { besideRefusal } from "@/lib/server/commands/values/record-value";
import { recordValues, type SaveOutcome } from "@/lib/server/commands/values/record-values";
import type { Asked } from "@/lib/server/http/asked";
import { readJson } from "@/lib/server/http/read-json";
import { refusedAs, signedInRoute } from "@/lib/server/http/signed-in-route";
import { mustSeeReport } from "@/lib/server/queries/must-see-report";
import type { ReportAddress } from "@/lib/views/report-view";

/** As many cells as there may be, among them long texts. */
const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * Saves many cells at once: `{ cells: CellSave[] }` in, `{ answers }` out in the same order. Each answer is
 * `{ ok: true, ...RecordedValue }`, stored together with all others that are, or `{ ok: false, status, ... }` with the status and
 * the body of the refusal that the cell would get by itself. What is true of the whole report refuses the whole request: 401,
 * 403, 404, 409 where others were faster again and again, 413, 422, 423.
 */
export async function POST(request: Asked, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    const address = await params;
    const { cells } = await readJson(request, cellSaves, BODY_LIMIT).catch(async (error: unknown) => {
      await mustSeeReport(actor, address);
      throw error;
    });
    const saves = cells.map((read) => (read.success ? read.data : new InvalidFields(fieldProblems(read.error))));
    return { answers: (await recordValues(actor, address, saves, now)).map(answerOf) };
  });
}

function answerOf(outcome: SaveOutcome) {
  if (!(outcome instanceof Refusal)) return { ok: true, ...outcome };
  const { status, body } = refusedAs(outcome, besideRefusal(outcome));
  return { ok: false, status, ...body };
}
