import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { CountryBrief } from "@/components/meetings/country-brief";
import { meetingWords } from "@/components/meetings/meeting-words";
import { longestMeetingCode, meetingCode } from "@/lib/domain/commitments/meeting";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { briefPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { briefOf } from "@/lib/server/queries/meetings/brief";

/** What a country's delegation brings to a meeting: one's own, or one of those that may be chosen. */
export default async function BriefPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; code: string }>;
  searchParams: Promise<{ unit?: string | string[] }>;
}) {
  const { locale, plan, code } = await params;
  const { unit } = await searchParams;
  const isCode = code.length <= longestMeetingCode && meetingCode.test(code);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !isCode) notFound();
  const asked = unit === undefined ? null : addressFields.unit.safeParse(unit);
  if (asked && !asked.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(briefPath(root, code, asked?.data));
  const view = await briefOf(actor, plan, code, asked?.data ?? null, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const { meeting } = view;
  const { when, where } = meetingWords(t, formatsOf(locale));
  const title = "unit" in view ? t("brief.title", { country: view.unit.name }) : t("brief.titleMany");
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work">
      <title>{common("pageTitle", { title: `${title}, ${meeting.code}` })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: work("work"), href: placePath(root, "work") }]} />
        <p className="kicker">{meeting.code}</p>
        <h1>{title}</h1>
        <p className="lead" lang={languageOf(meeting.title, locale)}>
          {[meeting.title, when(meeting), where(meeting)].filter(Boolean).join(" · ")}
        </p>
        {"unit" in view ? (
          <CountryBrief view={view} root={root} locale={locale} />
        ) : (
          <>
            <p className="note">{t("brief.choose")}</p>
            <ul className="bare-list">
              {view.units.map((each) => (
                <li key={each.code}>
                  <a href={briefPath(root, meeting.code, each.code)}>{each.name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
    </WorkFrame>
  );
}
