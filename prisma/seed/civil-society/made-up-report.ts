import type { PointReplyKind } from "@/lib/domain/commitments/platform-report";
import type { ReplyWords } from "@/lib/schemas/commitments/observation-forms";

/** What a country answers to a point of the demonstration, so many days after it was asked; null: nothing came. */
type MadeUpAnswer = (ReplyWords & { after: number; kind: PointReplyKind; action?: string }) | null;

/** A meeting of the demonstration: no real meeting heard a made-up report. */
export const madeUpPlatformMeeting = {
  code: "CSP-2017",
  days: ["2017-03-14", "2017-03-15"],
  host: "THA",
  texts: [
    { locale: "en", title: "Made-up example: meeting of the civil society platforms 2017", place: "Bangkok" },
    { locale: "th", title: "ตัวอย่างสมมติ: การประชุมเวทีภาคประชาสังคม พ.ศ. 2560", place: "กรุงเทพมหานคร" },
  ],
} as const;

/** Who belongs to which platform, by their accounts. */
export const madeUpMembers: readonly { unit: string; accounts: readonly string[] }[] = [
  { unit: "REGION", accounts: ["cso", "cso.cambodia", "cso.thailand", "cso.vietnam"] },
  { unit: "KHM", accounts: ["cso.cambodia"] },
  { unit: "THA", accounts: ["cso.thailand", "cso"] },
  { unit: "VNM", accounts: ["cso.vietnam"] },
];

interface MadeUpPoint {
  body: string;
  answer?: MadeUpAnswer;
  /** What a contributor wrote and the focal point hasn't sent: by whose account, so many days ago. */
  draft?: ReplyWords & { kind: PointReplyKind; by: string; ago: number };
}

/** A report of the demonstration. Like all that is said in it, it says of itself that it is made up. */
interface MadeUpReport {
  unit: string;
  year: number;
  /** The account of whom began it, and of who agrees. */
  by: string;
  agreed: readonly string[];
  begunOn: string;
  /** Null of a draft. */
  agreedOn: string | null;
  activities: readonly {
    by: string;
    title: string;
    place: string;
    time: string;
    goals: readonly string[];
    officials: number | null;
    community: number | null;
    reach: string;
  }[];
  challenges: readonly MadeUpPoint[];
  priorities: readonly MadeUpPoint[];
}

export const madeUpReports: readonly MadeUpReport[] = [
  {
    unit: "THA",
    year: 2016,
    by: "cso.thailand",
    agreed: ["cso.thailand", "cso"],
    begunOn: "2017-01-20",
    agreedOn: "2017-02-17",
    activities: [
      {
        by: "cso.thailand",
        title: "Made-up example: training for social workers on referral",
        place: "Chiang Rai",
        time: "May to July 2016",
        goals: ["G5"],
        officials: 64,
        community: null,
        reach: "",
      },
      {
        by: "cso.thailand",
        title: "Made-up example: legal advice for migrant workers",
        place: "Samut Sakhon",
        time: "All year",
        goals: ["G3"],
        officials: null,
        community: 310,
        reach: "",
      },
      {
        by: "cso",
        title: "Made-up example: exchange of shelters across the border",
        place: "Bangkok",
        time: "October 2016",
        goals: [],
        officials: 12,
        community: null,
        reach: "Staff of shelters of two countries",
      },
    ],
    challenges: [
      {
        body: "Made-up example: interpreters are missing when people are interviewed at night.",
        answer: {
          after: 41,
          kind: "actedOn",
          body: "Made-up answer: a list of interpreters on call is being drawn up.",
          action: "Made-up answer: publish a list of interpreters on call for all provinces.",
        },
      },
      { body: "Made-up example: funding of shelters ends with each budget year.", answer: null },
    ],
    priorities: [
      {
        body: "Made-up example: one referral form for all provinces.",
        answer: {
          after: 55,
          kind: "explains",
          evidenceTitle: "Draft of the rules (made up)",
          evidenceUrl: "https://ministry.example/rules",
          body: "Made-up answer: a common form is in the draft of the new rules.",
        },
      },
      {
        body: "Made-up example: labour inspectors visit workplaces together with civil society.",
        answer: {
          after: 90,
          kind: "disagrees",
          body: "Made-up answer: inspections are by law done by officials alone.",
        },
      },
      {
        body: "Made-up example: support for returned people for a whole year.",
        answer: null,
        draft: {
          by: "prosecution.thailand",
          ago: 4,
          kind: "explains",
          body: "Made-up draft: support for a whole year needs a budget line of its own, which is asked for.",
        },
      },
    ],
  },
  {
    unit: "REGION",
    year: 2017,
    by: "cso.thailand",
    agreed: ["cso.thailand", "cso.vietnam"],
    begunOn: "2018-01-15",
    agreedOn: null,
    activities: [
      {
        by: "cso",
        title: "Made-up example: regional workshop on safe return",
        place: "Vientiane",
        time: "September 2017",
        goals: ["G6"],
        officials: 38,
        community: null,
        reach: "",
      },
    ],
    challenges: [{ body: "Made-up example: families wait long for news across borders." }],
    priorities: [{ body: "Made-up example: a contact in each country for tracing families." }],
  },
];
