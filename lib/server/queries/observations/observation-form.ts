import "server-only";
import { actingUnits, arePublic, decisionCode } from "@/lib/domain/commitments/decision";
import { type Actor, can } from "@/lib/domain/permissions";
import { readNarrativeCode } from "@/lib/domain/reports/narrative";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { decisionsOf, decisionView } from "@/lib/server/commitments/decision-rows";
import { replyClocks } from "@/lib/server/commitments/reply-clocks";
import { shadowIndicatorOf } from "@/lib/server/commitments/shadow/read-shadow";
import { publicNarrative } from "@/lib/server/commitments/subjects/public-narrative";
import { decidedSubject, narrativeSubject } from "@/lib/server/commitments/subjects/subject-of";
import { db } from "@/lib/server/db/client";
import { hasBegun } from "@/lib/server/db/day";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf, nodesInOrder, type PlanFramework } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ObservationFormView } from "@/lib/views/commitments/observation-view";
import type { SubjectView } from "@/lib/views/commitments/subject-view";

/** What an address asks a new observation to be about. */
export type AboutAsked = Record<"unit" | "period" | "indicator" | "node" | "decision" | "narrative", string | null>;

/**
 * What somebody may add an observation about: the units that they observe, and the periods that have begun. Null where they
 * may add none, or not of what the address asks for.
 */
export async function observationForm(
  actor: Actor,
  planCode: string,
  asked: AboutAsked,
  { locale, now }: Asked,
): Promise<ObservationFormView | null> {
  if (!areCodes(planCode)) return null;
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true },
  });
  if (!plan) return null;
  const framework = await frameworkOf(plan, locale);
  const decision = asked.decision === null ? null : await agreedDecision(client, plan.id, asked.decision, framework);
  if (asked.decision !== null && decision === null) return null;
  const observed = [...framework.units].flatMap(([id, unit]) =>
    can(actor, "observe", { planId: plan.id, unit: { id, level: unit.level } }) ? [unit] : [],
  );
  const units = decision ? actingUnits(observed, decision) : observed;
  if (units.length === 0) return null;
  const begun = framework.periods.filter((each) => hasBegun(each, now)).reverse();
  const unit = units.find(({ code }) => code === asked.unit);
  const period = begun.find(({ code }) => code === asked.period);
  if ((asked.unit !== null && !unit) || (asked.period !== null && !period)) return null;
  const subject = decision ? decidedSubject(decision) : askedSubject(asked, framework);
  if (subject.of === "narrative" && unit && period) {
    const [unitId] = [...framework.units].find(([, { code }]) => code === unit.code)!;
    if (!(await publicNarrative(client, plan, { unitId, periodId: period.id }, subject.code))) return null;
  }
  const about = (): ObservationFormView["about"] => {
    if (!unit || !period) return null;
    const found = indicatorsOfPeriod(framework, unit.level, period);
    const indicators = found.indicators.map(({ view: { code, title } }) => ({ code, title }));
    const asIndicator = found.indicators.find(({ view }) => subject.of === "indicator" && view.code === subject.code);
    return {
      unit,
      period: period.code,
      indicators,
      nodes: nodesInOrder(framework).map(({ code, title }) => ({ code, title })),
      subject: subject.of === "indicator" && !asIndicator ? { of: "unit" } : subject,
      shadowOf: shadowIndicatorOf(asIndicator?.view, framework.dimensions),
    };
  };
  return {
    plan: plan.code,
    units,
    periods: begun.map(({ code }) => code),
    clocks: await replyClocks(client),
    asked: { unit: unit?.code ?? null, period: period?.code ?? null, subject },
    about: about(),
  };
}

/** What a meeting agreed, by its code; null for what there isn't, isn't agreed or is taken down. */
async function agreedDecision(
  client: Parameters<typeof decisionsOf>[0],
  planId: number,
  code: string,
  framework: PlanFramework,
) {
  const { decisions } = await decisionsOf(client, planId, "en");
  const row = decisions.find(({ meeting, number }) => decisionCode(meeting.code, number) === code);
  if (!row || !arePublic(row.meeting.state)) return null;
  const view = decisionView(row, framework, new Date());
  return view.isTakenDown ? null : view;
}

/** The first of what the address names that the framework has. */
function askedSubject({ indicator, node, narrative }: AboutAsked, framework: PlanFramework): SubjectView {
  const views = framework.indicators.map(({ versions }) => versions[0]!.view);
  const asIndicator = views.find(({ code }) => code === indicator);
  if (asIndicator) return { of: "indicator", code: asIndicator.code, title: asIndicator.title };
  const words = narrative === null ? null : readNarrativeCode(narrative);
  const pillar = framework.pillars.find(({ code }) => code === words?.pillar);
  if (words && pillar) return narrativeSubject(pillar, words.kind);
  return nodesInOrder(framework).find(({ code }) => code === node) ?? { of: "unit" };
}
