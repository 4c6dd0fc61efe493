import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { resultsVersionOfArea } from "@/lib/schemas/addresses/area-version";
import type { ObservationsFilter } from "@/lib/schemas/addresses/observations-filter";
import { countsOf, type Published, readPublicObservations } from "@/lib/server/commitments/read-public-observations";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type {
  ObservationPageView,
  ObservationsAbout,
  ObservationsPageView,
  PublicObservation,
} from "@/lib/views/commitments/public-observation";
import { isFormer } from "@/lib/views/commitments/subject-view";

// Public pages about observations are prerendered under the version of their area (lib/domain/areas.ts), which each change of
// a public observation raises: they are read as they stand now, in the words of the plan's results version.

/** So many on one page of the list. */
const ON_A_PAGE = 50;

interface Area {
  code: string;
  locale: string;
  /** As the address has it: `17-3`. */
  version: string;
}

/** Null for a plan that there isn't, and for what is no version of an area. */
async function published({ code, locale, version }: Area): Promise<Published | null> {
  const results = resultsVersionOfArea(version);
  const plan = results && (await publishedPlan(code, spokenLocale(locale), results));
  if (!plan) return null;
  return { plan, framework: await frameworkOf({ id: plan.id, resultsVersion: plan.version }, locale) };
}

/** Public observations as a reader asks for them; null for a plan, a country or a subject that there isn't. */
export async function publicObservations(area: Area, filter: ObservationsFilter): Promise<ObservationsPageView | null> {
  const found = await published(area);
  if (!found) return null;
  const { plan, framework } = found;
  const all = await readPublicObservations(found, area.locale);
  const regions = plan.region && all.some(({ unit }) => unit.code === plan.region!.code) ? [plan.region] : [];
  const units = [...plan.countries, ...regions].map(({ code, name }) => ({ code, name }));
  if (filter.country !== null && !units.some(({ code }) => code === filter.country)) return null;
  const subjects = subjectsOf(framework, all);
  if (filter.about !== null && !subjects.has(filter.about)) return null;
  const matching = all.filter((each) => matches(each, filter, subjects));
  const pages = Math.max(1, Math.ceil(matching.length / ON_A_PAGE));
  const page = Number(filter.page ?? 1);
  if (page > pages) return null;
  const spokenOf = new Set(
    all.flatMap(({ subject }) =>
      subject.of === "unit" || isFormer(subject) ? [] : (subjects.get(subject.code)?.path ?? []),
    ),
  );
  return {
    plan: plan.head,
    periods: plan.periods,
    units,
    counts: countsOf(all),
    unitCounts: units.map((unit) => ({ unit, counts: countsOf(all.filter((each) => each.unit.code === unit.code)) })),
    subjects: [...subjects].flatMap(([code, { title }]) =>
      spokenOf.has(code) || code === filter.about ? { code, title } : [],
    ),
    observations: matching.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE),
    total: all.length,
    found: matching.length,
    page,
    pages,
  };
}

/** All public observations of a plan with its head, for the feed. */
export async function allPublicObservations(area: Area) {
  const found = await published(area);
  return found && { plan: found.plan, observations: await readPublicObservations(found, area.locale) };
}

/** The public observation of that number; null for every other, whether it is internal, a draft or was never given. */
export async function publicObservation(area: Area, number: string): Promise<ObservationPageView | null> {
  const found = /^[1-9]\d{0,8}$/.test(number) ? await published(area) : null;
  if (!found) return null;
  const [observation] = await readPublicObservations(found, area.locale, { number: Number(number) });
  const period = found.plan.periods.find(({ code }) => code === observation?.period);
  return observation && period ? { plan: found.plan.head, period, observation } : null;
}

/**
 * Public observations about an indicator, a goal with all that stands under it, or a country, of a period; null where there is no such
 * thing.
 */
export async function observationsAbout(
  area: Area,
  subject: string,
  period: string,
): Promise<ObservationsAbout | null> {
  const found = await published(area);
  if (!found) return null;
  const { plan, framework } = found;
  const of = plan.periods.find(({ code }) => code === period);
  const country = plan.countries.find(({ code }) => code === subject);
  const subjects = subjectsOf(framework);
  if (!of || (!country && !subjects.has(subject))) return null;
  const inPeriod = { periodId: of.id, ...(country && { text: { units: { some: { unitId: country.id } } } }) };
  const indicatorId = framework.indicators.find(({ versions: [version] }) => version!.view.code === subject)?.id;
  const all = await readPublicObservations(found, area.locale, {
    observation: {
      OR: [
        inPeriod,
        ...(indicatorId ? [{ indicatorId, shadow: { OR: [{ kind: { not: null } }, { parts: { some: {} } }] } }] : []),
      ],
    },
  });
  const observations = all.filter((each) => each.period === period && (country || isAbout(each, subject, subjects)));
  const until = plan.periods.filter(({ endsOn }) => endsOn <= of.endsOn);
  const shadows = until.flatMap((each) =>
    all
      .filter((observation) => observation.period === each.code && isOfIndicator(observation, subject))
      .filter(({ said }) => said?.shadow && said.shadow.hidden !== "all")
      .reverse()
      .map((observation) => ({ period: each, observation })),
  );
  return { period: of, observations, counts: countsOf(observations), shadows };
}

/** What something can be said about: a title, and the codes of what that stands under, with its own. */
interface Askable {
  title: string;
  path: readonly string[];
}

/**
 * Goals, outcomes, outputs and indicators by their codes, each goal before what stands under it; then decisions of meetings that
 * something is said about.
 */
function subjectsOf(
  { goals, named, pathOf, indicators }: PlanFramework,
  said: readonly PublicObservation[] = [],
): Map<string, Askable> {
  const nodes = [...named].map(([id, { code, title }]) => ({ code, title, path: pathOf(id) }));
  const measured = indicators.map(({ path, versions: [version] }) => {
    const { code, title } = version!.view;
    return { code, title, path: [code, ...path] };
  });
  const all = [...nodes, ...measured].sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));
  const ofFramework = goals.flatMap((goal) =>
    all.filter(({ path }) => path.at(-1) === goal.code).map(({ code, ...of }) => [code, of] as const),
  );
  const decided = said.flatMap(({ subject }) =>
    subject.of === "decision" ? [[subject.code, { title: "", path: [subject.code] }] as const] : [],
  );
  return new Map<string, Askable>([...ofFramework, ...decided]);
}

const isOfIndicator = ({ subject }: PublicObservation, code: string): boolean =>
  subject.of === "indicator" && !isFormer(subject) && subject.code === code;

/** Whether it is about that, or about what stands under it. Codes of what the framework has no more may be others' by now. */
function isAbout({ subject }: PublicObservation, asked: string, subjects: ReadonlyMap<string, Askable>): boolean {
  if (subject.of === "unit" || isFormer(subject)) return false;
  return subjects.get(subject.code)?.path.includes(asked) ?? false;
}

/** Of what was withdrawn, only its place can be asked for. */
function matches(
  observation: PublicObservation,
  { country, about, kind, state }: ObservationsFilter,
  subjects: ReadonlyMap<string, Askable>,
): boolean {
  const { said, end, unit } = observation;
  if (country !== null && unit.code !== country) return false;
  if (about !== null && !isAbout(observation, about, subjects)) return false;
  if (kind !== null && said?.kind !== kind) return false;
  if (state === null) return true;
  if (said === null) return false;
  if (state === "closed") return end !== null;
  return (said.rounds.at(-1)!.reply !== null) === (state === "replied");
}
