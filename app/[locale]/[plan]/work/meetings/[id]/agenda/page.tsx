import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { AgendaForm } from "@/components/meetings/agenda-form";
import { agendaPath, planPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { agendaForm } from "@/lib/server/queries/meetings/meeting-form";
import { writeAgendaAction } from "../../actions";

/** Where a meeting's agenda is written. */
export default async function EditAgenda({
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
  const actor = await requireActor(agendaPath(back));
  const view = await agendaForm(actor, plan, id.data, locale);
  if (view === null) notFound();
  const t = await getTranslations("meetings");
  const { code, rowVersion } = view;
  const title = t("agendaForm.title", { code });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["common.formerNodes", "meetings.agendaForm", "organisations.kind"]}
    >
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("title"), href: workMeetingsPath(root) },
            { label: code, href: back },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead">{t("agendaForm.lead")}</p>
        <div className="narrow mt-6">
          <AgendaForm
            {...{ title, view, back }}
            hidden={{ locale, plan, id: id.data, rowVersion }}
            action={ofPage(actor, writeAgendaAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
