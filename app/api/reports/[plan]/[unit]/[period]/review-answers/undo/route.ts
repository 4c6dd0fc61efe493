import type { NextRequest } from "next/server";
import { undoAcceptanceForm } from "@/lib/schemas/reports/report-forms";
import { undoAcceptance } from "@/lib/server/commands/review/undo-acceptance";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import type { ReportAddress } from "@/lib/views/report-view";

const BODY_LIMIT = 1024;

/** Takes back what was accepted in one act: `UndoAcceptanceForm` in, what was taken back out; a refusal as in `values`. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    const done = await undoAcceptance(
      actor,
      await params,
      await readJson(request, undoAcceptanceForm, BODY_LIMIT),
      now,
    );
    // As of one answer: a page that was read before doesn't show it.
    return { ...done, storedAt: new Date().toISOString() };
  });
}
