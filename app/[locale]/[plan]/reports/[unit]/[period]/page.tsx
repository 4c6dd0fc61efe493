import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryForm, type EntryFormProps } from "@/components/entry/sheet/entry-form";
import { EntryFormHead } from "@/components/report/entry-form-head";
import { KeptTexts } from "@/components/report/kept/kept-texts";
import { storedRemarks } from "@/components/report/kept/stored-remarks";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { needsComment } from "@/lib/domain/values/value-warning";
import { formatsOf } from "@/lib/i18n/formats";
import { ofPage } from "@/lib/server/action";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import type { ElsewhereIndicator, EntryView } from "@/lib/views/entry-view";
import { packDimensions } from "@/lib/views/packed-dimensions";
import type { ReportAddress } from "@/lib/views/report-view";
import { WorkFrame } from "../../../../work-frame";
import { commentAction, evidenceAction, removeEvidenceAction, replyAction } from "./actions";
import { entryPlace } from "./entry-place";

/** The entry form: one goal at a time, its indicators as rows. */
export default async function EntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, address, base, actor } = await entryPlace(params);
  const query = await searchParams;
  const now = new Date();
  const whole = await reportForEntry(actor, address, { locale, now });
  const goal = whole && chosenGoal(whole, query);
  if (!whole || !goal) notFound();
  const [t, common] = await Promise.all([getTranslations("entryForm"), getTranslations("common")]);
  const { report } = whole;
  const view = onlyGoal(whole, goal.code);
  const owner = { userId: actor.id, ...address };
  const title = t("title", {
    goal: goal.code,
    unit: report.unit.name,
    period: formatsOf(locale).period(report.period),
  });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={[
        "common.former",
        "entry.comment",
        "entry.done",
        "entry.kept",
        "entry.narrative",
        "entry.query",
        "entry.reload",
        "review.warning",
        "entryForm.aloud",
        "entryForm.dock",
        "entryForm.elsewhere",
        "entryForm.goals",
        "entryForm.news",
        "entryForm.overtaken",
        "entryForm.panel",
        "entryForm.parts",
        "entryForm.paste",
        "entryForm.problem",
        "entryForm.query",
        "entryForm.sheet",
        "entryForm.state",
        "entryForm.undo",
        "sourceFiles.evidence",
        "sourceFiles.typeAndSize",
        "values.allowed",
        "values.field",
        "values.missing",
        "values.reason",
        "values.text",
      ]}
      wide
    >
      <title>{common("pageTitle", { title })}</title>
      <EntryForm
        key={`${actor.id} ${goal.code}`}
        view={view}
        goal={goal.code}
        others={otherGoals(whole, goal.code)}
        base={base}
        owner={owner}
        now={now.toISOString()}
        locale={locale}
        asked={view.indicators.find(({ code }) => code === query.indicator)?.code ?? null}
        lock={t("lock", { lock: report.lock ?? "none" })}
        forms={{
          comment: ofPage(actor, commentAction),
          evidence: ofPage(actor, evidenceAction),
          removeEvidence: ofPage(actor, removeEvidenceAction),
          reply: ofPage(actor, replyAction),
        }}
        head={
          <>
            <EntryFormHead report={report} goal={goal} base={base} seeSubmission={whole.abilities.seeSubmission} />
            {report.lock && (
              <KeptTexts
                {...{ owner, base }}
                narratives={whole.narratives}
                remarks={storedRemarks(whole.indicators)}
                isLocked
              />
            )}
          </>
        }
      />
    </WorkFrame>
  );
}

/** The goal that was asked for, or of the indicator that was; else the first with something left to answer. */
function chosenGoal({ goals, indicators }: EntryView, query: Record<string, string | string[] | undefined>) {
  const asked = query.goal ?? indicators.find(({ code }) => code === query.indicator)?.goal;
  if (asked !== undefined) return goals.find(({ code }) => code === asked);
  return goals.find(({ answered, total }) => answered < total) ?? goals[0];
}

/** What a paste may reach besides. */
function otherGoals({ goals, indicators }: EntryView, shown: string): ElsewhereIndicator[] {
  const order = goals.map(({ code }) => code);
  return indicators
    .filter(({ goal }) => goal !== shown)
    .map(({ code, goal, rules, steps, cells, isAnswered, warnings, abilities }) => {
      const { type, decimals, stepCount, lowest, highest, mayExceedHundred, unit } = rules;
      const total = cells[totalCell];
      return {
        code,
        goal,
        isAfter: order.indexOf(goal) > order.indexOf(shown),
        rules: { type, decimals, stepCount, lowest, highest, mayExceedHundred, unit },
        steps,
        total: total ? { value: total.value, revision: total.revision } : null,
        mayEnter: abilities.enterValue,
        isAnswered,
        isWarned: warnings.some(needsComment),
      };
    });
}

/** What goes to the browser: the goal's own rows, and the dimensions that their tables cross. */
function onlyGoal(whole: EntryView, goal: string): EntryFormProps["view"] {
  const indicators = whole.indicators.filter((indicator) => indicator.goal === goal);
  const crossed = new Set(indicators.flatMap(({ tables }) => tables.flatMap(({ dimensions }) => dimensions)));
  const dimensions = packDimensions(whole.dimensions.filter(({ code }) => crossed.has(code)));
  return { ...whole, indicators, dimensions };
}
