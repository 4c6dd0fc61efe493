import { describe, expect, it } from "vitest";
import type { PublicObservation, PublicRound, SaidInPublic } from "@/lib/views/commitments/public-observation";
import { feedOfObservations } from "./feed-of-observations";
import { englishWords } from "./testing/english-words";

const replied: PublicRound = {
  round: 1,
  body: "Our shelter saw more.",
  askedOn: "2018-03-01",
  dueOn: "2018-04-30",
  reply: {
    kind: "explains",
    body: "Others count.",
    evidence: null,
    givenOn: "2018-03-09",
    isLate: false,
    keyActions: [],
  },
};
const words: SaidInPublic = {
  kind: "reportsGap",
  basis: "serviceData",
  organisation: null,
  language: "en",
  sources: [],
  files: [],
  shadow: null,
  followUps: [],
  rounds: [replied],
};
const observation: PublicObservation = {
  number: 1,
  unit: { code: "THA", name: "Thailand", level: "country" },
  period: "2016",
  subject: { of: "unit" },
  end: null,
  endedOn: null,
  corrected: null,
  validity: null,
  said: words,
};
const updated = (...changes: Partial<PublicObservation>[]) =>
  changes.map((change) => {
    const [entry] = feedOfObservations(
      [{ ...observation, ...change }],
      [{ code: "2016" } as never],
      englishWords,
      "/en/spaiv",
    );
    return entry!.updated;
  });

describe("an entry of the feed", () => {
  it("is of the day of the reply, or of the one by which none came", () => {
    const none = { ...words, rounds: [{ ...replied, reply: null }] };
    expect(updated({}, { said: none })).toEqual(["2018-03-09T00:00:01Z", "2018-04-30T00:00:01Z"]);
  });

  it("is told as changed by whatever comes to it on one day, and by its end after all of that", () => {
    const on = "2018-03-09";
    const corrected = { on, release: null };
    const validity = { validity: "holds", on, valueOn: on } as const;
    const closed = { corrected, validity, end: "answered", endedOn: on } as const;
    const moments = updated({}, { corrected }, { corrected, validity }, closed, {
      end: "withdrawn",
      endedOn: on,
      said: null,
    });
    expect(new Set(moments).size).toBe(moments.length);
    expect([...moments].sort()).toEqual(moments);
  });
});
