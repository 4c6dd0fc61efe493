import type { RefusalCode } from "@/lib/domain/refusal";
import type { FormState, Refused } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";

/** A refusal by the server, or by the browser or the device in its place, as a form says it. */
class RefusedPasskey extends Error {
  constructor(readonly state: Refused) {
    super(state.refusal.code);
  }
}

const refused = (code: RefusalCode, more: Partial<Refused> = {}): RefusedPasskey =>
  new RefusedPasskey({ ok: false, refusal: { code, args: {} }, problems: [], entered: {}, ...more });

/** What the server answers to a request of a page; a refusal is thrown. */
async function post(path: string, body: object, userId: number | null): Promise<unknown> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(userId === null ? {} : madeFor(userId)) },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  if (!answer?.refusal) throw refused("passkeyFailed");
  const { refusal, problems = [] } = answer as Pick<Refused, "refusal" | "problems">;
  throw refused(refusal.code, { refusal, problems });
}

/** A browser says little of why there is no passkey, so that no page learns who holds one. */
function ofBrowser(error: unknown): RefusedPasskey {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return refused("passkeyCancelled");
  return refused(name === "InvalidStateError" ? "passkeyKnown" : "passkeyFailed");
}

/** Asks the server what to ask for, the device for it, and hands the device's answer to the server. */
interface Ceremony {
  options: { path: string; body: object };
  /** The library comes when it is wanted: most people never want it. */
  ask: (options: never) => Promise<unknown>;
  hand: { path: string; body: object };
  /** For whom the page was made; null: it is there to sign in. */
  userId: number | null;
}

/**
 * @returns what the server says to the device's answer; a refusal as the state of a form, with what was entered. That no answer
 * of the server's came is thrown.
 */
export async function askForPasskey<Said>(
  { options, ask, hand, userId }: Ceremony,
  entered: Refused["entered"] = {},
): Promise<{ said: Said } | { refused: NonNullable<FormState> }> {
  try {
    const asked = (await post(options.path, options.body, userId)) as never;
    const response = await ask(asked).catch((error) => {
      throw ofBrowser(error);
    });
    return { said: (await post(hand.path, { ...hand.body, response }, userId)) as Said };
  } catch (error) {
    if (!(error instanceof RefusedPasskey)) throw error;
    return { refused: { ...error.state, entered } };
  }
}
