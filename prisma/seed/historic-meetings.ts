import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import type { Transaction } from "@/lib/server/db/client";

interface HistoricMeeting {
  code: string;
  kind: MeetingKind;
  year: number;
  /** First and last day, where they are known. */
  days?: readonly [string, string];
  host: string | null;
  /** Pages that anybody can read, or could once: who says it, and where. */
  sources: readonly { title: string; url: string }[];
  en: { title: string; place: string; notes?: string };
  th: { title: string; place: string; notes?: string };
}

/**
 * Meetings of the process that are publicly known, each with what its sources say and no more: who hosted the Regional Task
 * Force isn't among that.
 */
const historicMeetings: readonly HistoricMeeting[] = [
  {
    code: "SOM5",
    kind: "somImm",
    year: 2007,
    host: "CHN",
    sources: [
      {
        title:
          "Ministry of Public Security of China: Joint declaration signed on initiative against trafficking, 14 December 2007",
        url: "http://www.china.org.cn/english/government/235708.htm",
      },
    ],
    en: {
      title: "Fifth Senior Officials Meeting and Second Inter-Ministerial Meeting (SOM 5/IMM 2)",
      place: "Beijing",
      notes: "It ended on 14 December with a joint declaration, and adopted the second Sub-regional Plan of Action.",
    },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 5 และการประชุมระดับรัฐมนตรีครั้งที่ 2 (SOM 5/IMM 2)",
      place: "ปักกิ่ง",
      notes: "สิ้นสุดเมื่อวันที่ 14 ธันวาคม โดยมีปฏิญญาร่วม และรับรองแผนปฏิบัติการระดับอนุภูมิภาคฉบับที่ 2",
    },
  },
  {
    code: "SOM6",
    kind: "som",
    year: 2008,
    days: ["2008-11-05", "2008-11-07"],
    host: "LAO",
    sources: [
      {
        title: "Lao News Agency (KPL): GMS countries are fighting against human traffickers, 6 November 2008",
        url: "https://oananews.org/node/28711",
      },
    ],
    en: { title: "Sixth Senior Officials Meeting (SOM 6)", place: "Vientiane" },
    th: { title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 6 (SOM 6)", place: "เวียงจันทน์" },
  },
  {
    code: "SOM8",
    kind: "somImm",
    year: 2012,
    days: ["2012-02-14", "2012-02-16"],
    host: "VNM",
    sources: [
      {
        title: "UNIAP: Second Joint Declaration signed by Mekong Governments to combat human trafficking, March 2012",
        url: "http://www.ungift.org/knowledgehub/en/stories/march2012/second-joint-declaration-signed-by-mekong-governments-to-combat-human-trafficking.html",
      },
    ],
    en: { title: "Eighth Senior Officials Meeting and Third Inter-Ministerial Meeting (SOM 8/IMM 3)", place: "Hanoi" },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 8 และการประชุมระดับรัฐมนตรีครั้งที่ 3 (SOM 8/IMM 3)",
      place: "ฮานอย",
    },
  },
  {
    code: "SOM-IMM-2015",
    kind: "somImm",
    year: 2015,
    days: ["2015-04-28", "2015-04-30"],
    host: "KHM",
    sources: [
      {
        title: "UN-ACT: New in ‘Laws & Agreements’: COMMIT SPAIV, June 2015",
        url: "http://un-act.org/2015/06/",
      },
      {
        title: "China News Service (ECNS), 30 April 2015",
        url: "http://ecns.cn/2015/04-30/163755.shtml",
      },
    ],
    en: {
      title: "Senior Officials and Inter-Ministerial Meeting",
      place: "Phnom Penh",
      notes:
        "The fourth Sub-regional Plan of Action (SPAIV, 2015–2018) was adopted. For the first time, civil society organisations addressed ministers in a session of their own.",
    },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสและระดับรัฐมนตรี",
      place: "พนมเปญ",
      notes:
        "รับรองแผนปฏิบัติการระดับอนุภูมิภาคฉบับที่ 4 (SPAIV พ.ศ. 2558–2561) และเป็นครั้งแรกที่องค์กรภาคประชาสังคมกล่าวต่อรัฐมนตรีในช่วงการประชุมของตนเอง",
    },
  },
  {
    code: "RTF-2015-10",
    kind: "rtf",
    year: 2015,
    days: ["2015-10-15", "2015-10-16"],
    host: null,
    sources: [
      {
        title: "UN-ACT: Regional COMMIT Task Force Concluded, October 2015",
        url: "http://www.no-trafficking.org/2015/10/",
      },
    ],
    en: {
      title: "Regional Task Force, October 2015",
      place: "Bangkok",
      notes:
        "The civil society platform of the region is to report each year to the task forces, so that they monitor together. A Youth Forum comes before each Senior Officials Meeting.",
    },
    th: {
      title: "การประชุมคณะทำงานระดับภูมิภาค ตุลาคม 2558",
      place: "กรุงเทพมหานคร",
      notes:
        "เครือข่ายภาคประชาสังคมระดับภูมิภาคจะรายงานต่อคณะทำงานทุกปี เพื่อติดตามผลร่วมกัน และจะจัดเวทีเยาวชนก่อนการประชุมเจ้าหน้าที่อาวุโสทุกครั้ง",
    },
  },
  {
    code: "SOM11",
    kind: "som",
    year: 2016,
    days: ["2016-11-23", "2016-11-24"],
    host: "LAO",
    sources: [
      {
        title: "UN-ACT: COMMIT SOM 11 in Vientiane, Lao PDR Concluded, November 2016",
        url: "http://un-act.org/2016/11/",
      },
    ],
    en: {
      title: "Eleventh Senior Officials Meeting (SOM 11)",
      place: "Vientiane",
      notes:
        "Labour migration became the regional priority of 2017. Since this meeting the Chair rotates each year to the host country.",
    },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 11 (SOM 11)",
      place: "เวียงจันทน์",
      notes:
        "การย้ายถิ่นของแรงงานเป็นประเด็นสำคัญระดับภูมิภาคของปี พ.ศ. 2560 นับแต่การประชุมนี้ ตำแหน่งประธานหมุนเวียนทุกปีไปยังประเทศเจ้าภาพ",
    },
  },
  {
    code: "SOM14",
    kind: "som",
    year: 2020,
    days: ["2020-12-16", "2020-12-16"],
    host: "VNM",
    sources: [
      {
        title: "Ministry of Public Security of Viet Nam: COMMIT’s 14th SOM takes place in Hanoi, 17 December 2020",
        url: "http://en.bocongan.gov.vn/international-relations-cooperation/commits-14th-som-takes-place-in-hanoi-t7564.html",
      },
    ],
    en: {
      title: "Fourteenth Senior Officials Meeting (SOM 14)",
      place: "Hanoi",
      notes: "SPAIV was still carried out and reviewed after 2018.",
    },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 14 (SOM 14)",
      place: "ฮานอย",
      notes: "SPAIV ยังคงดำเนินการและได้รับการทบทวนหลังปี พ.ศ. 2561",
    },
  },
];

/** Writes them into the calendar of a new plan, as held: what they agreed on is for the secretariat to say. */
export async function writeHistoricMeetings(tx: Transaction, planId: number): Promise<void> {
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true } });
  const date = (day: string | undefined) => (day === undefined ? null : new Date(`${day}T00:00:00Z`));
  for (const { code, kind, year, days, host, sources, en, th } of historicMeetings)
    await tx.meeting.create({
      data: {
        planId,
        code,
        kind,
        year,
        state: "held",
        startsOn: date(days?.[0]),
        endsOn: date(days?.[1]),
        hostUnitId: units.find((unit) => unit.code === host)?.id ?? null,
        texts: {
          create: [
            { locale: "en", ...en },
            { locale: "th", ...th },
          ],
        },
        sources: { create: [...sources] },
      },
    });
}
