import { describe, expect, it } from "vitest";
import {
  mayEnd,
  maySpeakAgain,
  readersOf,
  responseStates,
  responseSteps,
  roundStages,
  roundSteps,
  type Standing,
  textEnds,
} from "./addressed-life";
import { attributions, isNamedTo, mayBecome, visibilities } from "./observation";

/** Every place where a round can stand: a response is asked for once its words have passed. */
const standings: Standing[] = roundStages.flatMap((stage): Standing[] => [
  { stage, response: null },
  ...(stage === "passed" ? responseStates.map((response) => ({ stage, response })) : []),
]);
const named = ({ stage, response }: Standing) => (response === null ? stage : `${stage} ${response}`);

const names = <T extends string>(table: Record<T, unknown>) => Object.keys(table) as T[];

describe("the life of what is addressed", () => {
  const told = <S>({ from, to, by }: { from: readonly S[]; to: S | null; by: string }, step: string) =>
    `${by}: ${step} of ${from.join(", ")} -> ${to ?? "the same"}`;

  it("lets each step of the words be taken from these stages alone", () => {
    expect(names(roundSteps).map((step) => told(roundSteps[step], step))).toEqual([
      "author: write of draft, sentBack -> the same",
      "author: submit of draft, sentBack -> inSafetyCheck",
      "author: recall of inSafetyCheck -> draft",
      "secretariat: sendBack of inSafetyCheck -> sentBack",
      "secretariat: pass of inSafetyCheck -> passed",
    ]);
  });

  it("lets each step of a response be taken from these states alone", () => {
    expect(names(responseSteps).map((step) => told(responseSteps[step], step))).toEqual([
      "unit: draftReply of awaited, unanswered -> the same",
      "unit: sendReply of awaited, unanswered -> given",
      "clock: lapse of awaited -> unanswered",
    ]);
  });

  it("ends as answered only where there is an answer, and never as a first draft, which is deleted", () => {
    const first = textEnds.map(
      (end) =>
        `${end}: ${standings
          .filter((each) => mayEnd(null, end, { round: 1, ...each }))
          .map(named)
          .join(", ")}`,
    );
    expect(first).toEqual([
      "answered: passed given",
      "notAnswered: passed unanswered, passed given",
      "withdrawn: inSafetyCheck, sentBack, passed, passed awaited, passed unanswered, passed given",
      "takenDown: passed, passed awaited, passed unanswered, passed given",
    ]);
    const draft = { round: 2, stage: "draft", response: null } as const;
    expect(textEnds.filter((end) => mayEnd(null, end, draft))).toEqual(["withdrawn", "takenDown"]);
  });

  it("can be withdrawn or taken down after it was closed, be taken down after that, and nothing then", () => {
    const given = { round: 1, stage: "passed", response: "given" } as const;
    const later = (end: (typeof textEnds)[number]) => textEnds.filter((next) => mayEnd(end, next, given));
    expect(later("answered")).toEqual(["withdrawn", "takenDown"]);
    expect(later("withdrawn")).toEqual(["takenDown"]);
    expect(later("takenDown")).toEqual([]);
  });

  it("has two rounds at most, the second one after the first was answered or its time had passed", () => {
    const again = (round: number) => standings.filter((each) => maySpeakAgain({ round, ...each })).map(named);
    expect(again(1)).toEqual(["passed unanswered", "passed given"]);
    expect(again(2)).toEqual([]);
  });
});

describe("who reads", () => {
  const readers = (visibility: (typeof visibilities)[number]) =>
    Object.fromEntries(
      standings.flatMap((each) => {
        const who = names({ ...readersOf(each, visibility, null) }).filter(
          (reader) => readersOf(each, visibility, null)[reader],
        );
        return who.length > 0 ? [[named(each), who.join(", ")]] : [];
      }),
    );

  it("opens words as far as their author chose, to others than the unit once it had its time", () => {
    expect(readers("platform")).toEqual({
      passed: "platform",
      "passed awaited": "platform",
      "passed unanswered": "platform",
      "passed given": "platform",
    });
    expect(readers("governments")).toEqual({
      passed: "platform, unit",
      "passed awaited": "platform, unit",
      "passed unanswered": "platform, unit, governments",
      "passed given": "platform, unit, governments",
    });
    expect(readers("public")).toEqual({
      passed: "platform, unit",
      "passed awaited": "platform, unit",
      "passed unanswered": "platform, unit, governments, public",
      "passed given": "platform, unit, governments, public",
    });
  });

  it("shows nobody the words of what was withdrawn or taken down, and those of what is closed as before", () => {
    for (const standing of standings)
      for (const visibility of visibilities) {
        for (const end of ["withdrawn", "takenDown"] as const)
          expect(Object.values(readersOf(standing, visibility, end))).not.toContain(true);
        for (const end of ["answered", "notAnswered"] as const)
          expect(readersOf(standing, visibility, end)).toEqual(readersOf(standing, visibility, null));
      }
  });
});

describe("who is told which organisation speaks", () => {
  it("is told as the author chose, and its own people and the secretariat always", () => {
    const audiences = ["author", "secretariat", "unit", "governments", "public"] as const;
    const told = attributions.map(
      (attribution) => `${attribution}: ${audiences.filter((each) => isNamedTo(each, attribution)).join(", ")}`,
    );
    expect(told).toEqual([
      "secretariatOnly: author, secretariat",
      "governments: author, secretariat, unit, governments",
      "named: author, secretariat, unit, governments, public",
    ]);
  });

  it("only becomes more open", () => {
    const changes = attributions.flatMap((from) =>
      attributions.flatMap((to) => (mayBecome(from, to) ? [`${from} > ${to}`] : [])),
    );
    expect(changes).toEqual(["secretariatOnly > governments", "secretariatOnly > named", "governments > named"]);
  });
});
