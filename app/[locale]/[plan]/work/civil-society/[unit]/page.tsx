import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { PlatformKeeping } from "@/components/civil-society/platform-keeping";
import { platformWords } from "@/components/civil-society/platform-words";
import { ReportLines } from "@/components/civil-society/report-lines";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import { placePath, planPath, workPlatformPath, workPlatformReportPath, workPlatformsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { platformForWork } from "@/lib/server/queries/civil-society/platforms-for-work";
import { addMemberAction, beginPlatformReportAction, endMembershipAction } from "../actions";

/** What an address may say was done just now. */
const outcomes = ["member", "left", "deleted"];

/** A civil society platform: its members, and its reports. */
export default async function PlatformPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; unit: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, plan, unit: code } = await params;
  const { done: said } = await searchParams;
  const isAddress = addressFields.plan.safeParse(plan).success && addressFields.unit.safeParse(code).success;
  if (!isLocale(locale) || !isAddress) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(workPlatformPath(root, code));
  const view = await platformForWork(actor, plan, code, locale);
  if (view === null) notFound();
  const [t, common, work] = await Promise.all([
    getTranslations("civilSociety"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const formats = formatsOf(locale);
  const title = platformWords(t, formats).name(view.unit);
  const done = outcomes.find((outcome) => outcome === said);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["civilSociety.step"]}>
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("title"), href: workPlatformsPath(root) },
          ]}
        />
        <h1>{title}</h1>
        {done && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        <section className="block" aria-labelledby="reports">
          <h2 id="reports">{t("reports")}</h2>
          <ReportLines
            reports={view.reports}
            hrefOf={({ year }) => workPlatformReportPath(root, { unit: view.unit.code, year })}
          />
          {view.isWithoutReporter && (
            <div className="mt-4">
              <Notice tone="warning">
                <p>{t("work.noReporter")}</p>
              </Notice>
            </div>
          )}
          {view.onlyReads && !view.isWithoutReporter && <p className="note mt-4">{t("work.whoWrites")}</p>}
        </section>
        <section className="block" aria-labelledby="members">
          <h2 id="members">{t("members")}</h2>
          {view.members.length === 0 ? (
            <p className="note">{t("noMembers")}</p>
          ) : (
            <ul className="bare-list mt-3">
              {view.members.map(({ id, name, since }) => (
                <li key={id} className="wrap-anywhere">
                  {name}
                  <p className="note">{t("memberSince", { day: formats.day(since) })}</p>
                </li>
              ))}
            </ul>
          )}
        </section>
        {(view.years.length > 0 || view.mayKeep) && (
          <section className="block narrow" aria-labelledby="steps">
            <h2 id="steps">{t("work.steps")}</h2>
            <PlatformKeeping
              view={view}
              hidden={{ locale, plan, unit: view.unit.code }}
              actions={{
                addMember: ofPage(actor, addMemberAction),
                endMembership: ofPage(actor, endMembershipAction),
                begin: ofPage(actor, beginPlatformReportAction),
              }}
            />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
