import type { DecisionKind, FollowUpStatus } from "@/lib/domain/commitments/decision";
import type { MeetingState } from "@/lib/domain/commitments/meeting";
import type { PlatformPointKind } from "@/lib/domain/commitments/platform-report";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { OrganisationKind } from "@/lib/domain/permissions";

interface Words {
  en: string;
  th: string;
}

interface MadeUpDecision {
  kind: DecisionKind;
  body: string;
  dueOn?: IsoDate;
  /** None: all countries. */
  units?: string[];
  priority?: { year: number; nodes: string[] };
}

/** Where something of the demonstration stands: an observation by its number, or a point of a platform's report. */
export type SaidPlace =
  | { observation: number }
  | { unit: string; year: number; kind: PlatformPointKind; position: number };

/** A meeting of the demonstration. */
interface MadeUpMeeting {
  code: string;
  days: readonly [IsoDate, IsoDate];
  host: string;
  title: Words;
  place: Words;
  notes: Words;
  agenda: { title: Words; speaker?: string; nodes?: string[] }[];
  participants: { kind: OrganisationKind; count: number }[];
  decisions: MadeUpDecision[];
  /** What it was told of decisions of the one before, by their numbers. */
  told?: { number: number; status: FollowUpStatus; body: string }[];
  /** What it was told of all else that was said to governments before. */
  toldOf?: { said: SaidPlace; status: FollowUpStatus; body: string }[];
  state: Extract<MeetingState, "outcomeAgreed" | "closed">;
}

/** One to come: so many days after the demonstration is made. */
export const madeUpPlan = {
  after: 60,
  host: "LAO",
  title: { en: "Made-up example: next Regional Task Force", th: "ตัวอย่างสมมติ: การประชุมคณะทำงานระดับภูมิภาคครั้งต่อไป" },
  place: { en: "Vientiane", th: "เวียงจันทน์" },
  agenda: [
    {
      title: { en: "Made-up example: Decisions that are due", th: "ตัวอย่างสมมติ: ข้อตัดสินใจที่ครบกำหนด" },
      nodes: [],
    },
    {
      title: { en: "Made-up example: What civil society observes", th: "ตัวอย่างสมมติ: ข้อสังเกตของภาคประชาสังคม" },
      nodes: ["G5"],
    },
  ],
} satisfies Pick<MadeUpMeeting, "host" | "title" | "place" | "agenda"> & { after: number };

/** Two that follow each other. Like all that is said at them, they say of themselves that they are made up. */
export const madeUpMeetings: readonly [MadeUpMeeting, MadeUpMeeting] = [
  {
    code: "RTF-2017-05",
    days: ["2017-05-10", "2017-05-11"],
    host: "KHM",
    state: "closed",
    title: { en: "Made-up example: Regional Task Force, May 2017", th: "ตัวอย่างสมมติ: คณะทำงานระดับภูมิภาค พฤษภาคม 2560" },
    place: { en: "Siem Reap", th: "เสียมราฐ" },
    notes: {
      en: "Made-up example: The task forces of six countries looked at the results of 2016.",
      th: "ตัวอย่างสมมติ: คณะทำงานของหกประเทศพิจารณาผลของปี 2559",
    },
    agenda: [
      {
        title: { en: "Made-up example: Protection of victims", th: "ตัวอย่างสมมติ: การคุ้มครองผู้เสียหาย" },
        speaker: "Cambodia",
        nodes: ["G5"],
      },
      {
        title: { en: "Made-up example: Labour migration", th: "ตัวอย่างสมมติ: การย้ายถิ่นของแรงงาน" },
        speaker: "Thailand",
        nodes: ["G3"],
      },
    ],
    participants: [
      { kind: "government", count: 26 },
      { kind: "international", count: 7 },
      { kind: "civilSociety", count: 5 },
    ],
    decisions: [
      {
        kind: "task",
        body: "Made-up example: Each country names the office that answers when a neighbouring country asks about a case.",
      },
      {
        kind: "regionalPriority",
        priority: { year: 2018, nodes: ["G3"] },
        body: "Made-up example: Labour migration is the priority of the region in 2018.",
      },
    ],
  },
  {
    code: "RTF-2018-02",
    days: ["2018-02-06", "2018-02-07"],
    host: "THA",
    state: "outcomeAgreed",
    title: {
      en: "Made-up example: Regional Task Force, February 2018",
      th: "ตัวอย่างสมมติ: คณะทำงานระดับภูมิภาค กุมภาพันธ์ 2561",
    },
    place: { en: "Bangkok", th: "กรุงเทพมหานคร" },
    notes: {
      en: "Made-up example: The task forces of six countries looked at what became of their decisions.",
      th: "ตัวอย่างสมมติ: คณะทำงานของหกประเทศพิจารณาผลของข้อตัดสินใจที่ผ่านมา",
    },
    agenda: [
      { title: { en: "Made-up example: What became of decisions", th: "ตัวอย่างสมมติ: ผลของข้อตัดสินใจ" } },
      {
        title: { en: "Made-up example: Coming home", th: "ตัวอย่างสมมติ: การกลับภูมิลำเนา" },
        nodes: ["G5"],
      },
    ],
    participants: [
      { kind: "government", count: 24 },
      { kind: "international", count: 6 },
      { kind: "civilSociety", count: 6 },
    ],
    told: [
      { number: 1, status: "underWay", body: "Made-up example: Four of six countries have named theirs." },
      { number: 2, status: "done", body: "" },
    ],
    toldOf: [
      {
        said: { unit: "THA", year: 2016, kind: "challenge", position: 1 },
        status: "underWay",
        body: "Made-up example: A first list of interpreters covers the provinces at the border.",
      },
      {
        said: { observation: 7 },
        status: "underWay",
        body: "Made-up example: Money for transport stands in the draft of next year’s budget.",
      },
    ],
    decisions: [
      {
        kind: "task",
        units: ["LAO", "THA"],
        dueOn: "2018-10-31",
        body: "Made-up example: The two countries agree on who meets people at the border when they come home.",
      },
    ],
  },
];
