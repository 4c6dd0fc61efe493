import type { NextRequest } from "next/server";
import { carryRequest, confirmRequest } from "@/lib/schemas/values/cell-save";
import { carryValues } from "@/lib/server/commands/values/carry-values";
import { confirmValues } from "@/lib/server/commands/values/confirm-values";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";
import { indicatorsNow } from "@/lib/server/queries/indicators-now";
import type { ReportAddress } from "@/lib/views/report-view";

const BODY_LIMIT = 64 * 1024;

/**
 * Carries values of the period before over: `{ wanted: "unanswered" | codes }` in, `{ left, indicators }` out: the codes that
 * got none, and those that did as they are now (`IndicatorNow`), their cells marked `carried`.
 */
export async function POST(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    const address = await params;
    const asked = await readJson(request, carryRequest, BODY_LIMIT);
    const { carried, left } = await carryValues(actor, address, asked, now);
    return { left, indicators: await indicatorsNow(address, carried) };
  });
}

/** Confirms what was carried over: `{ indicators: codes }` in, `{ confirmed, indicators }` out, each as it is now. */
export async function PUT(request: NextRequest, { params }: { params: Promise<ReportAddress> }) {
  return signedInRoute(request, async (actor, now) => {
    const address = await params;
    const asked = await readJson(request, confirmRequest, BODY_LIMIT);
    const { confirmed } = await confirmValues(actor, address, asked, now);
    return { confirmed, indicators: await indicatorsNow(address, asked.indicators) };
  });
}
