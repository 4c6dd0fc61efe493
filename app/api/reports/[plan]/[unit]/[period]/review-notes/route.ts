import type { NextRequest } from "next/server";
import { reviewNoteForm } from "@/lib/schemas/reports/report-forms";
import { NoteChanged, writeNote } from "@/lib/server/commands/review/write-note";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { ownNote } from "@/lib/server/queries/own-note";
import type { ReportAddress } from "@/lib/views/report-view";

/** A note of the greatest length in a script of three bytes a character, escaped. */
const BODY_LIMIT = 64 * 1024;

/** Keeps a reviewer's own note: `ReviewNoteForm` in, its version out; a refusal as in `values`; 409 brings the note as it is now. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(
    request,
    async (actor, now) => writeNote(actor, await params, await readJson(request, reviewNoteForm, BODY_LIMIT), now),
    (refusal) => (refusal instanceof NoteChanged ? { present: refusal.present } : {}),
  );
}

/** What the reader noted about the indicator `of`: `OwnNote`; 401, or 404 for whoever doesn't review it. */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const note = await ownNote(actor, await params, request.nextUrl.searchParams.get("of") ?? "");
    return note && Response.json(note);
  });
}
