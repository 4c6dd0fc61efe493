import type { NextRequest } from "next/server";
import { Refusal } from "@/lib/domain/refusal";
import { presenceForm } from "@/lib/schemas/reports/report-forms";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { whoIsHere } from "@/lib/server/queries/who-is-here";
import type { ReportAddress } from "@/lib/views/report-view";

const BODY_LIMIT = 1024;

/** Says that the reader has the entry form open: the row they are at in, `PersonHere[]` of the others out. */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor) => {
    const { at } = await readJson(request, presenceForm, BODY_LIMIT);
    const here = await whoIsHere(actor, await params, at);
    if (here === null) throw new Refusal("notFound");
    return here;
  });
}
