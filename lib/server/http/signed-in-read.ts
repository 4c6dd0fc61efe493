import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { madeForOf, otherPerson } from "@/lib/server/auth/other-person";
import { sessionActor } from "@/lib/server/auth/session";
import { sessionCookie, sessionIdOf } from "@/lib/server/auth/session-cookie";
import { refuse } from "./signed-in-route";

/**
 * The one way from a request that only reads to a query, for what is no page. A link from anywhere may lead here, since it
 * changes nothing; the query checks permission, and null from it is for who may not know.
 * @param refuseAs what becomes of a refusal; JSON with its code unless said otherwise
 */
export async function signedInRead(
  request: NextRequest,
  read: (actor: Actor) => Promise<Response | null>,
  refuseAs: (refusal: Refusal) => Response | Promise<Response> = refuse,
): Promise<Response> {
  const response = await answered(request, read).catch((error) => {
    if (error instanceof Refusal) return refuseAs(error);
    throw error;
  });
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

async function answered(request: NextRequest, read: (actor: Actor) => Promise<Response | null>): Promise<Response> {
  const session = await sessionIdOf(request.cookies.get(sessionCookie().name)?.value);
  const actor = session === null ? null : await sessionActor(session, new Date());
  if (actor === null) throw new Refusal("signedOut");
  // Nobody's page learns what is told to another.
  const other = otherPerson(actor, madeForOf(request));
  if (other) throw other;
  const response = await read(actor);
  if (response === null) throw new Refusal("notFound");
  return response;
}
