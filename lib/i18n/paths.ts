import { isOfPlan, type ManagementPlace } from "@/lib/domain/management";
import type { PeriodStep } from "@/lib/domain/reports/period-step";
import type { Workplace } from "@/lib/domain/workplaces";
import { isFormer, type SubjectView } from "@/lib/views/commitments/subject-view";

// The address of each page, below the one that it belongs to. `paths.test.ts` holds each against the pages that there are.

export const startPath = (locale: string) => `/${locale}`;
export const accountPath = (locale: string) => `/${locale}/account`;
/** What leads to all pages where an installation is run. */
export const managePath = (locale: string) => `/${locale}/manage`;
/** One of them; null for a plan's on a site without a plan. */
export function managementPath(locale: string, plan: string | null, place: ManagementPlace): string | null {
  if (!isOfPlan(place)) return `/${locale}/${place}`;
  if (plan === null) return null;
  return place === "smallCounts" ? smallCountsPath(locale, plan) : placePath(planPath(locale, plan), place);
}
export const settingsPath = (locale: string) => `/${locale}/settings`;
/** Where the threshold of a plan's small counts is set. */
export const smallCountsPath = (locale: string, plan: string) => `${settingsPath(locale)}/${plan}/small-counts`;
export const mailPath = (locale: string) => `/${locale}/mail`;
export const mailOfPath = (locale: string, id: number) => `${mailPath(locale)}/${id}`;
export const signInPath = (locale: string) => `/${locale}/sign-in`;
/** Where somebody gives the code that comes after their password, and where they set up that there is one. */
export const codePath = (locale: string) => `${signInPath(locale)}/code`;
/** Where somebody who forgot their password asks for a link to set another. */
export const forgotPasswordPath = (locale: string) => `/${locale}/forgot-password`;
export const twoStepPath = (locale: string) => `${accountPath(locale)}/two-step`;
export const passkeysPath = (locale: string) => `${accountPath(locale)}/passkeys`;
export const passkeyPath = (locale: string, id: number) => `${passkeysPath(locale)}/${id}`;

export const auditPath = (locale: string) => `/${locale}/audit`;

/** The directory of organisations; each of them, and where one is added, stands below it. */
export const organisationsPath = (locale: string) => `/${locale}/organisations`;
export const newOrganisationPath = (locale: string) => `${organisationsPath(locale)}/new`;
export const organisationPath = (locale: string, id: number | string) => `${organisationsPath(locale)}/${id}`;
export const organisationEditPath = (organisation: string) => `${organisation}/edit`;

/** A plan's overview; what stands in a plan stands below it. */
export const planPath = (locale: string, plan: string) => `/${locale}/${plan}`;

/** Named results versions. What is read as of one of them stands below it, as what is read now stands below the plan. */
export const releasesPath = (plan: string) => `${plan}/releases`;
export const releasePath = (plan: string, release: string) => `${releasesPath(plan)}/${release}`;

/** What was corrected since a release. */
export const correctionsPath = (release: string) => `${release}/corrections`;

interface OfResults {
  code: string;
  release: { code: string } | null;
}
/** The overview of a plan's results: the present ones, or a release's. */
export function resultsPath(locale: string, { code, release }: OfResults): string {
  const plan = planPath(locale, code);
  return release ? releasePath(plan, release.code) : plan;
}

type PublicPlace = "goals" | "countries" | "indicators" | "about";
export const placePath = (plan: string, place: PublicPlace | Workplace) => `${plan}/${place}`;

/** In the latest period with results, where none is named. */
const inPeriod = (page: string, period: string | undefined) => (period === undefined ? page : `${page}/${period}`);
export const periodPath = (plan: string, period: string) => inPeriod(plan, period);
export const changesPath = (plan: string, period: string) => `${periodPath(plan, period)}/changes`;
export const goalPath = (plan: string, goal: string, period?: string) =>
  inPeriod(`${placePath(plan, "goals")}/${goal}`, period);
export const countryPath = (plan: string, country: string, period?: string) =>
  inPeriod(`${placePath(plan, "countries")}/${country}`, period);
export const indicatorPath = (plan: string, indicator: string, period?: string) =>
  inPeriod(`${placePath(plan, "indicators")}/${indicator}`, period);

interface OfSubject {
  unit: { code: string; level: string };
  /** Undefined: the last that has results. */
  period: string | undefined;
}

/** The public page of what an observation is about; null of what the framework has no more. */
export function subjectPath(root: string, subject: SubjectView, { unit, period }: OfSubject): string | null {
  switch (subject.of) {
    case "indicator":
      return isFormer(subject) ? null : indicatorPath(root, subject.code, period);
    case "node": {
      const { code, goal } = subject;
      if (goal === null) return null;
      return `${goalPath(root, goal, period)}${goal === code ? "" : `#${code}`}`;
    }
    case "narrative":
      if (isFormer(subject)) return null;
      return unit.level === "country" ? `${countryPath(root, unit.code, period)}#narratives-title` : null;
    case "decision":
      return publicDecisionPath(root, subject);
    case "unit":
      if (unit.level === "country") return countryPath(root, unit.code, period);
      return period === undefined ? root : periodPath(root, period);
  }
}

/** What civil society observes; each observation stands below it by its number. It is of the present: no release has any. */
export const publicObservationsPath = (plan: string) => `${plan}/observations`;
export const publicObservationPath = (plan: string, number: number) => `${publicObservationsPath(plan)}/${number}`;

/** What became of what young people recommended. */
export const youthForumPath = (plan: string) => `${plan}/youth-forum`;
/** The same of one recommendation, on a card. */
export const youthCardPath = (plan: string, number: number) => `${youthForumPath(plan)}/${number}`;

/** The calendar of meetings; each stands below it by its code. */
export const publicMeetingsPath = (plan: string) => `${plan}/meetings`;
export const publicMeetingPath = (plan: string, code: string) => `${publicMeetingsPath(plan)}/${code}`;
/** The same for the screen of the room where it is held. */
export const presentationPath = (meeting: string) => `${meeting}/presentation`;
/** What a delegation brings to a meeting; of another country than one's own where it is named. */
export const briefPath = (plan: string, meeting: string, unit?: string) =>
  `${placePath(plan, "work")}/briefs/${meeting}${unit === undefined ? "" : `?unit=${unit}`}`;
/** A decision stands on the page of its meeting. */
export const publicDecisionPath = (plan: string, { meeting, number }: { meeting: string; number: number }) =>
  `${publicMeetingPath(plan, meeting)}#D${number}`;

/** What the browser asks for on a page of results: what is said about what it shows. */
export const observationsAboutPath = (plan: string, subject: string, period: string) =>
  `${publicObservationsPath(plan)}/about/${subject}/${period}`;
/** What is new in a plan, as an Atom feed. */
export const feedPath = (plan: string) => `${plan}/feed.xml`;

/** The table behind a page that names its period, and a picture of one of its charts without the format. */
export const csvPath = (page: string) => `${page}/csv`;
export const chartPath = (page: string, chart: string) => `${page}/charts/${chart}`;

interface OfReport {
  unit: string;
  period: string;
}
/** A report's entry form; what belongs to the report stands below it. */
export const reportPath = (plan: string, { unit, period }: OfReport) =>
  `${placePath(plan, "reports")}/${unit}/${period}`;
export const sheetPath = (report: string, goal: string) => `${report}?goal=${goal}`;
export const entryPath = (report: string, indicator: string) => `${report}/indicators/${indicator}`;
export const narrativePath = (report: string) => `${report}/narrative`;
export const importPath = (report: string) => `${report}/import`;
/** The same, once the file was imported: it says how much, and what of the file was left over. */
export const importedPath = (report: string, { imported, had, file, name }: Imported) =>
  `${importPath(report)}?${new URLSearchParams({ imported: String(imported), had: String(had), file, name })}`;
interface Imported {
  imported: number;
  had: number;
  /** Its hash. */
  file: string;
  name: string;
}
/** The report as a file that is filled in and imported again; of one goal where it is named. */
export const workbookPath = (report: string, goal?: string) => `${report}/workbook${ofGoal(goal)}`;
export const reportCsvPath = (report: string, goal?: string) => `${report}/csv${ofGoal(goal)}`;
const ofGoal = (goal: string | undefined) => (goal === undefined ? "" : `?goal=${goal}`);
/** The report on A4: as it stands, or a blank form. */
export const printPath = (report: string, { isBlank }: { isBlank: boolean }) =>
  `${report}/print${isBlank ? "/blank" : ""}`;
export const checkPath = (report: string) => `${report}/check`;

export const reviewPath = (plan: string, { unit, period }: OfReport) =>
  `${placePath(plan, "review")}/${unit}/${period}`;
export const decisionPath = (review: string, transition: "approve" | "return" | "reopen") => `${review}/${transition}`;

/** Where something public of a report is taken down, and the list of what was. */
export const newTakeDownPath = (review: string) => `${review}/take-down`;
export const takeDownsPath = (plan: string) => `${placePath(plan, "review")}/take-downs`;

export const publicationPath = (plan: string, id: string | number) => `${placePath(plan, "publications")}/${id}`;
export const deletionPath = (publication: string) => `${publication}/delete`;
/** Where a release is named; what was named stands below `releasesPath`. */
export const newReleasePath = (plan: string) => `${placePath(plan, "publications")}/releases`;
export const newPublicationPath = (plan: string) => `${placePath(plan, "publications")}/new`;

/** What civil society says to governments, for those who work with it; the public reads it elsewhere. */
export const workObservationsPath = (plan: string) => `${placePath(plan, "work")}/observations`;
export const workObservationPath = (plan: string, id: number) => `${workObservationsPath(plan)}/${id}`;
/** Where an observation is added; without what it is about, the page asks. */
export const newObservationPath = (
  plan: string,
  about: Partial<OfReport & Record<"indicator" | "node" | "decision" | "narrative", string>> = {},
) => `${workObservationsPath(plan)}/new${Object.keys(about).length === 0 ? "" : `?${new URLSearchParams(about)}`}`;

/** Civil society platforms, and their reports by their codes. */
export const civilSocietyPath = (plan: string) => `${plan}/civil-society`;
export const platformReportPath = (plan: string, code: string) => `${civilSocietyPath(plan)}/${code}`;

/** What young people recommend, for those who work with it. */
export const recommendationsPath = (plan: string) => `${placePath(plan, "work")}/youth`;
export const recommendationPath = (plan: string, id: number) => `${recommendationsPath(plan)}/${id}`;
/** Who came to one of the forums. */
export const forumPath = (plan: string, meeting: number) => `${recommendationsPath(plan)}/forums/${meeting}`;
export const newRecommendationPath = (plan: string, forum: number) => `${recommendationsPath(plan)}/new?forum=${forum}`;

/** Where meetings are kept. What is written of one of them stands below it. */
export const workMeetingsPath = (plan: string) => `${placePath(plan, "work")}/meetings`;
export const newMeetingPath = (plan: string) => `${workMeetingsPath(plan)}/new`;
export const workMeetingPath = (plan: string, id: number) => `${workMeetingsPath(plan)}/${id}`;
export const meetingEditPath = (meeting: string) => `${meeting}/edit`;
export const agendaPath = (meeting: string) => `${meeting}/agenda`;
export const newDecisionPath = (meeting: string) => `${meeting}/decisions/new`;
export const meetingDecisionPath = (meeting: string, number: number) => `${meeting}/decisions/${number}`;
/** An agreed decision, for whoever acts on it: by its text. */
export const actingDecisionPath = (plan: string, textId: number) => `${placePath(plan, "work")}/decisions/${textId}`;
/** Where a meeting is told what became of decisions of earlier ones. */
export const followUpPath = (meeting: string) => `${meeting}/follow-up`;

/** Civil society platforms, for those who work with them; each below by its unit, and its reports by year. */
export const workPlatformsPath = (plan: string) => `${placePath(plan, "work")}/civil-society`;
export const workPlatformPath = (plan: string, unit: string) => `${workPlatformsPath(plan)}/${unit}`;
export const workPlatformReportPath = (plan: string, { unit, year }: { unit: string; year: number }) =>
  `${workPlatformPath(plan, unit)}/${year}`;
export const platformReportEditPath = (report: string) => `${report}/edit`;
/** Where a unit answers a point of a report. */
export const pointReplyPath = (report: string, { of, point }: { of: string; point: number }) =>
  `${report}/answers/${of}/${point}`;

/** Who enters which indicators of a unit's report for a period, a column for each person or organisation. */
export const assignmentsPath = (plan: string, { unit, period, by }: OfReport & { by?: "persons" | "organisations" }) =>
  `${placePath(plan, "assignments")}?unit=${unit}&period=${period}${by === "organisations" ? `&by=${by}` : ""}`;

/** The table of people, who belong to no plan. What is about one of them, or about an invitation, stands below it. */
export const peoplePath = (locale: string) => `/${locale}/people`;
export const personPath = (locale: string, id: number) => `${peoplePath(locale)}/${id}`;
export const invitePath = (locale: string) => `${peoplePath(locale)}/invite`;
export const inviteSeveralPath = (locale: string) => `${invitePath(locale)}/several`;
export const invitationsPath = (locale: string) => `${peoplePath(locale)}/invitations`;
export const invitationPath = (locale: string, id: number) => `${invitationsPath(locale)}/${id}`;

/** Links that are handed over: whoever has one is let in by it. */
export const invitationLinkPath = (locale: string, token: string) => `/${locale}/invitation/${token}`;
export const passwordLinkPath = (locale: string, token: string) => `/${locale}/reset-password/${token}`;
export const newReportingPeriodPath = (plan: string) => `${placePath(plan, "periods")}/new`;
/** Where it is said what opening, closing or locking a period means, and where that is done. */
export const periodStepPath = (plan: string, period: string, step: PeriodStep) =>
  `${placePath(plan, "periods")}/${period}/${step}`;

/** How far reports are; of one period, goal by goal. */
export const completenessPath = (plan: string, period?: string) =>
  `${placePath(plan, "completeness")}${period === undefined ? "" : `?period=${period}`}`;
