import { type MadeUpObservation, publicly } from "./made-up-observation";

/** What was said last: about what stands only once reports are approved and meetings were held. */
export const laterObservations: readonly MadeUpObservation[] = [
  {
    by: "cso.vietnam",
    unit: "VNM",
    period: "2017",
    about: { of: "decision", code: "RTF-2017-05-D1" },
    said: { ...publicly("named", "en"), kind: "questions", basis: "serviceData" },
    rounds: [
      {
        on: "2018-01-15",
        submitted: true,
        body: "Made-up example: Our members were not told which office answers when a neighbouring country asks about a case. Could it be named where everybody can read it?",
        checked: {
          after: 2,
          reply: {
            kind: "explains",
            after: 29,
            body: "Made-up reply: The office was named to the neighbouring task forces only. It will be named in the next report, too.",
          },
        },
      },
    ],
    end: { as: "answered", after: 5 },
  },
  {
    by: "cso",
    unit: "LAO",
    period: "2016",
    about: { of: "node", code: "G3.2.1" },
    said: { ...publicly("named", "en"), kind: "goodPractice", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2018-01-22",
        submitted: true,
        body: "Made-up example: Sessions before departure that are led by people who worked abroad themselves are still remembered a year later. The output could say who leads them; our members would gladly help to find speakers.",
        checked: {
          after: 3,
          reply: {
            kind: "explains",
            after: 33,
            body: "Made-up reply: Who leads a session is for each agency to choose. The ministry will recommend this to them.",
          },
        },
      },
    ],
    end: { as: "answered", after: 8 },
  },
  {
    by: "cso.thailand",
    unit: "THA",
    period: "2015",
    about: { of: "narrative", code: "P2-progress" },
    said: { ...publicly("governments", "en"), kind: "addsContext", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2018-02-12",
        submitted: true,
        body: "Made-up example: The report tells of campaigns as a whole. At the border they came later and in fewer languages than in the capital, which readers would want to know.",
        checked: {
          after: 1,
          reply: {
            kind: "explains",
            after: 41,
            body: "Made-up reply: The next report will say of each campaign where and in which languages it was held.",
          },
        },
      },
    ],
    end: { as: "answered", after: 9 },
  },
  {
    by: "cso",
    unit: "KHM",
    period: "2016",
    about: { of: "indicator", code: "G5.1.1-a" },
    said: { ...publicly("named", "en"), kind: "addsContext", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2018-03-05",
        submitted: true,
        body: "Made-up example: Officials at small border posts told our members that they wait long for a place in a course. The number of trained officials does not say where they work.",
        checked: {
          after: 2,
          reply: {
            kind: "explains",
            after: 37,
            body: "Made-up reply: Courses begin where most cases are identified. Small posts follow in the coming year.",
          },
        },
      },
    ],
    isAskedIfValid: true,
  },
];
