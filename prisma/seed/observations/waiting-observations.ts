import { type MadeUpObservation, publicly } from "./made-up-observation";

/** What waits for somebody on the day on which the demonstration is made: its author, the secretariat, or a government. */
export const waitingObservations: readonly MadeUpObservation[] = [
  {
    by: "cso",
    unit: "LAO",
    period: "2016",
    about: { of: "indicator", code: "G3.2.1-a" },
    said: { ...publicly("named", "en"), kind: "questions", basis: "fieldMonitoring" },
    rounds: [
      {
        on: 3,
        body: "Made-up example: Orientation before departure is counted by the certificates handed out. Workers whom we met at border crossings had a certificate and could not remember a session. Is a certificate enough to be counted?",
      },
    ],
  },
  {
    by: "cso",
    unit: "MMR",
    period: "2016",
    about: { of: "indicator", code: "G4.1-a" },
    said: { ...publicly("named", "en"), kind: "reportsGap", basis: "fieldMonitoring" },
    rounds: [
      {
        on: 9,
        submitted: true,
        body: "Made-up example: In a district that everybody in the province knows, children help at the market and are absent from school for weeks, though the register says that they attend.",
        checked: {
          after: 2,
          rule: "identifiable",
          note: "Made-up note: Readers there would know which district is meant. Please say it without the market.",
        },
      },
    ],
  },
  {
    by: "cso.cambodia",
    unit: "KHM",
    period: "2017",
    about: { of: "indicator", code: "G5.1.1-a" },
    said: { ...publicly("governments", "en"), kind: "questions", basis: "fieldMonitoring" },
    rounds: [
      {
        on: 16,
        submitted: true,
        body: "Made-up example: Officials who attend a course twice in a year seem to be counted twice. Could the report say how many different officials were trained?",
        checked: { after: 3 },
      },
    ],
  },
  {
    by: "cso",
    unit: "LAO",
    period: "2017",
    about: { of: "indicator", code: "G6.1.1-a" },
    said: {
      kind: "addsContext",
      basis: "serviceData",
      language: "en",
      attribution: "secretariatOnly",
      visibility: "governments",
    },
    rounds: [
      {
        on: 24,
        submitted: true,
        body: "Made-up example: Shelters run by our members apply the minimum standard and were never visited for an assessment. We would welcome a visit, and wonder whether they stand in the denominator.",
        checked: { after: 3 },
      },
    ],
  },
  {
    by: "cso.vietnam",
    unit: "VNM",
    period: "2017",
    about: { of: "indicator", code: "G3.1-a" },
    said: { ...publicly("named", "vi"), kind: "questions", basis: "media" },
    rounds: [
      {
        on: 1,
        submitted: true,
        body: "Ví dụ giả định: Báo chí đưa tin về nhiều doanh nghiệp bị thu hồi giấy phép trong năm. Các doanh nghiệp này có được tính vào số doanh nghiệp vi phạm trong báo cáo không?",
      },
    ],
  },
];
