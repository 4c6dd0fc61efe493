import "server-only";
import { observationMay } from "@/lib/domain/commitments/observation-may";
import { partyOf } from "@/lib/domain/commitments/parties";
import type { DigestMailKind } from "@/lib/domain/mail";
import { factsOf, observationSelect, standingOf } from "@/lib/server/commitments/observation-rows";
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
  const rows = await (await db()).addressedText.findMany({
    where: { planId: plan.id, kind: "observation", number: { in: numbers } },
    orderBy: { number: "asc" },
    select: observationSelect,
  });
  return rows
    .filter((row) => {
      const facts = factsOf(row);
      const last = row.rounds.at(-1)!;
      const may = observationMay(actor, facts, { ...standingOf(last), round: last.round, number: row.number });
      if (kind === "observationCheck") return may.check;
      if (kind === "observationReply") return may.sendReply;
      return facts.end === null && partyOf(actor, facts) === "author";
    })
    .map(({ number }) => number!);
}
