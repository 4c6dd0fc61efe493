import type { NextRequest } from "next/server";
import { narrativeForm } from "@/lib/schemas/reports/report-forms";
import { recordNarrative, TextChanged } from "@/lib/server/commands/record-narrative";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { mustSeeReport } from "@/lib/server/queries/must-see-report";
import type { ReportAddress } from "@/lib/views/report-view";

/** A text of the greatest length in a script of three bytes a character, escaped. */
const BODY_LIMIT = 128 * 1024;

/**
 * Saves one text of the report narrative while it is written: the fields of its form in, version, mark and moment out once
 * it is stored. A refusal as in `values`; 409 brings the text that is there now (`present`) and
 * who wrote it when (`changed`).
 */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(
    request,
    async (actor, now) => {
      const address = await params;
      const text = await readJson(request, narrativeForm, BODY_LIMIT).catch(async (error: unknown) => {
        await mustSeeReport(actor, address);
        throw error;
      });
      return recordNarrative(actor, address, text, now);
    },
    (refusal) => (refusal instanceof TextChanged ? { present: refusal.present, changed: refusal.changed } : {}),
  );
}
