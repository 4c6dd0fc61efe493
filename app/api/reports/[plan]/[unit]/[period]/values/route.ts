import type { NextRequest } from "next/server";
import { cellSave } from "@/lib/schemas/cell-save";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { CellChanged, recordValue } from "@/lib/server/commands/record-value";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { mustSee } from "@/lib/server/reporting/hold-report";

/** A narrative of the greatest length in a script of three bytes a character, escaped. */
const BODY_LIMIT = 128 * 1024;

/**
 * Saves one cell: `CellSave` in, `RecordedValue` out, once it is stored. A refusal is told by its code: 401, 403, 404,
 * 409 with the figure that is there now (`present`), 413, 422 with the fields at fault, 423.
 */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(
    request,
    async (actor, now) => {
      const address = await params;
      const save = await readJson(request, cellSave, BODY_LIMIT).catch(async (error: unknown) => {
        await mustSee(actor, address);
        throw error;
      });
      return recordValue(actor, address, save, now);
    },
    (refusal) => (refusal instanceof CellChanged ? { present: refusal.present } : {}),
  );
}
