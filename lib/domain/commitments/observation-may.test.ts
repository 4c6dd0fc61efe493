import { expect, it } from "vitest";
import { type Actor, type Role, roles, type UnitRef } from "../permissions";
import { responseStates, roundStages, type Standing, type TextEnd } from "./addressed-life";
import { attributions } from "./observation";
import { type ObservationMay, observationMay } from "./observation-may";

// Every role in every state: who may do what with an observation of Thailand that its organisation alone is known to speak.

const plan = { id: 1, code: "spaiv" };
const thailand: UnitRef = { id: 10, code: "THA", level: "country" };
const cambodia: UnitRef = { id: 11, code: "KHM", level: "country" };
const [author, other] = [5, 6];

const person = (role: Role, unit: UnitRef | null, organisation: number): Actor => ({
  ...{ id: 100, name: "Dara", email: "dara@example.org", locale: "en", isDemo: false, assignments: [] },
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

const mayOf = (actor: Actor, end: TextEnd | null, standing: Standing, round: number) =>
  observationMay(
    actor,
    {
      ...{ planId: plan.id, unit: thailand, organisationId: author, end },
      ...{ attribution: "secretariatOnly", visibility: "public" },
    },
    { ...standing, round, number: 7 },
  );

/** A line for each end and round, of the standings in which something is offered. */
const tableOf = (actor: Actor): string[] =>
  ends.flatMap((end) =>
    [1, 2].flatMap((round) => {
      const lines = standings.flatMap((standing) => {
        const may = offered(mayOf(actor, end, standing, round));
        const place = [standing.stage, standing.response].filter(Boolean).join(" ");
        return may === "" ? [] : [`${place}: ${may}`];
      });
      return lines.length === 0 ? [] : [`${end ?? "stands"}, round ${round}: ${lines.join("; ")}`];
    }),
  );

it("offers something to these alone", () => {
  expect(people.filter(({ actor }) => tableOf(actor).length > 0).map(({ name }) => name)).toEqual([
    ...["focalPoint of THA, the same organisation", "focalPoint of THA, another organisation"],
    ...["contributor of THA, the same organisation", "contributor of THA, another organisation"],
    ...["secretariat of all, the same organisation", "secretariat of all, another organisation"],
    ...["csoMember of THA, the same organisation", "csoMember of all, the same organisation"],
    ...["csoReporter of THA, the same organisation", "csoReporter of all, the same organisation"],
  ]);
});

it.each(["csoMember", "csoReporter"] as const)(
  "offers its author, a %s, to write, to speak again and to end it",
  (role) => {
    const closed =
      "passed: end withdrawn; passed awaited: end withdrawn; passed unanswered: end withdrawn; passed given: end withdrawn";
    expect(tableOf(person(role, thailand, author))).toEqual([
      "stands, round 1: draft: write, submit; inSafetyCheck: recall, end withdrawn; sentBack: write, submit, end withdrawn; passed: end withdrawn; passed awaited: end withdrawn; passed unanswered: speakAgain, end notAnswered, end withdrawn; passed given: speakAgain, end answered, end notAnswered, end withdrawn",
      "stands, round 2: draft: write, submit, end withdrawn; inSafetyCheck: recall, end withdrawn; sentBack: write, submit, end withdrawn; passed: end withdrawn; passed awaited: end withdrawn; passed unanswered: end notAnswered, end withdrawn; passed given: end answered, end notAnswered, end withdrawn",
      ...["answered", "notAnswered"].flatMap((end) => [
        `${end}, round 1: inSafetyCheck: end withdrawn; sentBack: end withdrawn; ${closed}`,
        `${end}, round 2: draft: end withdrawn; inSafetyCheck: end withdrawn; sentBack: end withdrawn; ${closed}`,
      ]),
    ]);
  },
);

it("offers its author to tell more readers who speaks, never fewer", () => {
  const told = attributions.map((attribution) => {
    const facts = { planId: plan.id, unit: thailand, organisationId: author, end: null, visibility: "public" } as const;
    const standing = { stage: "passed", response: "given", round: 1, number: 7 } as const;
    return observationMay(person("csoMember", thailand, author), { ...facts, attribution }, standing).openAttribution;
  });
  expect(told.map(({ length }) => length)).toEqual([2, 1, 0]);
});

it("offers the secretariat to check, and to take down what has passed", () => {
  const passed =
    "passed: end takenDown; passed awaited: end takenDown; passed unanswered: end takenDown; passed given: end takenDown";
  expect(tableOf(person("secretariat", null, other))).toEqual([
    `stands, round 1: inSafetyCheck: check; ${passed}`,
    `stands, round 2: draft: end takenDown; inSafetyCheck: check, end takenDown; sentBack: end takenDown; ${passed}`,
    ...["answered", "notAnswered", "withdrawn"].flatMap((end) => [
      `${end}, round 1: ${passed}`,
      `${end}, round 2: draft: end takenDown; inSafetyCheck: end takenDown; sentBack: end takenDown; ${passed}`,
    ]),
  ]);
});

it.each([
  ["focalPoint", "draftReply, sendReply, keyActions write"],
  ["contributor", "draftReply, keyActions write"],
] as const)("offers a %s of the country to reply as long as it stands", (role, reply) => {
  const acts = role === "focalPoint" ? "; passed given: keyActions tell" : "";
  const told = ["answered", "notAnswered"].flatMap((end) =>
    [1, 2].map((round) => `${end}, round ${round}: passed given: keyActions tell`),
  );
  expect(tableOf(person(role, thailand, other))).toEqual([
    ...[1, 2].map((round) => `stands, round ${round}: passed awaited: ${reply}; passed unanswered: ${reply}${acts}`),
    ...(role === "focalPoint" ? told : []),
  ]);
});
