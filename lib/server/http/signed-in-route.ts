import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { madeForOf, otherPerson } from "@/lib/server/auth/other-person";
import { sessionActor } from "@/lib/server/auth/session";
import { sessionCookie, sessionIdOf } from "@/lib/server/auth/session-cookie";
import type { Asked } from "./asked";
import { BodyTooLarge } from "./read-body";
import { isSameOrigin } from "./same-origin";

/** What an answer's status says of a refusal. Clients tell refusals apart by their code. */
const statusOf: Partial<Record<RefusalCode, number>> = {
  signedOut: 401,
  otherPerson: 409,
  otherPersonStays: 409,
  notAllowed: 403,
  notAssigned: 403,
  notFound: 404,
  changedMeanwhile: 409,
  answeredMeanwhile: 409,
  repliedMeanwhile: 409,
  cannotBeTold: 409,
  valuesChanged: 409,
  fileChanged: 409,
  reviewBegun: 409,
  locked: 423,
};

/** What `answer` made answers of: whoever sends one past Next needs no stream to read it from. */
const bodies = new WeakMap<Response, Buffer>();

export const bodyOf = async (response: Response): Promise<Buffer> =>
  bodies.get(response) ?? Buffer.from(await response.arrayBuffer());

/** Never kept by a cache; a refusal is `{ refusal: { code, args }, problems, ... }`. */
export function answer(body: unknown, status = 200): Response {
  const bytes = Buffer.from(JSON.stringify(body ?? null));
  const headers = {
    "Content-Type": "application/json",
    // Without its length, what is too small to gain by it would be compressed too.
    "Content-Length": String(bytes.length),
    "Cache-Control": "private, no-store",
  };
  const response = new Response(bytes, { status, headers });
  bodies.set(response, bytes);
  return response;
}

export function refuse(refusal: Refusal, more: Record<string, unknown> = {}): Response {
  const { status, body } = refusedAs(refusal, more);
  return answer(body, status);
}

/** What a refusal is answered, alone or as one of many. */
export function refusedAs(refusal: Refusal, more: Record<string, unknown> = {}) {
  const { code, args }: Refusal = refusal;
  const problems = refusal instanceof InvalidFields ? refusal.problems : [];
  return { status: statusOf[code] ?? 422, body: { refusal: { code, args }, problems, ...more } };
}

/**
 * The one way from a request that changes something to a command, for what goes past server actions: it comes from a
 * page of this site, from somebody who is signed in and whose page it is, and a refusal becomes an answer. The command
 * checks permission.
 * @param more what goes along with a refusal besides its code
 */
export const signedInRoute = (
  request: Asked,
  work: (actor: Actor, now: Date) => Promise<unknown>,
  more: (refusal: Refusal) => Record<string, unknown> = () => ({}),
): Promise<Response> => answered(request, async (actor, now) => answer(await work(actor, now)), more);

/**
 * The same where the database can be asked for what the command judges while it is asked whose session it is, so that nobody
 * waits for one after the other.
 * @param ahead asks for it, only for whoever holds a session's cookie; nothing of it is told to anybody whose session is over
 */
export const signedInRouteAhead = <T>(
  request: Asked,
  ahead: () => Promise<T>,
  work: (actor: Actor, now: Date, ahead: Promise<T>) => Promise<unknown>,
  more: (refusal: Refusal) => Record<string, unknown> = () => ({}),
): Promise<Response> => {
  let asked: Promise<T> | null = null;
  const ask = () => {
    asked = ahead();
    // Whoever is refused before hears of that alone.
    asked.catch(() => {});
  };
  return answered(request, async (actor, now) => answer(await work(actor, now, asked!)), more, ask);
};

/** The same of a command whose answer is a file, which nobody keeps. */
export async function signedInFile(
  request: Asked,
  work: (actor: Actor, now: Date) => Promise<Response>,
): Promise<Response> {
  const response = await answered(request, work, () => ({}));
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** The same where nobody has to be signed in: for what is there to sign in. */
export async function openRoute(request: Asked, work: (now: Date) => Promise<unknown>): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refuse(new Refusal("notAllowed"));
  return orRefused(
    async () => answer(await work(new Date())),
    () => ({}),
  );
}

async function answered(
  request: Asked,
  work: (actor: Actor, now: Date) => Promise<Response>,
  more: (refusal: Refusal) => Record<string, unknown>,
  ahead: () => void = () => {},
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refuse(new Refusal("notAllowed"));
  const now = new Date();
  const session = await sessionIdOf(request.cookies.get(sessionCookie().name)?.value);
  if (session !== null) ahead();
  const actor = session === null ? null : await sessionActor(session, now);
  if (actor === null) return refuse(new Refusal("signedOut"));
  const other = otherPerson(actor, madeForOf(request));
  if (other) return refuse(other);
  return orRefused(() => work(actor, now), more);
}

async function orRefused(
  work: () => Promise<Response>,
  more: (refusal: Refusal) => Record<string, unknown>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return refuse(error, more(error));
    if (error instanceof BodyTooLarge) return answer({ limit: error.limit }, 413);
    throw error;
  }
}
