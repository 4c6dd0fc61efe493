import type { NextRequest } from "next/server";
import { defaultLocale } from "@/lib/i18n/routing";
import { publicationAddress } from "@/lib/schemas/publications/publication-address";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { publicationOf } from "@/lib/server/queries/publications/publication-list";
import type { PublicationProgress } from "@/lib/views/publication-view";

/** How far a publication is: `PublicationProgress`, which its page asks for every second while it is being made. */
export async function GET(request: NextRequest, { params }: { params: Promise<Record<"plan" | "id", string>> }) {
  return signedInRead(request, async (actor) => {
    const address = publicationAddress.safeParse(await params);
    const found = address.success && (await publicationOf(actor, address.data.plan, address.data.id, defaultLocale));
    if (!found) return null;
    const { state, step, percent } = found;
    return Response.json({ state, step, percent } satisfies PublicationProgress);
  });
}
