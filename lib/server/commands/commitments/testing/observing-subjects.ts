import type { ObservationWords, SubjectCode } from "@/lib/schemas/commitments/observation-forms";
import type { Database } from "@/lib/server/db/client";
import { publicVersion } from "@/lib/server/queries/public-version";
import type { Reporting } from "@/test/factories/make-reporting";
import { addObservation } from "../add-observation";
import { passObservation } from "../pass-observation";
import { sendReply } from "../send-reply";
import { now, observing, reply, said } from "./observing";
import { submitObservation } from "./submit-observation";

/** Observations about whatever a test names, addressed to Thailand, of the plan that it has. */
export function observingSubjects(on: { readonly database: Database; readonly plan: Reporting }) {
  const { seen, row } = observing(on);
  const add = async (about: SubjectCode, words: Partial<ObservationWords> = {}) =>
    (await addObservation(on.plan.actors.cso, { ...on.plan.address("THA", "2016"), about }, { ...said, ...words }, now))
      .id;

  /** One that is public, with its reply; its number. */
  async function heard(about: SubjectCode): Promise<number> {
    const id = await add(about);
    await submitObservation(on.plan.actors.cso, await seen(id), now);
    await passObservation(on.plan.actors.secretariat, await seen(id), now);
    await sendReply(on.plan.actors.thailand, await seen(id), reply, now);
    return (await row(id)).number!;
  }
  const area = async () => ({
    code: on.plan.code,
    locale: "en",
    version: (await publicVersion({ plan: on.plan.code, area: "observations" }))!,
  });
  return { add, heard, area };
}
