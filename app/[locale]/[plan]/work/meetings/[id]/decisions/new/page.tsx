import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DecisionForm } from "@/components/meetings/decision-form";
import { newDecisionPath, planPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { decisionForm } from "@/lib/server/queries/meetings/decision-forms";
import { addDecisionAction } from "../actions";

/** Where it is written down what a meeting decides. */
export default async function NewDecision({
  params,
}: {
  params: Promise<{ locale: string; plan: string; id: string }>;
}) {
  const { locale, plan, id: asked } = await params;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const back = workMeetingPath(root, id.data);
  const actor = await requireActor(newDecisionPath(back));
  const view = await decisionForm(actor, plan, id.data, null, locale);
  if (view === null) notFound();
  const t = await getTranslations("meetings");
  const { code, rowVersion } = view.meeting;
  const title = t("decisionForm.newTitle", { code });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["meetings.decisionForm", "meetings.decisionKind", "common.formerNodes"]}
    >
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("title"), href: workMeetingsPath(root) },
            { label: code, href: back },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead">{t("decisionForm.lead")}</p>
        <div className="narrow mt-6">
          <DecisionForm
            {...{ title, view, back }}
            hidden={{ locale, plan, id: id.data, rowVersion }}
            action={ofPage(actor, addDecisionAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
