import { expect, it } from "vitest";
import type { Actor, UnitRef } from "../permissions";
import { type Role, roles } from "../roles";
import { type RoundStanding, responseStates, roundStages, type Standing, type TextEnd } from "./addressed-life";
import { attributions } from "./observation";
import { type ObservationMay, observationMay } from "./observation-may";

// Every role in every state: who may do what with an observation of Thailand that its organisation alone is known to speak.

const plan = { id: 1, code: "spaiv" };
const thailand: UnitRef = { id: 10, code: "THA", level: "country" };
const cambodia: UnitRef = { id: 11, code: "KHM", level: "country" };
const [author, other] = [5, 6];

const person = (role: Role, unit: UnitRef | null, organisation: number): Actor => ({
  id: 100,
  name: "Dara",
  email: "dara@example.org",
  locale: "en",
  isDemo: false,
  assignments: [],
  organisation: { id: organisation, name: "Organisation", kind: "civilSociety" },
  roles: [{ role, plan, unit }],
});

/** Each role for the unit, for another one and for the plan, in the organisation that speaks and in another. */
const people = roles.flatMap((role) =>
  [thailand, cambodia, null].flatMap((unit) =>
    [author, other].map((organisation) => ({
      name: `${role} of ${unit?.code ?? "all"}, ${organisation === author ? "the same" : "another"} organisation`,
      actor: person(role, unit, organisation),
    })),
  ),
);

const standings: Standing[] = roundStages.flatMap((stage): Standing[] => [
  { stage, response: null },
  ...(stage === "passed" ? responseStates.map((response) => ({ stage, response })) : []),
]);
const ends: (TextEnd | null)[] = [null, "answered", "notAnswered", "withdrawn", "takenDown"];

/** What is offered, in words; attributions are said once for all standings. */
const offered = ({ openAttribution: _, ...may }: ObservationMay): string =>
  Object.entries(may)
    .flatMap(([step, what]) => {
      if (Array.isArray(what)) return what.map((each) => `${step} ${each}`);
      return typeof what === "string" ? [`${step} ${what}`] : what === true ? [step] : [];
    })
    .join(", ");

/** What stands before the last round: nothing, or a first one that was replied to or wasn't. */
const befores: { place: string; rounds: RoundStanding[] }[] = [
  { place: "round 1", rounds: [] },
  ...(["unanswered", "given"] as const).map((response) => ({
    place: `round 2 after ${response}`,
    rounds: [{ round: 1, stage: "passed" as const, response }],
  })),
];

const seconds = befores.slice(1).map(({ place }) => place);

const mayOf = (actor: Actor, end: TextEnd | null, standing: Standing, before: readonly RoundStanding[]) =>
  observationMay(
    actor,
    {
      planId: plan.id,
      unit: thailand,
      organisationId: author,
      end,
      attribution: "secretariatOnly",
      visibility: "public",
    },
    { number: 7, rounds: [...before, { ...standing, round: before.length + 1 }] },
  );

/** A line for each end and round, of the standings in which something is offered. */
const tableOf = (actor: Actor): string[] =>
  ends.flatMap((end) =>
    befores.flatMap(({ place: of, rounds }) => {
      const lines = standings.flatMap((standing) => {
        const may = offered(mayOf(actor, end, standing, rounds));
        const place = [standing.stage, standing.response].filter(Boolean).join(" ");
        return may === "" ? [] : [`${place}: ${may}`];
      });
      return lines.length === 0 ? [] : [`${end ?? "stands"}, ${of}: ${lines.join("; ")}`];
    }),
  );

it("offers something to these alone", () => {
  expect(people.filter(({ actor }) => tableOf(actor).length > 0).map(({ name }) => name)).toEqual([
    "focalPoint of THA, the same organisation",
    "focalPoint of THA, another organisation",
    "contributor of THA, the same organisation",
    "contributor of THA, another organisation",
    "secretariat of all, the same organisation",
    "secretariat of all, another organisation",
    "csoMember of THA, the same organisation",
    "csoMember of all, the same organisation",
    "csoReporter of THA, the same organisation",
    "csoReporter of all, the same organisation",
  ]);
});

it.each(["csoMember", "csoReporter"] as const)(
  "offers its author, a %s, to write, to speak again and to end it",
  (role) => {
    const closed =
      "passed: end withdrawn; passed awaited: end withdrawn; passed unanswered: end withdrawn; passed given: end withdrawn";
    expect(tableOf(person(role, thailand, author))).toEqual([
      "stands, round 1: draft: write, submit; inSafetyCheck: recall, end withdrawn; sentBack: write, submit, end withdrawn; passed: end withdrawn; passed awaited: end withdrawn; passed unanswered: speakAgain, end notAnswered, end withdrawn; passed given: speakAgain, end answered, end notAnswered, end withdrawn",
      ...seconds.map(
        (second) =>
          `stands, ${second}: draft: write, submit, drop, end withdrawn; inSafetyCheck: recall, end withdrawn; sentBack: write, submit, drop, end withdrawn; passed: end withdrawn; passed awaited: end withdrawn; passed unanswered: end notAnswered, end withdrawn; passed given: end answered, end notAnswered, end withdrawn`,
      ),
      ...["answered", "notAnswered"].flatMap((end) => [
        `${end}, round 1: inSafetyCheck: end withdrawn; sentBack: end withdrawn; ${closed}`,
        ...seconds.map(
          (second) =>
            `${end}, ${second}: draft: end withdrawn; inSafetyCheck: end withdrawn; sentBack: end withdrawn; ${closed}`,
        ),
      ]),
    ]);
  },
);

it("offers its author to tell more readers who speaks, never fewer", () => {
  const told = attributions.map((attribution) => {
    const facts = { planId: plan.id, unit: thailand, organisationId: author, end: null, visibility: "public" } as const;
    const standing = { number: 7, rounds: [{ stage: "passed", response: "given", round: 1 }] } as const;
    return observationMay(person("csoMember", thailand, author), { ...facts, attribution }, standing).openAttribution;
  });
  expect(told.map(({ length }) => length)).toEqual([2, 1, 0]);
});

it("offers the secretariat to check, and to take down what has passed", () => {
  const passed =
    "passed: end takenDown; passed awaited: end takenDown; passed unanswered: end takenDown; passed given: end takenDown";
  expect(tableOf(person("secretariat", null, other))).toEqual([
    `stands, round 1: inSafetyCheck: check; ${passed}`,
    ...seconds.map(
      (second) =>
        `stands, ${second}: draft: end takenDown; inSafetyCheck: check, end takenDown; sentBack: end takenDown; ${passed}`,
    ),
    ...["answered", "notAnswered", "withdrawn"].flatMap((end) => [
      `${end}, round 1: ${passed}`,
      ...seconds.map(
        (second) =>
          `${end}, ${second}: draft: end takenDown; inSafetyCheck: end takenDown; sentBack: end takenDown; ${passed}`,
      ),
    ]),
  ]);
});

it.each([
  ["focalPoint", "draftReply, sendReply, keyActions write"],
  ["contributor", "draftReply, keyActions write"],
] as const)(
  "offers a %s of the country to reply as long as it stands, also while its author writes again",
  (role, reply) => {
    const sends = role === "focalPoint";
    /** What is told of these rounds, after what is offered besides. */
    const tells = (rounds: number[], ...before: string[]) =>
      [...before, ...(sends ? rounds.map((round) => `tellActions ${round}`) : [])].join(", ");
    const acts = (...rounds: number[]) => (sends ? `; passed given: ${tells(rounds, "keyActions tell")}` : "");
    const open = (...told: number[]) =>
      `passed awaited: ${tells(told, reply)}; passed unanswered: ${tells(told, reply)}`;
    const unheard = (may: string) =>
      ["draft", "inSafetyCheck", "sentBack"].map((stage) => `${stage}: ${may}`).join("; ");
    const told = "keyActions tell, tellActions 1";
    expect(tableOf(person(role, thailand, other))).toEqual([
      `stands, round 1: ${open()}${acts(1)}`,
      `stands, round 2 after unanswered: ${unheard(reply)}; ${open()}${acts(2)}`,
      sends
        ? `stands, round 2 after given: ${unheard(told)}; passed: tellActions 1; ${open(1)}${acts(1, 2)}`
        : `stands, round 2 after given: ${open()}`,
      ...["answered", "notAnswered"].flatMap((end) =>
        sends
          ? [
              `${end}, round 1: passed given: ${told}`,
              `${end}, round 2 after unanswered: passed given: keyActions tell, tellActions 2`,
              `${end}, round 2 after given: ${unheard(told)}; passed: tellActions 1; passed awaited: tellActions 1; passed unanswered: tellActions 1${acts(1, 2)}`,
            ]
          : [],
      ),
    ]);
  },
);
