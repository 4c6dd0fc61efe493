import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DecisionList } from "@/components/meetings/decision-list";
import { formsOfOne, keptOfOne, keptOwner } from "@/components/observations/kept/kept-places";
import { AddKeyAction, TellKeyAction } from "@/components/observations/key-actions/key-action-forms";
import { ForgetSent } from "@/components/report/kept/forget-words";
import { Notice } from "@/components/ui/notice";
import { actingDecisionPath, placePath, planPath, publicMeetingPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { keyActionsSeen } from "@/lib/schemas/commitments/key-action-fields";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { actingDecision } from "@/lib/server/queries/meetings/acting-decisions";
import { addDecisionActionAction, tellDecisionActionAction } from "../actions";

/** What an address may say was done just now. */
const outcomes = ["keyAction", "told"] as const;

/** An agreed decision for whoever it asks: what is done about it, and how far that came. */
export default async function ActingDecisionPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan, id: asked } = await params;
  const { done: said } = await searchParams;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const here = actingDecisionPath(root, id.data);
  const actor = await requireActor(here);
  const view = await actingDecision(actor, plan, id.data, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work, names] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("common"),
    getTranslations("auth.nav"),
    getTranslations("observations"),
  ]);
  const { decision, acting, rowVersion } = view;
  const title = t("acting.title", { code: decision.code });
  const done = outcomes.find((outcome) => outcome === said);
  const wordsOf = (name: "keyAction" | "told", unit: string) => keptOfOne(actor.id, plan, id.data, name, unit);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["observations"]}>
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: work("work"), href: placePath(root, "work") }]} />
        <h1>{title}</h1>
        {done && (
          <div className="mt-4">
            <Notice tone="ok" live>
              <p>{t("acting.done", { done })}</p>
            </Notice>
          </div>
        )}
        {/* Before the forms, which would put back what was sent. */}
        {done &&
          formsOfOne.map((form) => (
            <ForgetSent key={`${rowVersion} ${form}`} owner={keptOwner(actor.id, plan, id.data)} form={form} />
          ))}
        <section className="block" aria-label={t("decisions")}>
          <DecisionList
            decisions={[decision]}
            locale={locale}
            meetingHref={(code) => publicMeetingPath(root, code)}
            isOfToday
          />
          <p>
            <a href={publicMeetingPath(root, decision.meeting)}>{t("acting.meeting", { code: decision.meeting })}</a>
          </p>
        </section>
        {acting.map(({ unit, keyActions, organisations }) => {
          const isRegion = unit.level === "region";
          const hidden = { locale, plan, id: id.data, unit: unit.code };
          const form = { here, of: unit.code };
          return (
            <section key={unit.code} className="block narrow off-paper" aria-labelledby={`acts-${unit.code}`}>
              <h2 id={`acts-${unit.code}`}>
                {isRegion ? t("acting.ofOrganisations") : t("acting.of", { unit: unit.name })}
              </h2>
              <p className="note">{t("acting.lead")}</p>
              {keyActions.length > 0 && (
                <TellKeyAction
                  key={keyActions.map(({ state, dueOn }) => `${state} ${dueOn}`).join()}
                  {...form}
                  hidden={{ ...hidden, versions: keyActionsSeen(keyActions) }}
                  keyActions={keyActions}
                  words={wordsOf("told", unit.code)}
                  action={ofPage(actor, tellDecisionActionAction)}
                />
              )}
              {/* Another one is a new form: what was added last doesn't stand in it. */}
              <AddKeyAction
                key={keyActions.length}
                {...{ ...form, organisations }}
                hidden={{ ...hidden, rowVersion }}
                taskForce={isRegion ? null : names("keyAction.taskForce", { unit: unit.name })}
                words={wordsOf("keyAction", unit.code)}
                action={ofPage(actor, addDecisionActionAction)}
              />
            </section>
          );
        })}
      </main>
    </WorkFrame>
  );
}
