import type { Actor } from "@/lib/domain/permissions";
import type { ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import type { Database } from "@/lib/server/db/client";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { auditWhere } from "@/test/factories/make-report";
import type { Reporting } from "@/test/factories/make-reporting";
import { addObservation } from "../add-observation";
import { passObservation } from "../pass-observation";
import { submitObservation } from "./submit-observation";

/** A Friday; the safety check is due on the next one. */
export const now = new Date("2018-03-09T04:00:00Z");

export const said: ObservationWords = {
  kind: "reportsGap",
  basis: "serviceData",
  body: "Our shelter saw more",
  language: "en",
  attribution: "governments",
  visibility: "public",
  sources: [{ title: "Annual report", url: "https://shelter.example/2016" }],
  shadow: null,
};
export const reply = { kind: "explains", body: "Other ministries count too" } as const;

/** Steps with observations about an indicator of Thailand, of the plan that a test has. */
export function observing(on: { readonly database: Database; readonly plan: Reporting }) {
  const subject = () => ({ ...on.plan.address("THA", "2016"), about: { of: "indicator" as const, code: "G2.1-a" } });
  const add = (words: Partial<ObservationWords> = {}, actor: Actor = on.plan.actors.cso) =>
    addObservation(actor, subject(), { ...said, ...words }, now).then(({ id }) => id);
  const row = (id: number) =>
    on.database.prisma.addressedText.findUniqueOrThrow({
      where: { id },
      include: { rounds: { include: { responses: true }, orderBy: { round: "asc" } }, observation: true },
    });
  const seen = async (id: number) => ({ plan: on.plan.code, id, rowVersion: (await row(id)).rowVersion });
  /** As somebody sees it by whom a later round may be unknown. */
  const seenBy = async (actor: Actor, id: number) => {
    const { rowVersion } = (await observationForWork(actor, on.plan.code, id, { locale: "en", now }))!;
    return { plan: on.plan.code, id, rowVersion };
  };
  const events = async (id: number) =>
    (await auditWhere(on.database.prisma, { stream: `addressed:${id}` })).map(({ action }) => action);
  /** One that waits for Thailand's reply. */
  const passed = async (words: Partial<ObservationWords> = {}): Promise<number> => {
    const id = await add(words);
    await submitObservation(on.plan.actors.cso, await seen(id), now);
    await passObservation(on.plan.actors.secretariat, await seen(id), now);
    return id;
  };
  return { subject, add, row, seen, seenBy, events, passed };
}
