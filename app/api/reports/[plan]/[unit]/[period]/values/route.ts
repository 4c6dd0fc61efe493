import type { NextRequest } from "next/server";
import { cellSave, newsSince } from "@/lib/schemas/values/cell-save";
import { besideRefusal, factsToRecord, recordValue } from "@/lib/server/commands/values/record-value";
import type { Asked } from "@/lib/server/http/asked";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { signedInRouteAhead } from "@/lib/server/http/signed-in-route";
import { mustSeeReport } from "@/lib/server/queries/must-see-report";
import { newsOfReport } from "@/lib/server/queries/news-of-report";
import type { ReportAddress } from "@/lib/views/report-view";

/** A narrative of the greatest length in a script of three bytes a character, escaped. */
const BODY_LIMIT = 128 * 1024;

/**
 * Saves one cell: `CellSave` in, `RecordedValue` out, once it is stored. A refusal is told by its code: 401, 403, 404,
 * 409 with the value that is there now (`present`) and who put it there (`changed`), 413, 422 with the fields at fault, 423.
 */
export async function POST(request: Asked, { params }: { params: Promise<ReportAddress> }) {
  return signedInRouteAhead(
    request,
    async () => {
      const [address, save] = [await params, await readJson(request, cellSave, BODY_LIMIT)];
      return { save, facts: await factsToRecord(address, save) };
    },
    async (actor, now, ahead) => {
      const address = await params;
      const { save, facts } = await ahead.catch(async (error: unknown) => {
        await mustSeeReport(actor, address);
        throw error;
      });
      return recordValue(actor, address, save, now, facts);
    },
    besideRefusal,
  );
}

/** What changed since the moment that `since` names: `NewsView`; 401, or 404 for whoever may not know of the report. */
export async function GET(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRead(request, async (actor) => {
    const since = newsSince.safeParse(request.nextUrl.searchParams.get("since"));
    if (!since.success) return null;
    const news = await newsOfReport(actor, await params, { since: new Date(since.data), now: new Date() });
    return news && Response.json(news);
  });
}
