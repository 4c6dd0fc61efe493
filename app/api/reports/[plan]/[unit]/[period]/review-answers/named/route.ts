import type { NextRequest } from "next/server";
import { nameInQueryForm } from "@/lib/schemas/reports/report-forms";
import { nameInQuery } from "@/lib/server/commands/mentions/name-in-query";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import type { ReportAddress } from "@/lib/views/report-view";

const BODY_LIMIT = 4 * 1024;

/** Names somebody in a query, or no longer: `NameInQueryForm` in; a refusal as in `values`. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    await nameInQuery(actor, await params, await readJson(request, nameInQueryForm, BODY_LIMIT), now);
    return {};
  });
}
