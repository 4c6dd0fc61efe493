import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { MeetingForm } from "@/components/meetings/meeting-form";
import { newMeetingPath, placePath, planPath, workMeetingsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { meetingForm } from "@/lib/server/queries/meetings/meeting-form";
import { addMeetingAction } from "../actions";

/** Where a meeting is planned. */
export default async function NewMeeting({ params }: { params: Promise<{ locale: string; plan: string }> }) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(newMeetingPath(root));
  const view = await meetingForm(actor, plan, null, locale);
  if (view === null) notFound();
  const [t, work] = await Promise.all([getTranslations("meetings"), getTranslations("auth.nav")]);
  const title = t("form.newTitle");
  const back = workMeetingsPath(root);
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
            { label: work("work"), href: placePath(root, "work") },
            { label: t("title"), href: back },
          ]}
        />
        <h1>{title}</h1>
        <div className="narrow mt-6">
          <MeetingForm {...{ title, view, back }} hidden={{ locale, plan }} action={ofPage(actor, addMeetingAction)} />
        </div>
      </main>
    </WorkFrame>
  );
}
