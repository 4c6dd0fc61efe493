import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { areas } from "@/lib/domain/areas";
import { managementPlaces } from "@/lib/domain/management";
import { periodSteps } from "@/lib/domain/reports/period-step";
import { placesOfNoPlan, workplaces } from "@/lib/domain/workplaces";
import { prerenderedAs } from "@/lib/schemas/addresses/release-path";
import * as paths from "./paths";

/** Addresses of pages and of route handlers as `app` lays them out: `/[locale]/[plan]/work`. */
function routesIn(folder: string): string[] {
  return readdirSync(path.join("app", folder), { recursive: true, withFileTypes: true }).flatMap((file) => {
    if (!/^(page\.tsx|route\.ts)$/.test(file.name)) return [];
    return `/${path.relative(path.join("app", folder), file.parentPath)}`.replaceAll(path.sep, "/");
  });
}
const signedIn = routesIn("[locale]").map((route) => `/[locale]${route === "/" ? "" : route}`);
const publicOnes = routesIn("results/[version]");
const folders = (place: string) =>
  readdirSync(place, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() && !each.name.startsWith("[") ? [each.name] : [],
  );

/** What may stand in an address where its page takes any word: a name that nobody has must lead nowhere. */
const words: Readonly<Record<string, string>> = { locale: "en", plan: "spaiv", period: "2\\d{3}", id: "\\d+" };

/** Whether a page stands there. */
const leadsTo = (address: string) =>
  [...signedIn, ...publicOnes].some((route) => {
    const pattern = route
      .replace(/\[\.\.\.[^\]]*\]/g, "\0")
      .replace(/\[([^\]]*)\]/g, (_, name: string) => words[name] ?? "[^/]+");
    return new RegExp(`^${pattern}$`).test(address.split(/[?#]/)[0]!);
  });

const asPresent = (address: string) => prerenderedAs("17", address).pathname;
const plan = paths.planPath("en", "spaiv");
const report = paths.reportPath(plan, { unit: "THA", period: "2017" });
const review = paths.reviewPath(plan, { unit: "THA", period: "2017" });
const thailand = { code: "THA", level: "country" };
const pages = {
  indicator: paths.indicatorPath(plan, "G1.1-a", "2016"),
  country: paths.countryPath(plan, "THA", "2016"),
  goal: paths.goalPath(plan, "G1", "2016"),
  region: paths.periodPath(plan, "2016"),
};

/** The addresses that each function makes; a function that isn't named here fails the test. */
const made: Record<Exclude<keyof typeof paths, "startPath">, string[]> = {
  accountPath: [paths.accountPath("en")],
  settingsPath: [paths.settingsPath("en")],
  smallCountsPath: [paths.smallCountsPath("en", "spaiv")],
  managePath: [paths.managePath("en")],
  managementPath: managementPlaces.flatMap((place) => paths.managementPath("en", "spaiv", place) ?? []),
  mailPath: [paths.mailPath("en")],
  mailOfPath: [paths.mailOfPath("en", 1)],
  signInPath: [paths.signInPath("en")],
  forgotPasswordPath: [paths.forgotPasswordPath("en")],
  auditPath: [paths.auditPath("en")],
  organisationsPath: [paths.organisationsPath("en")],
  newOrganisationPath: [paths.newOrganisationPath("en")],
  organisationPath: [paths.organisationPath("en", 1)],
  organisationEditPath: [paths.organisationEditPath(paths.organisationPath("en", 1))],
  codePath: [paths.codePath("en")],
  twoStepPath: [paths.twoStepPath("en")],
  passkeysPath: [paths.passkeysPath("en")],
  passkeyPath: [paths.passkeyPath("en", 1)],
  planPath: [plan],
  releasesPath: [paths.releasesPath(plan)],
  // A release's pages are the plan's, read as of it.
  releasePath: [asPresent(paths.releasePath(plan, "june-2018"))],
  correctionsPath: [
    asPresent(paths.correctionsPath(paths.releasePath(plan, "june-2018"))),
    asPresent(paths.csvPath(paths.correctionsPath(paths.releasePath(plan, "june-2018")))),
  ],
  resultsPath: [
    paths.resultsPath("en", { code: "spaiv", release: null }),
    asPresent(
      paths.indicatorPath(paths.resultsPath("en", { code: "spaiv", release: { code: "june-2018" } }), "G1.1-a"),
    ),
  ],
  placePath: (["goals", "countries", "indicators", "about", ...workplaces] as const).map((place) =>
    paths.placePath(plan, place),
  ),
  periodPath: [pages.region],
  changesPath: [paths.changesPath(plan, "2016")],
  goalPath: [paths.goalPath(plan, "G1"), pages.goal],
  countryPath: [paths.countryPath(plan, "THA"), pages.country],
  indicatorPath: [paths.indicatorPath(plan, "G1.1-a"), pages.indicator],
  csvPath: [pages.region, pages.country, pages.indicator].map(paths.csvPath),
  publicObservationsPath: [paths.publicObservationsPath(plan)],
  subjectPath: [
    paths.subjectPath(plan, { of: "indicator", code: "G1.1-a", title: "" }, { unit: thailand, period: "2016" }),
    paths.subjectPath(plan, { of: "node", code: "G1.1.1", title: "", goal: "G1" }, { unit: thailand, period: "2016" }),
    paths.subjectPath(
      plan,
      { of: "decision", code: "SOM11-D3", meeting: "SOM11", number: 3 },
      { unit: thailand, period: "2016" },
    ),
    paths.subjectPath(
      plan,
      { of: "narrative", code: "P1-lessons", title: "", kind: "lessons" },
      { unit: thailand, period: "2016" },
    ),
    paths.subjectPath(plan, { of: "unit" }, { unit: thailand, period: "2016" }),
    paths.subjectPath(plan, { of: "unit" }, { unit: { code: "REGION", level: "region" }, period: undefined }),
  ].flatMap((each) => each?.split("#")[0] ?? []),
  publicObservationPath: [paths.publicObservationPath(plan, 12)],
  observationsAboutPath: [paths.observationsAboutPath(plan, "G1.1-a", "2016")],
  feedPath: [paths.feedPath(plan)],
  // The format follows: a picture has several.
  chartPath: Object.values(pages).map((page) => `${paths.chartPath(page, "map")}/png`),
  reportPath: [report],
  sheetPath: [paths.sheetPath(report, "G1")],
  entryPath: [paths.entryPath(report, "G1.1-a")],
  narrativePath: [paths.narrativePath(report)],
  importPath: [paths.importPath(report)],
  importedPath: [paths.importedPath(report, { imported: 1, had: 0, file: "0".repeat(64), name: "a.csv" })],
  workbookPath: [paths.workbookPath(report), paths.workbookPath(report, "G5")],
  reportCsvPath: [paths.reportCsvPath(report), paths.reportCsvPath(report, "G5")],
  printPath: [paths.printPath(report, { isBlank: false }), paths.printPath(report, { isBlank: true })],
  checkPath: [paths.checkPath(report)],
  reviewPath: [review],
  decisionPath: [paths.decisionPath(review, "approve")],
  newTakeDownPath: [paths.newTakeDownPath(review)],
  takeDownsPath: [paths.takeDownsPath(plan)],
  publicationPath: [paths.publicationPath(plan, 1)],
  deletionPath: [paths.deletionPath(paths.publicationPath(plan, 1))],
  newReleasePath: [paths.newReleasePath(plan)],
  assignmentsPath: [paths.assignmentsPath(plan, { unit: "THA", period: "2017", by: "organisations" })],
  recommendationsPath: [paths.recommendationsPath(plan)],
  recommendationPath: [paths.recommendationPath(plan, 1)],
  newRecommendationPath: [paths.newRecommendationPath(plan, 1)],
  forumPath: [paths.forumPath(plan, 8)],
  youthForumPath: [paths.youthForumPath(plan)],
  youthCardPath: [paths.youthCardPath(plan, 1)],
  publicMeetingsPath: [paths.publicMeetingsPath(plan)],
  briefPath: [paths.briefPath(plan, "SOM11"), paths.briefPath(plan, "SOM11", "THA")],
  publicMeetingPath: [paths.publicMeetingPath(plan, "SOM11")],
  workMeetingsPath: [paths.workMeetingsPath(plan)],
  newMeetingPath: [paths.newMeetingPath(plan)],
  workMeetingPath: [paths.workMeetingPath(plan, 1)],
  meetingEditPath: [paths.meetingEditPath(paths.workMeetingPath(plan, 1))],
  presentationPath: [paths.presentationPath(paths.publicMeetingPath(plan, "SOM11"))],
  publicDecisionPath: [paths.publicDecisionPath(plan, { meeting: "SOM11", number: 3 })],
  newDecisionPath: [paths.newDecisionPath(paths.workMeetingPath(plan, 1))],
  meetingDecisionPath: [paths.meetingDecisionPath(paths.workMeetingPath(plan, 1), 3)],
  actingDecisionPath: [paths.actingDecisionPath(plan, 1)],
  followUpPath: [paths.followUpPath(paths.workMeetingPath(plan, 1))],
  agendaPath: [paths.agendaPath(paths.workMeetingPath(plan, 1))],
  civilSocietyPath: [paths.civilSocietyPath(plan)],
  platformReportPath: [paths.platformReportPath(plan, "CSO-THA-2016")],
  pointReplyPath: [
    paths.pointReplyPath(paths.workPlatformReportPath(plan, { unit: "THA", year: 2016 }), { of: "THA", point: 1 }),
  ],
  workPlatformsPath: [paths.workPlatformsPath(plan)],
  workPlatformPath: [paths.workPlatformPath(plan, "THA")],
  workPlatformReportPath: [paths.workPlatformReportPath(plan, { unit: "THA", year: 2016 })],
  platformReportEditPath: [
    paths.platformReportEditPath(paths.workPlatformReportPath(plan, { unit: "THA", year: 2016 })),
  ],
  workObservationsPath: [paths.workObservationsPath(plan)],
  workObservationPath: [paths.workObservationPath(plan, 1)],
  newObservationPath: [paths.newObservationPath(plan), paths.newObservationPath(plan, { unit: "THA", period: "2017" })],
  newPublicationPath: [paths.newPublicationPath(plan)],
  peoplePath: [paths.peoplePath("en")],
  personPath: [paths.personPath("en", 1)],
  invitePath: [paths.invitePath("en")],
  inviteSeveralPath: [paths.inviteSeveralPath("en")],
  invitationsPath: [paths.invitationsPath("en")],
  invitationPath: [paths.invitationPath("en", 1)],
  invitationLinkPath: [paths.invitationLinkPath("en", "1-a")],
  passwordLinkPath: [paths.passwordLinkPath("en", "1-a")],
  newReportingPeriodPath: [paths.newReportingPeriodPath(plan)],
  periodStepPath: periodSteps.map((step) => paths.periodStepPath(plan, "2017", step)),
  completenessPath: [paths.completenessPath(plan), paths.completenessPath(plan, "2017")],
};

describe("the address of a page", () => {
  it.each(Object.entries(made))("leads to one: %s", (name, addresses) => {
    expect(Object.hasOwn(paths, name)).toBe(true);
    for (const address of addresses) expect([address, leadsTo(address)]).toEqual([address, true]);
  });

  it("is made for each function, and for none that isn't there", () => {
    expect(Object.keys(made).sort()).toEqual(
      Object.keys(paths)
        .filter((name) => name !== "startPath")
        .sort(),
    );
    for (const nothing of ["/en/nothing", "/en/spaiv/nothing", "/en/spaiv/goals/G1/nothing", `${report}/nothing`])
      expect([nothing, leadsTo(nothing)]).toEqual([nothing, false]);
  });

  it("is a signed-in page's exactly where proxy and navigation say so", () => {
    expect(folders("app/[locale]/[plan]")).toEqual([...workplaces].sort());
    expect(folders("app/[locale]")).toEqual([...placesOfNoPlan].sort());
  });

  it("is an area's exactly where proxy and front know of its version", () => {
    const ofResults = ["about", "corrections", "countries", "goals", "indicators", "map-words", "releases"];
    const root = "app/results/[version]/[locale]";
    expect(folders(`${root}/[plan]`).sort()).toEqual([...ofResults, ...areas.ofPlan].sort());
    expect(folders(root)).toEqual([...areas.ofNoPlan].sort());
  });
});
