import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DecisionForm } from "@/components/meetings/decision-form";
import { DeleteDecision } from "@/components/meetings/delete-decision";
import { decisionCode } from "@/lib/domain/commitments/decision";
import { meetingDecisionPath, planPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { decisionForm } from "@/lib/server/queries/meetings/decision-forms";
import { changeDecisionAction, deleteDecisionAction } from "../actions";

/** Where a decision is changed before the outcome is agreed. */
export default async function EditDecision({
  params,
}: {
  params: Promise<{ locale: string; plan: string; id: string; number: string }>;
}) {
  const { locale, plan, id: asked, number: counted } = await params;
  const [id, number] = [rowId.safeParse(asked), rowId.safeParse(counted)];
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success || !number.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const back = workMeetingPath(root, id.data);
  const actor = await requireActor(meetingDecisionPath(back, number.data));
  const view = await decisionForm(actor, plan, id.data, number.data, locale);
  if (view === null) notFound();
  const t = await getTranslations("meetings");
  const { code, rowVersion } = view.meeting;
  const title = t("decisionForm.editTitle", { code: decisionCode(code, number.data) });
  const hidden = { locale, plan, id: id.data, rowVersion, number: number.data };
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
        <div className="narrow mt-6">
          <DecisionForm {...{ title, view, hidden, back }} action={ofPage(actor, changeDecisionAction)} />
          <DeleteDecision hidden={hidden} action={ofPage(actor, deleteDecisionAction)} />
        </div>
      </main>
    </WorkFrame>
  );
}
