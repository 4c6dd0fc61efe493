import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { RecommendationAnswer } from "@/lib/domain/commitments/recommendation";
import type { EvidenceFields } from "@/lib/schemas/commitments/evidence-fields";

/** What a country answers to a recommendation of the demonstration, so many days after it was passed on. */
export interface MadeUpAnswer extends Partial<EvidenceFields> {
  unit: string;
  answer: RecommendationAnswer;
  body?: string;
  after: number;
  /** What it does about it; days after its answer. */
  keyActions?: { body: string; due: number; done?: { after: number; title: string; url: string } }[];
}

/** A recommendation of the demonstration, and what became of it. */
interface MadeUpRecommendation {
  node: string;
  language: "en" | "th" | "lo";
  body: string;
  /** What it says in other languages. */
  words?: { locale: string; body: string }[];
  /** None: all countries. */
  units?: string[];
  /** The day on which it was written; as a number, so many days before the day on which the demonstration is made. */
  on: string | number;
  /** What isn't submitted is a draft; what isn't checked waits for that. */
  submitted?: boolean;
  checked?: { after: number } & (
    | { rule: SafetyRule; note: string }
    | { answers: MadeUpAnswer[]; takenDownAfter?: number }
  );
}

/** A forum of the demonstration. Like all that is said at it, it says of itself that it is made up. */
export const madeUpForum = {
  code: "YF-2018",
  days: ["2018-03-08", "2018-03-10"],
  host: "THA",
  texts: [
    {
      locale: "en",
      title: "Made-up example: Mekong Youth Forum 2018",
      place: "Chiang Mai",
      notes:
        "Made-up example: Young people of six countries met before the Senior Officials Meeting, and agreed on what they recommend.",
    },
    {
      locale: "th",
      title: "ตัวอย่างสมมติ: เวทีเยาวชนลุ่มน้ำโขง พ.ศ. 2561",
      place: "เชียงใหม่",
      notes: "ตัวอย่างสมมติ: เยาวชนจากหกประเทศประชุมกันก่อนการประชุมเจ้าหน้าที่อาวุโส และเห็นพ้องในข้อเสนอแนะ",
    },
  ],
  theme: "Made-up example: Safe journeys, fair work",
  organisers: "Mekong Youth Network (made up)",
  /** Young women and men of each country, by age. */
  participants: [
    ...["KHM", "CHN", "LAO", "MMR", "THA", "VNM"].flatMap((unit, at) => [
      { unit, sex: "female", age: "from15", count: 1 + (at % 2) } as const,
      { unit, sex: "male", age: "from15", count: 1 } as const,
      { unit, sex: "female", age: "from18", count: 2 } as const,
      { unit, sex: "male", age: "from18", count: 1 + ((at + 1) % 2) } as const,
    ]),
  ],
} as const;

/** The draft stands first: nobody but its authors knows of it. */
export const madeUpRecommendations: readonly MadeUpRecommendation[] = [
  {
    node: "G4",
    language: "en",
    on: 4,
    body: "Made-up example: Let young people who came home speak with classes, if they want to, and with somebody they trust beside them.",
  },
  {
    node: "G4",
    language: "en",
    on: "2018-03-12",
    submitted: true,
    body: "Made-up example: Teach at school, before we are old enough to leave for work, how a job offer is checked and whom to call from abroad.",
    words: [
      {
        locale: "th",
        body: "ตัวอย่างสมมติ: ขอให้สอนในโรงเรียนก่อนที่เราจะโตพอออกไปทำงาน ว่าจะตรวจสอบข้อเสนองานอย่างไร และเมื่ออยู่ต่างประเทศโทรหาใครได้",
      },
    ],
    checked: {
      after: 3,
      answers: [
        {
          unit: "THA",
          answer: "accepted",
          after: 40,
          keyActions: [
            {
              body: "Made-up action: A lesson for the last year of school is written with young people.",
              due: 200,
              done: { after: 190, title: "The lesson (made up)", url: "https://task-force.example/lesson" },
            },
            { body: "Made-up action: Teachers of all provinces are trained to give it.", due: 600 },
          ],
        },
        {
          unit: "KHM",
          answer: "acceptedInPart",
          after: 62,
          body: "Made-up answer: Lessons begin in the provinces from which most people leave. For all schools teachers have to be trained first.",
        },
        {
          unit: "VNM",
          answer: "noted",
          after: 75,
          evidenceTitle: "The curriculum (made up)",
          evidenceUrl: "https://ministry.example/curriculum",
          body: "Made-up answer: The curriculum was changed two years ago and is looked at again next year. This recommendation is put before those who do it.",
        },
      ],
    },
  },
  {
    node: "G3",
    language: "th",
    on: "2018-03-12",
    submitted: true,
    units: ["LAO", "THA"],
    body: "ตัวอย่างสมมติ: เมื่อข้ามแดนไปทำงานอย่างถูกต้อง เราอยากได้สัญญาจ้างในภาษาที่เราอ่านออกก่อนออกเดินทาง",
    words: [
      {
        locale: "en",
        body: "Made-up example: When we cross a border for work by the rules, we want the contract in a language that we read, before we leave.",
      },
    ],
    checked: {
      after: 3,
      answers: [
        {
          unit: "THA",
          answer: "acceptedInPart",
          after: 50,
          body: "คำตอบสมมติ: สัญญาจ้างมีฉบับแปลเป็นภาษาของแรงงานแล้วในบางสาขา จะขยายไปยังสาขาอื่นตามลำดับ",
        },
      ],
    },
  },
  {
    node: "G6",
    language: "en",
    on: "2018-03-13",
    submitted: true,
    units: ["MMR"],
    body: "Made-up example: This one told of somebody in a way by which they could be found.",
    checked: { after: 2, answers: [], takenDownAfter: 5 },
  },
  {
    node: "G4",
    language: "en",
    on: 6,
    submitted: true,
    body: "Made-up example: Ask young people whether a poster works before it is printed.",
    checked: { after: 2, rule: "minor", note: "Made-up note: Leave out the class that made the poster." },
  },
  {
    node: "G2",
    language: "en",
    on: 2,
    submitted: true,
    body: "Made-up example: Give young people a seat when the national task force plans the year.",
  },
];
