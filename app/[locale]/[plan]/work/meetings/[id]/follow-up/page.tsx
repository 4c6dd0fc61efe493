import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DecisionActionList } from "@/components/meetings/decision-actions";
import { FollowUpForm } from "@/components/meetings/follow-up-form";
import { Said, saidName } from "@/components/meetings/said-list";
import { EmptyState } from "@/components/ui/empty-state";
import { followUpPath, planPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { followUpForm } from "@/lib/server/queries/meetings/decision-forms";
import { followUpAction } from "../decisions/actions";

/** Where a meeting is told what became of decisions of earlier ones, and of all else that was said to governments. */
export default async function FollowUp({ params }: { params: Promise<{ locale: string; plan: string; id: string }> }) {
  const { locale, plan, id: asked } = await params;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const back = workMeetingPath(root, id.data);
  const actor = await requireActor(followUpPath(back));
  const view = await followUpForm(actor, plan, id.data, { locale, now: new Date() });
  if (view === null) notFound();
  const t = await getTranslations("meetings");
  const { code, rowVersion } = view.meeting;
  const title = t("followUp.title", { code });
  const isEmpty = view.due.length + view.saidDue.length === 0;
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["meetings.followUp", "meetings.followUpStatus", "meetings.toAll", "meetings.toUnits"]}
    >
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("title"), href: workMeetingsPath(root) },
            { label: code, href: back },
          ]}
        />
        <h1>{title}</h1>
        {!isEmpty && <p className="lead">{t("followUp.lead")}</p>}
        <div className="narrow mt-6">
          <FollowUpForm
            {...{ title, back, due: view.due }}
            said={view.saidDue.map((said) => ({
              textId: said.textId,
              told: said.told,
              name: saidName(said, t),
              shown: <Said said={said} locale={locale} name={null} />,
            }))}
            actions={Object.fromEntries(
              view.due.map(({ decision }) => [
                decision.textId,
                <DecisionActionList key={decision.textId} {...{ decision, locale }} isOfToday />,
              ]),
            )}
            empty={
              <EmptyState title={t("followUp.none")}>
                <p>{t("followUp.noneLead")}</p>
              </EmptyState>
            }
            hidden={{ locale, plan, id: id.data, rowVersion }}
            action={ofPage(actor, followUpAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
