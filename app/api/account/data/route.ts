import type { NextRequest } from "next/server";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { personalData } from "@/lib/server/queries/account/personal-data";

/** What is stored about whoever asks, as a file for them alone. */
export const GET = (request: NextRequest): Promise<Response> =>
  signedInRead(request, async (actor) => {
    const data = await personalData(actor, new Date());
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="spaiv-own-data.json"',
      },
    });
  });
