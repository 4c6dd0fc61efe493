import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ChairForm } from "@/components/meetings/chair-form";
import { meetingWords } from "@/components/meetings/meeting-words";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";
import {
  newMeetingPath,
  placePath,
  planPath,
  publicMeetingsPath,
  workMeetingPath,
  workMeetingsPath,
} from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { chairsSeen } from "@/lib/schemas/commitments/meeting-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { meetingsForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { setChairAction } from "./actions";

/** The calendar of meetings for whoever keeps it. */
export default async function MeetingsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan } = await params;
  const { done } = await searchParams;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(workMeetingsPath(root));
  const view = await meetingsForWork(actor, plan, locale);
  if (view === null) notFound();
  const { meetings, chairs, countries } = view;
  const [t, common, work] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const { when, where, kind, chair } = meetingWords(t, formatsOf(locale));
  const seen = chairsSeen(chairs.map(({ year, unit }) => ({ year, unit: unit.code })));
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["meetings.chairForm"]}>
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: work("work"), href: placePath(root, "work") }]} />
        <div className="head">
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">{t("work.lead")}</p>
          </div>
          <div className="commands">
            <ButtonLink look="main" href={newMeetingPath(root)}>
              {t("work.add")}
            </ButtonLink>
            <ButtonLink href={publicMeetingsPath(root)}>{t("work.public")}</ButtonLink>
          </div>
        </div>
        {(done === "deleted" || done === "chair") && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        <div className="mt-6">
          {meetings.length === 0 ? (
            <EmptyState title={t("none")}>
              <p>{t("noneLead")}</p>
            </EmptyState>
          ) : (
            <Table
              caption={t("work.all")}
              stack
              head={
                <>
                  <th scope="col">{t("work.code")}</th>
                  <th scope="col">{t("work.meeting")}</th>
                  <th scope="col">{t("work.when")}</th>
                  <th scope="col">{t("facts.state")}</th>
                </>
              }
            >
              {meetings.map((meeting) => (
                <tr key={meeting.code}>
                  <th scope="row">
                    <a href={workMeetingPath(root, meeting.id)}>{meeting.code}</a>
                  </th>
                  <td data-name={t("work.meeting")}>
                    {meeting.title}
                    <span className="unit block">{kind(meeting)}</span>
                  </td>
                  <td data-name={t("work.when")}>{[when(meeting), where(meeting)].filter(Boolean).join(" · ")}</td>
                  <td data-name={t("facts.state")}>{t(`state.${meeting.state}`)}</td>
                </tr>
              ))}
            </Table>
          )}
        </div>
        <section className="block narrow" aria-labelledby="chairs">
          <h2 id="chairs">{t("chairForm.title")}</h2>
          <p className="note">{t("chairForm.lead")}</p>
          {chairs.length > 0 && (
            <ul className="bare-list mt-4">
              {chairs.map((each) => (
                <li key={each.year}>{chair(each)}</li>
              ))}
            </ul>
          )}
          <ChairForm
            key={seen}
            countries={countries}
            hidden={{ locale, plan, seen }}
            action={ofPage(actor, setChairAction)}
          />
        </section>
      </main>
    </WorkFrame>
  );
}
