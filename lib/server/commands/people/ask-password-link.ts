import "server-only";
import { randomInt } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "@/lib/domain/refusal";
import { countAsked } from "@/lib/server/auth/sign-in-throttle";
import { seal } from "@/lib/server/auth/two-step/secret-box";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { mailSettings } from "@/lib/server/mail/mail-settings";
import { askedLinkJob } from "@/lib/server/people/asked-link-job";
import type { askedOf } from "@/lib/server/people/mail-asked-link";
import { transaction } from "@/lib/server/transaction";

/** Some requests of others come between: what they wait for tells nothing of what was done for this one. */
const LATEST_MS = 4_000;

/**
 * Has a link to set a forgotten password mailed to whoever has that address. It is the same for an address of nobody: nothing
 * is looked up here, and the work is put off for a while that nobody knows.
 * @param email lower case
 * @param network where it is asked from
 * @throws Refusal `linkNotMailed`, `linkAskedTooOften`
 */
export async function askPasswordLink(email: string, network: string, now: Date): Promise<void> {
  if (mailSettings() === null) throw new Refusal("linkNotMailed");
  await countAsked({ email, address: network }, now).catch((error) => {
    throw error instanceof Refusal && error.code === "throttled"
      ? new Refusal("linkAskedTooOften", error.args as Refusal<"linkAskedTooOften">["args"])
      : error;
  });
  const asked: z.output<typeof askedOf> = { email, network, at: now.toISOString() };
  const sealed = seal(JSON.stringify(asked), "forgotten password");
  await transaction((tx) => enqueue(tx, askedLinkJob, { sealed }, { afterMs: randomInt(LATEST_MS) }));
}
