import "server-only";
import { observationMay } from "@/lib/domain/commitments/observation-may";
import { partyOf } from "@/lib/domain/commitments/parties";
import type { DigestMailKind } from "@/lib/domain/mail";
import { factsOf, observationSelect, standingOf } from "@/lib/server/commitments/observation-rows";
import { askedOf, readValidity } from "@/lib/server/commitments/validity/validity-rows";
import { db } from "@/lib/server/db/client";
import type { MailReader } from "./mail-reader";
import type { NoticeSubject } from "./notice-subject";

type ObservationMail = Extract<DigestMailKind, `observation${string}`>;

/** Which of these observations, by number, still wait for what the reader is told of, or are the reader's own. */
export async function stillWaiting(
  kind: ObservationMail,
  { plan }: NoticeSubject,
  numbers: number[],
  { actor }: MailReader,
): Promise<number[]> {
  if (actor === null) return [];
  const client = await db();
  const rows = await client.addressedText.findMany({
    where: { planId: plan.id, kind: "observation", number: { in: numbers } },
    orderBy: { number: "asc" },
    select: observationSelect,
  });
  const asked =
    kind === "observationValidity"
      ? await readValidity(
          client,
          rows.map(({ id }) => id),
        )
      : [];
  return rows
    .filter((row) => {
      const facts = factsOf(row);
      const may = observationMay(actor, facts, { number: row.number, rounds: row.rounds.map(standingOf) });
      if (kind === "observationCheck") return may.check;
      if (kind === "observationReply") return may.sendReply;
      if (partyOf(actor, facts) !== "author") return false;
      // That it was taken down is what its author is told last.
      if (facts.end !== null) return kind === "observationNews" && facts.end === "takenDown";
      return (
        kind === "observationNews" ||
        askedOf(
          asked.filter(({ textId }) => textId === row.id),
          null,
        ) !== null
      );
    })
    .map(({ number }) => number!);
}
