import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sessionCookie } from "@/lib/server/auth/session-cookie";
import { sayInWords } from "./page-in-words";
import { Turns } from "./turns";

/** Hands a request on to whoever listened before; resolves once they are through with it. */
export type Next = () => Promise<void>;

// A public page that isn't kept takes a quarter of a second of this process to make. Strangers who ask for many new ones
// would take all of it from those who work here: so a few are made at a time, others wait, and those who work go first.

/** Milliseconds: about as long as a reader waits, and all who may wait need. */
const PATIENCE = 20_000;
const limits = { waiting: 60, patience: PATIENCE, longestHold: 1_000 };

/** Pictures are drawn in a thread of their own, so that their readers don't wait for pages, and the other way round. */
const turns = { page: new Turns({ ...limits, atOnce: 1 }), picture: new Turns({ ...limits, atOnce: 1 }) };

/** Seconds after which a reader who was turned away may ask again. */
const RETRY_AFTER = 5;

/** Whatever goes on for longer gave its place up: milliseconds. */
const LONGEST_MAKING = 60_000;

const makings = new Map<string, Promise<void>>();

/** Whether a session's cookie comes along; whether it is worth anything is the page's to judge. */
export const carriesSession = ({ headers }: IncomingMessage) => !!headers.cookie?.includes(`${sessionCookie().name}=`);

/** While somebody who works here is answered, nothing new is made for readers. */
export function holdMakingFor(response: ServerResponse): void {
  for (const ends of [turns.page.hold(), turns.picture.hold()]) response.once("close", ends);
}

/**
 * Has a page or picture made that isn't kept, once for all who ask for it meanwhile, in turn with others; says that there
 * are too many where its turn doesn't come.
 * @param path what is made: the internal path
 * @param answerFromMemory answers what is kept by now; false where it still isn't
 */
export async function makeInTurn(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: Next,
  answerFromMemory: () => Promise<boolean>,
): Promise<void> {
  const left = new AbortController();
  response.once("close", () => left.abort());
  await makings.get(path);
  if (await answerFromMemory()) return;
  const kind = /\/charts\/[^/]+\/[^/]+$/.test(path) ? "picture" : "page";
  const end = await turns[kind].take({ isFirst: carriesSession(request), left: left.signal });
  if (end === null) {
    if (!left.signal.aborted) await sayInWords(request, response, 503, "busy", RETRY_AFTER);
    return;
  }
  try {
    if (await answerFromMemory()) return;
    const made = next();
    const isThrough = whenThrough(made, response).then(end);
    makings.set(path, isThrough);
    void isThrough.then(() => makings.get(path) === isThrough && makings.delete(path));
    await made;
  } finally {
    end();
  }
}

/** Once an answer is ready, however slowly its reader takes it and even if they left; its cache has it then. */
async function whenThrough(made: Promise<void>, response: ServerResponse): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    made.then(resolve, () => resolve());
    timer = setTimeout(resolve, LONGEST_MAKING);
    const { writeHead } = response;
    response.writeHead = (...head: unknown[]) => {
      setImmediate(resolve);
      return Reflect.apply(writeHead, response, head);
    };
  });
  clearTimeout(timer);
}
