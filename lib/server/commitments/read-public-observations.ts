import "server-only";
import { type ReplyCounts, replyCounts } from "@/lib/domain/commitments/reply-counts";
import { spokenLocale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { PublishedPlan } from "@/lib/server/results/read/plan";
import type { ObservationView, SaidOfValidity } from "@/lib/views/commitments/observation-view";
import type { PublicObservation } from "@/lib/views/commitments/public-observation";
import { correctedAfter } from "./corrected-after";
import { readFollowUps } from "./follow-ups/follow-up-rows";
import { readKeyActions } from "./key-action-rows";
import { observationSelect, observationView } from "./observation-rows";
import { readParts } from "./shadow/part-rows";
import { readFiles } from "./sources/file-rows";
import { readDecided } from "./subjects/read-decided";
import { readValidity, saidOfValidity } from "./validity/validity-rows";

/** A plan, and the framework in whose words its observations are read. */
export interface Published {
  plan: PublishedPlan;
  framework: PlanFramework;
}

/** Public observations, the newest first; which of them somebody may read, and what of each, `observationView` says. */
export async function readPublicObservations(
  { plan, framework }: Published,
  locale: string,
  narrowed: Prisma.AddressedTextWhereInput = {},
): Promise<PublicObservation[]> {
  const client = await db();
  const rows = await client.addressedText.findMany({
    where: {
      planId: plan.id,
      kind: "observation",
      observation: { visibility: "public" },
      // None that only its author or the secretariat has read is read here at all.
      rounds: { some: { responses: { some: { state: { in: ["given", "unanswered"] } } } } },
      AND: narrowed,
    },
    orderBy: { number: "desc" },
    select: observationSelect,
  });
  const spoken = spokenLocale(locale);
  const ids = rows.map(({ id }) => id);
  const keyActions = await readKeyActions(client, ids, spoken);
  const files = await readFiles(client, ids);
  const parts = await readParts(client, ids);
  const followUps = await readFollowUps(client, ids);
  const asked = await readValidity(client, ids);
  const reader = {
    party: null,
    framework,
    locale: spoken,
    threshold: plan.head.threshold,
    now: new Date(),
    keyActions,
    files,
    parts,
    followUps,
    decided: await readDecided(client, ids),
    corrected: await correctedAfter(client, ids, plan.version),
  };
  return rows.flatMap((row) => {
    const view = observationView(row, reader);
    if (!view) return [];
    const validity = saidOfValidity(asked.filter(({ textId }) => textId === row.id));
    return publicOf(view, validity);
  });
}

/** What is left of a view for pages that stay as they are, and that anybody keeps. */
function publicOf(
  { number, unit, period, subject, end, endedOn, corrected, ...view }: ObservationView,
  validity: SaidOfValidity | null,
) {
  if (number === null) return [];
  const { kind, basis, organisation, language, sources, files, shadow, followUps } = view;
  const rounds = view.rounds.flatMap(({ round, body, askedOn, dueOn, reply }) =>
    askedOn !== null && dueOn !== null ? { round, body, askedOn, dueOn, reply } : [],
  );
  const words = { kind, basis, organisation, language, sources, files, shadow, followUps, rounds };
  const said = rounds.length === 0 ? null : words;
  const about = { number, unit, period, subject };
  return [{ ...about, end, endedOn, corrected, validity: said && validity, said } satisfies PublicObservation];
}

/** What became of observations; those of which nothing is left to read count as withdrawn, and not here. */
export const countsOf = (observations: readonly PublicObservation[]): ReplyCounts =>
  replyCounts(
    observations.flatMap(({ said, corrected, unit, period, subject }) =>
      said
        ? {
            rounds: said.rounds.map(({ reply, ...round }) => ({ ...round, givenOn: reply?.givenOn ?? null })),
            corrected: corrected && [unit.code, period, subject.of === "indicator" && subject.code].join(" "),
          }
        : [],
    ),
  );
