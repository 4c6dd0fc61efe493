// Long, for it is one list: a route that is in none of its parts fails the journey that compares it with the app.

import { readdirSync, statSync } from "node:fs";
import path from "node:path";

// Every way in by an address. A page or route handler that nobody put into one of these lists fails access.spec.ts; for
// server actions see server-actions.ts.

const root = path.resolve(import.meta.dirname, "../..");

/** A report that waits for a decision. */
export const report = "KHM/2017";
/** An indicator that it answers. */
export const indicator = "G4.2.2-b";

/** Pages about one report, or for its reviewers, or for the secretariat: nothing at all for anybody else. */
export const guardedPages: Record<string, string[]> = {
  "/[locale]/[plan]/reports/[unit]/[period]": [`/en/spaiv/reports/${report}`],
  "/[locale]/[plan]/reports/[unit]/[period]/check": [`/en/spaiv/reports/${report}/check`],
  "/[locale]/[plan]/reports/[unit]/[period]/import": [`/en/spaiv/reports/${report}/import`],
  "/[locale]/[plan]/reports/[unit]/[period]/workbook": [`/en/spaiv/reports/${report}/workbook`],
  "/[locale]/[plan]/reports/[unit]/[period]/csv": [`/en/spaiv/reports/${report}/csv`],
  "/[locale]/[plan]/reports/[unit]/[period]/print": [`/en/spaiv/reports/${report}/print`],
  "/[locale]/[plan]/reports/[unit]/[period]/print/blank": [`/en/spaiv/reports/${report}/print/blank`],
  "/[locale]/[plan]/reports/[unit]/[period]/narrative": [`/en/spaiv/reports/${report}/narrative`],
  "/[locale]/[plan]/reports/[unit]/[period]/indicators/[indicator]": [
    `/en/spaiv/reports/${report}/indicators/${indicator}`,
  ],
  "/[locale]/[plan]/review": ["/en/spaiv/review"],
  "/[locale]/[plan]/assignments": ["/en/spaiv/assignments?unit=KHM&period=2017"],
  "/[locale]/[plan]/periods/new": ["/en/spaiv/periods/new"],
  "/[locale]/[plan]/periods/[period]/[step]": ["open", "close", "lock", "due-dates"].map(
    (step) => `/en/spaiv/periods/2017/${step}`,
  ),
  "/[locale]/[plan]/publications/releases": ["/en/spaiv/publications/releases"],
  "/[locale]/[plan]/review/take-downs": ["/en/spaiv/review/take-downs"],
  "/[locale]/[plan]/review/[unit]/[period]/take-down": ["/en/spaiv/review/KHM/2016/take-down"],
  "/[locale]/[plan]/review/[unit]/[period]": [
    `/en/spaiv/review/${report}`,
    `/en/spaiv/review/${report}?tab=narrative`,
    "/en/spaiv/review/KHM/2016",
  ],
  "/[locale]/[plan]/review/[unit]/[period]/[transition]": ["return", "approve", "reopen"].map(
    (transition) => `/en/spaiv/review/${report}/${transition}`,
  ),
};

/** What pages of a report ask for when something is opened: nothing at all for anybody who may not see it. */
export const reportReads: Record<string, string> = {
  "/api/reports/[plan]/[unit]/[period]/review/[indicator]": `/api/reports/spaiv/${report}/review/${indicator}?locale=en`,
  "/api/reports/[plan]/[unit]/[period]/review-answers": `/api/reports/spaiv/${report}/review-answers?submission=1`,
  "/api/reports/[plan]/[unit]/[period]/indicators": `/api/reports/spaiv/${report}/indicators`,
  "/api/reports/[plan]/[unit]/[period]/indicators/[indicator]": `/api/reports/spaiv/${report}/indicators/${indicator}`,
  "/api/reports/[plan]/[unit]/[period]/history/[indicator]": `/api/reports/spaiv/${report}/history/${indicator}`,
  "/api/reports/[plan]/[unit]/[period]/people": `/api/reports/spaiv/${report}/people`,
  "/api/reports/[plan]/[unit]/[period]/people/[indicator]": `/api/reports/spaiv/${report}/people/${indicator}`,
  "/api/reports/[plan]/[unit]/[period]/documents": `/api/reports/spaiv/${report}/documents?indicator=${indicator}`,
  "/api/reports/[plan]/[unit]/[period]/review-notes": `/api/reports/spaiv/${report}/review-notes?of=${indicator}`,
  "/api/reports/[plan]/[unit]/[period]/consequences": `/api/reports/spaiv/${report}/consequences`,
};

/** Pages of whoever is signed in, with what is theirs alone. */
export const ownPages: Record<string, string> = {
  "/[locale]/account": "/en/account",
  "/[locale]/account/two-step": "/en/account/two-step",
  "/[locale]/account/passkeys": "/en/account/passkeys",
  "/[locale]/[plan]/work": "/en/spaiv/work",
  "/[locale]/[plan]/work/observations": "/en/spaiv/work/observations",
  "/[locale]/[plan]/reports": "/en/spaiv/reports",
  "/[locale]/[plan]/completeness": "/en/spaiv/completeness?period=2017",
  "/[locale]/[plan]/periods": "/en/spaiv/periods",
};

/** Route handlers that change a report, with a request that its owner could send. */
export const commands: Record<string, { method: "POST" | "PUT"; path: string; data?: object; multipart?: object }[]> = {
  "/api/reports/[plan]/[unit]/[period]/values": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/values`,
      data: {
        indicator,
        cell: "total",
        expectedRevision: 1,
        entered: { kind: "ratio", numerator: "1", denominator: "2" },
      },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/values/many": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/values/many`,
      data: {
        cells: [
          {
            indicator,
            cell: "total",
            expectedRevision: 1,
            entered: { kind: "ratio", numerator: "1", denominator: "2" },
          },
        ],
      },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/values/carried": [
    { method: "POST", path: `/api/reports/spaiv/${report}/values/carried`, data: { wanted: [indicator] } },
    { method: "PUT", path: `/api/reports/spaiv/${report}/values/carried`, data: { indicators: [indicator] } },
  ],
  "/api/reports/[plan]/[unit]/[period]/import": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/import`,
      multipart: {
        file: { name: "made-up.csv", mimeType: "text/csv", buffer: Buffer.from("Iso3_code,Country\nKHM,Cambodia\n") },
      },
    },
    {
      method: "PUT",
      path: `/api/reports/spaiv/${report}/import`,
      data: { sha256: "0".repeat(64), fileName: "made-up.csv", resolution: { answers: [] } },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/evidence": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/evidence?indicator=${indicator}`,
      multipart: {
        file: { name: "made-up.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 made up") },
      },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/narratives": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/narratives`,
      data: { pillar: "P1", kind: "lessons", text: "Made up", rowVersion: "0" },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/presence": [
    { method: "POST", path: `/api/reports/spaiv/${report}/presence`, data: { at: indicator } },
  ],
  "/api/reports/[plan]/[unit]/[period]/review-notes": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/review-notes`,
      data: { indicator, body: "", rowVersion: 0 },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/review-answers": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/review-answers`,
      data: { indicator, submission: "1", answer: "accept" },
    },
  ],
  // Nobody has that number, and no query stands there.
  "/api/reports/[plan]/[unit]/[period]/review-answers/named": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/review-answers/named`,
      data: { indicator, submission: "1", person: 999_999, isNamed: false },
    },
  ],
  // Nobody accepted anything under that number, and no indicator has that code: others decide about the same report.
  "/api/reports/[plan]/[unit]/[period]/review-answers/undo": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/review-answers/undo`,
      data: { submission: "1", acceptance: 999_999 },
    },
  ],
  "/api/reports/[plan]/[unit]/[period]/review-answers/clean": [
    {
      method: "POST",
      path: `/api/reports/spaiv/${report}/review-answers/clean`,
      data: { submission: "1", indicators: ["G9.9-z"] },
    },
  ],
};

/** Pages of whoever may make publications, with those about their own unit. */
export const publicationPages: Record<string, string> = {
  "/[locale]/[plan]/publications": "/en/spaiv/publications",
  "/[locale]/[plan]/publications/new": "/en/spaiv/publications/new",
};

/** What there is to read of one publication, or would be: nothing at all for whoever may make none about its unit. */
export const publicationReads: Record<string, (id: number) => string[]> = {
  "/[locale]/[plan]/publications/[id]": (id) => [`/en/spaiv/publications/${id}`, `/th/spaiv/publications/${id}`],
  "/[locale]/[plan]/publications/[id]/delete": (id) => [`/en/spaiv/publications/${id}/delete`],
  "/api/publications/[plan]/[id]/progress": (id) => [`/api/publications/spaiv/${id}/progress`],
  "/api/publications/[plan]/[id]/files/[format]": (id) =>
    ["pdf", "docx", "html", "html?open", "xlsx", "csv"].map((file) => `/api/publications/spaiv/${id}/files/${file}`),
  "/api/publications/[plan]/preview": () =>
    ["public", "internal"].map((view) => `/api/publications/spaiv/preview?${ofCambodia}&view=${view}`),
};
const ofCambodia = "kind=country&unit=KHM&period=2016&sections=findings&language=en&formats=html";

/** Open to everybody; results are read as a visitor in visitor.spec.ts. */
export const openRoutes = [
  "/[locale]/sign-in",
  // Says the same to everybody; see forgotten-password.spec.ts.
  "/[locale]/forgot-password",
  // What a link lets in is in its address; see people.spec.ts.
  "/[locale]/invitation/[token]",
  "/[locale]/reset-password/[token]",
  // After the password, and for nobody else: it leads to sign in.
  "/[locale]/sign-in/code",
  // Answers nothing but "there is nothing here".
  "/[locale]/[...rest]",
  "/api/auth/[...nextauth]",
  "/api/health",
  // What the product is called, for a system that installs it.
  "/api/manifest",
  // Says who asks, and nothing else; signs out whoever asks. See sign-in.spec.ts.
  "/api/session",
  // The site's mark; and where an administrator's form sends one. See settings.spec.ts.
  "/api/site/logo/[digest]",
  "/api/settings/logo",
  // Nobody's but its person's, of whom the command asks; what signs in opens nothing by itself. See passkeys.spec.ts.
  "/[locale]/account/passkeys/[id]",
  "/api/account/passkeys",
  "/api/account/passkeys/options",
  "/api/sign-in/passkey",
  "/api/sign-in/passkey/options",
  // What a meeting's public page offers, and nothing else; see papers.spec.ts.
  "/api/meetings/[plan]/[code]/papers/[language]/[format]",
  // What a platform's public report offers; of others 404 for whoever doesn't read them. See report-files.spec.ts.
  "/api/civil-society/[plan]/[code]/files/[language]/[format]",
  // A file of an observation, for whoever reads the observation, and where its author's form sends one; see observations/files.spec.ts.
  "/api/observations/[plan]/files",
  "/api/observations/[plan]/files/[file]",
  // A file that backs something of a report: 404 for whoever doesn't see what it backs; see entry/evidence.spec.ts.
  "/api/reports/[plan]/[unit]/[period]/evidence/[file]",
  // What is stored about who asks; 401 for nobody.
  "/api/account/data",
];

/** What anybody may read, with its addresses as they are seen from outside. */
export interface PublicFacts {
  periods: string[];
  units: string[];
  goals: string[];
  indicators: string[];
  /** By code. */
  releases: string[];
}
const plan = "/en/spaiv";
const each = <T>(list: readonly T[], pathsOf: (one: T) => string[]) => list.flatMap(pathsOf);
export const publicRoutes: Record<string, (facts: PublicFacts) => string[]> = {
  "": () => [plan, "/th/spaiv"],
  "/about": () => [`${plan}/about`],
  "/releases": () => [`${plan}/releases`],
  // Of a release only, which visitor.spec.ts names.
  "/corrections": ({ releases }) => each(releases, (code) => [`${plan}/releases/${code}/corrections`]),
  "/corrections/csv": ({ releases }) => each(releases, (code) => [`${plan}/releases/${code}/corrections/csv`]),
  "/[period]": ({ periods }) => each(periods, (period) => [`${plan}/${period}`]),
  "/[period]/csv": ({ periods }) => each(periods, (period) => [`${plan}/${period}/csv`]),
  "/[period]/changes": ({ periods }) => each(periods, (period) => [`${plan}/${period}/changes`]),
  // Seen from outside as choices in the address of the page above.
  "/[period]/changes/[filter]": ({ periods, units, goals }) => [
    `${plan}/${periods.at(-1)}/changes?direction=worsened`,
    ...each(units, (unit) => [`${plan}/${periods.at(-1)}/changes?country=${unit}`]),
    ...each(goals, (goal) => [`${plan}/${periods.at(-1)}/changes?direction=improved&goal=${goal}`]),
  ],
  "/[period]/figures": ({ periods }) => each(periods, (period) => [`${plan}/${period}/figures`]),
  "/countries": () => [`${plan}/countries`],
  // Without a period, a page shows the latest: one of each kind is enough.
  "/countries/[country]": ({ units }) => each(units.slice(0, 1), (unit) => [`${plan}/countries/${unit}`]),
  "/countries/[country]/[period]": ({ units, periods }) =>
    each(units, (unit) => each(periods, (period) => [`${plan}/countries/${unit}/${period}`])),
  "/countries/[country]/[period]/csv": ({ units, periods }) =>
    each(units, (unit) => each(periods, (period) => [`${plan}/countries/${unit}/${period}/csv`])),
  // Of each kind one picture; those that the pages lead to are read as well.
  "/[period]/charts/[chart]/[format]": ({ periods }) => [`${plan}/${periods.at(-1)}/charts/status/png`],
  "/goals/[goal]/[period]/charts/[chart]/[format]": ({ goals, periods }) => [
    `${plan}/goals/${goals[0]}/${periods.at(-1)}/charts/status/png`,
  ],
  "/countries/[country]/[period]/charts/[chart]/[format]": () => [`${plan}/countries/THA/2015/charts/goals/png`],
  "/indicators/[indicator]/[period]/charts/[chart]/[format]": ({ periods }) =>
    each(["G5.1-a", "G6.2-a"], (code) => [
      `${plan}/indicators/${code}/${periods.at(-1)}/charts/countries/png`,
      `${plan}/indicators/${code}/${periods.at(-1)}/charts/map/svg`,
    ]),
  "/map-words": () => [`${plan}/map-words`],
  "/observations": () => [`${plan}/observations`],
  // Seen from outside as choices in the address of the page above.
  "/observations/narrowed/[filter]": ({ units, goals }) => [
    `${plan}/observations?state=noReply`,
    ...each(units.slice(0, 1), (unit) => [`${plan}/observations?country=${unit}&about=${goals[0]}`]),
  ],
  "/observations/about/[subject]/[period]": ({ units, goals, indicators, periods }) =>
    [units[0], goals[0], indicators[0]].map((subject) => `${plan}/observations/about/${subject}/${periods.at(-1)}`),
  "/meetings": () => [`${plan}/meetings`],
  // Of those that are publicly known; one that looks at results stands in meetings.spec.ts.
  "/meetings/[code]": () => ["SOM11", "SOM5"].map((code) => `${plan}/meetings/${code}`),
  "/meetings/[code]/presentation": () => [`${plan}/meetings/SOM11/presentation`],
  "/youth-forum": () => [`${plan}/youth-forum`],
  "/youth-forum/[number]": () => [`${plan}/youth-forum/1`, `/km/spaiv/youth-forum/1`],
  "/civil-society": () => [`${plan}/civil-society`],
  // The demonstration's.
  "/civil-society/[code]": () => [`${plan}/civil-society/CSO-THA-2016`],
  "/feed.xml": () => [`${plan}/feed.xml`],
  // None of the demonstration is public; see observations.spec.ts.
  "/observations/[number]": () => [],
  "/goals": () => [`${plan}/goals`],
  "/goals/[goal]": ({ goals }) => each(goals.slice(0, 1), (goal) => [`${plan}/goals/${goal}`]),
  "/goals/[goal]/[period]": ({ goals, periods }) =>
    each(goals, (goal) => each(periods, (period) => [`${plan}/goals/${goal}/${period}`])),
  "/indicators": () => [`${plan}/indicators`],
  "/indicators/[indicator]": ({ indicators }) => each(indicators.slice(0, 1), (code) => [`${plan}/indicators/${code}`]),
  "/indicators/[indicator]/[period]": ({ indicators, periods }) =>
    each(indicators, (code) => [`${plan}/indicators/${code}/${periods.at(-1)}`]),
  "/indicators/[indicator]/[period]/csv": ({ indicators, periods }) =>
    each(indicators, (code) => [`${plan}/indicators/${code}/${periods.at(-1)}/csv`]),
};
export const publicRoot = "/results/[version]/[locale]/[plan]";

/** The patterns of all pages and route handlers. */
export function routesOfApp(folder = "app"): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.posix.join(folder, name);
    if (statSync(path.join(root, file)).isDirectory()) return routesOfApp(file);
    return /^(page|route)\.tsx?$/.test(name) ? [folder.slice("app".length)] : [];
  });
}
