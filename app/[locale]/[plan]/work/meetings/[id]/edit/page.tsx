import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { MeetingForm } from "@/components/meetings/meeting-form";
import { meetingEditPath, planPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { meetingForm } from "@/lib/server/queries/meetings/meeting-form";
import { changeMeetingAction } from "../../actions";

/** Where it is changed what is said of a meeting. */
export default async function EditMeeting({
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
  const actor = await requireActor(meetingEditPath(back));
  const view = await meetingForm(actor, plan, id.data, locale);
  if (!view?.present) notFound();
  const { code, ...seen } = view.present;
  const t = await getTranslations("meetings");
  const title = t("form.editTitle", { code });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["meetings.form", "meetings.kind", "organisations.kind"]}
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
          <MeetingForm
            {...{ title, view, back }}
            hidden={{ locale, plan, ...seen }}
            action={ofPage(actor, changeMeetingAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
