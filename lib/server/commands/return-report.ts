import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/reports/report";
import type { ReturnForm } from "@/lib/schemas/reports/report-forms";
import { queriesChanged } from "@/lib/schemas/reports/review-fields";
import type { Transaction } from "@/lib/server/db/client";
import { codeOf, inPresentEdition, presentCode } from "@/lib/server/framework/edition";
import { tellOfReturn } from "@/lib/server/mail/tell-of-return";
import { namesSeen } from "@/lib/server/people/names-seen";
import { decide, holdToDecide, mustLocateToReview } from "@/lib/server/reports/decide";
import type { HeldReport } from "@/lib/server/reports/hold-report";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { peopleToAsk } from "@/lib/server/reports/people-to-tell";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

interface Asked {
  query: string;
  indicatorId: number;
  code: string;
  answeredById: number;
}

interface Told {
  tell: ReturnForm["tell"];
  /** Who was named in queries as the reviewer saw it, by `namedShown`. */
  named: string;
}

/**
 * The queries with whom each is told to: whom the reviewer ticked, and whom another reviewer named in them since.
 * @throws Refusal `cannotBeTold` where somebody who is ticked can't answer it any more, or asked it
 */
async function withTold(
  tx: Transaction,
  actor: Actor,
  located: LocatedReport,
  { id: reportId, submission, submittedById }: HeldReport,
  asked: readonly Asked[],
  { tell, named }: Told,
): Promise<(Asked & { told: number[] })[]> {
  const where = { reportId, submission, kind: "query", toldAt: null } as const;
  const stored = await tx.mention.findMany({ where, select: { indicatorId: true, personId: true } });
  const seen = named.split(" ");
  const since = stored.flatMap(({ indicatorId, personId: person }) =>
    asked.flatMap(({ indicatorId: id, code: indicator }) =>
      id === indicatorId && !seen.includes(`${indicator}:${person}`) ? [{ indicator, person }] : [],
    ),
  );
  if (tell.length + since.length === 0) return asked.map((each) => ({ ...each, told: [] }));
  const indicators = asked.map(({ indicatorId: id, code, answeredById: askedBy }) => ({ id, code, askedBy }));
  const people = await peopleToAsk(tx, actor, { ...subjectOf(located), submittedById }, indicators);
  const canBeTold = ({ indicator, person }: ReturnForm["tell"][number]) =>
    asked.some(({ code }) => code === indicator) &&
    people.some(({ id, of }) => id === person && of?.includes(indicator) !== false);
  const barred = tell.filter((each) => !canBeTold(each)).map(({ person }) => person);
  if (barred.length > 0) throw new Refusal("cannotBeTold", { people: (await namesSeen(tx, actor, barred)) ?? "none" });
  const all = [...tell, ...since.filter(canBeTold)];
  return asked.map((each) => ({
    ...each,
    told: [...new Set(all.flatMap(({ indicator, person }) => (indicator === each.code ? [person] : [])))],
  }));
}

/**
 * Gives a submitted report back to its unit. Queries on indicators are reasons enough; without one, words are needed. Whom the
 * reviewer names is told of a query, which nobody but reviewers has read before.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `queriesChanged` for other queries than the person was
 * shown, `cannotBeTold`, `locked`, `reasonMissing`
 */
export async function returnReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion, reason, queries: shown, tell = [], named = "" }: Omit<ReturnForm, keyof Told> & Partial<Told>,
  now: Date,
): Promise<{ queries: number }> {
  const located = await mustLocateToReview(actor, address);
  return transaction(async (tx) => {
    const report = await holdToDecide(tx, actor, located, { transition: "return", rowVersion }, now);
    const { id: reportId, submission, moment: toldAt } = report;
    const rows = await tx.reviewAnswer.findMany({
      where: { reportId, submission, answer: "query", indicator: inPresentEdition },
      select: { query: true, indicatorId: true, answeredById: true, indicator: presentCode },
    });
    const asked = rows.map(({ indicator, ...row }) => ({ ...row, code: codeOf(indicator) }));
    // An answer leaves the row version as it is: two review at once, each at their own indicators.
    const changed = queriesChanged(shown, asked);
    if (changed.length > 0) throw new Refusal("queriesChanged", { count: changed.length, codes: changed.join(", ") });
    const queries = asked.length;
    const state = stateAfter("return", report.facts, reason || (queries > 0 ? `${queries}` : ""));
    const told = await withTold(tx, actor, located, report, asked, { tell, named });
    // Of a query they are told by whoever asked, who needn't be whoever returns the report.
    const mentions = told.flatMap(({ indicatorId, answeredById: byId, told }) =>
      told.map((personId) => ({ indicatorId, byId, personId })),
    );
    const mention = { kind: "query", toldAt, reportId, submission } as const;
    await tx.mention.deleteMany({ where: { reportId, submission, kind: "query", toldAt: null } });
    await tx.mention.createMany({ data: mentions.map((each) => ({ ...mention, ...each })) });
    await tellOfReturn(tx, located, report, told, { by: actor.id });
    const noted = { queries, ...(mentions.length > 0 && { told: mentions.length }) };
    await decide(tx, actor, address, report, { decision: "returned", state, reason, noted });
    return { queries };
  });
}
