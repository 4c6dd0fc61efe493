import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import type { Transaction } from "@/lib/server/db/client";

interface HistoricMeeting {
  code: string;
  kind: MeetingKind;
  year: number;
  /** First and last day, where they are known. */
  days?: readonly [string, string];
  host: string | null;
  en: { title: string; place: string; notes?: string };
  th: { title: string; place: string; notes?: string };
}

/**
 * Meetings of the process that are publicly known, each with what is known of it and no more: of the first two that is the
 * year, and who hosted the Regional Task Force isn't.
 */
const historicMeetings: readonly HistoricMeeting[] = [
  {
    ...{ code: "SOM5", kind: "somImm", year: 2007, host: "CHN" },
    en: {
      title: "Fifth Senior Officials Meeting and Second Inter-Ministerial Meeting (SOM 5/IMM 2)",
      place: "Beijing",
    },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 5 และการประชุมระดับรัฐมนตรีครั้งที่ 2 (SOM 5/IMM 2)",
      place: "ปักกิ่ง",
    },
  },
  {
    ...{ code: "SOM6", kind: "som", year: 2008, host: "LAO" },
    en: { title: "Sixth Senior Officials Meeting (SOM 6)", place: "Vientiane" },
    th: { title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 6 (SOM 6)", place: "เวียงจันทน์" },
  },
  {
    ...{ code: "SOM8", kind: "somImm", year: 2012, days: ["2012-02-14", "2012-02-16"], host: "VNM" },
    en: { title: "Eighth Senior Officials Meeting and Third Inter-Ministerial Meeting (SOM 8/IMM 3)", place: "Hanoi" },
    th: {
      title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 8 และการประชุมระดับรัฐมนตรีครั้งที่ 3 (SOM 8/IMM 3)",
      place: "ฮานอย",
    },
  },
  {
    ...{ code: "SOM-IMM-2015", kind: "somImm", year: 2015, days: ["2015-04-28", "2015-04-30"], host: "KHM" },
    en: {
      ...{ title: "Senior Officials and Inter-Ministerial Meeting", place: "Phnom Penh" },
      notes:
        "The fourth Sub-regional Plan of Action (SPAIV, 2015–2018) was adopted. For the first time, civil society organisations addressed ministers in a session of their own.",
    },
    th: {
      ...{ title: "การประชุมเจ้าหน้าที่อาวุโสและระดับรัฐมนตรี", place: "พนมเปญ" },
      notes:
        "รับรองแผนปฏิบัติการระดับอนุภูมิภาคฉบับที่ 4 (SPAIV พ.ศ. 2558–2561) และเป็นครั้งแรกที่องค์กรภาคประชาสังคมกล่าวต่อรัฐมนตรีในช่วงการประชุมของตนเอง",
    },
  },
  {
    ...{ code: "RTF-2015-10", kind: "rtf", year: 2015, days: ["2015-10-15", "2015-10-16"], host: null },
    en: { title: "Regional Task Force, October 2015", place: "Bangkok" },
    th: { title: "การประชุมคณะทำงานระดับภูมิภาค ตุลาคม 2558", place: "กรุงเทพมหานคร" },
  },
  {
    ...{ code: "SOM11", kind: "som", year: 2016, days: ["2016-11-23", "2016-11-24"], host: "LAO" },
    en: {
      ...{ title: "Eleventh Senior Officials Meeting (SOM 11)", place: "Vientiane" },
      notes: "Since this meeting the Chair rotates each year to the host country.",
    },
    th: {
      ...{ title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 11 (SOM 11)", place: "เวียงจันทน์" },
      notes: "นับแต่การประชุมนี้ ตำแหน่งประธานหมุนเวียนทุกปีไปยังประเทศเจ้าภาพ",
    },
  },
  {
    ...{ code: "SOM14", kind: "som", year: 2020, days: ["2020-12-16", "2020-12-16"], host: "VNM" },
    en: {
      ...{ title: "Fourteenth Senior Officials Meeting (SOM 14)", place: "Hanoi" },
      notes: "SPAIV was still carried out and reviewed after 2018.",
    },
    th: {
      ...{ title: "การประชุมเจ้าหน้าที่อาวุโสครั้งที่ 14 (SOM 14)", place: "ฮานอย" },
      notes: "SPAIV ยังคงดำเนินการและได้รับการทบทวนหลังปี พ.ศ. 2561",
    },
  },
];

/** No page is known for certain where all of it can be read: the source is named, and the secretariat adds addresses. */
const source = "Public information about the COMMIT Process; the address of a page is not recorded";

/** Writes them into the calendar of a new plan, as held: what they agreed on is for the secretariat to say. */
export async function writeHistoricMeetings(tx: Transaction, planId: number): Promise<void> {
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true } });
  const date = (day: string | undefined) => (day === undefined ? null : new Date(`${day}T00:00:00Z`));
  for (const { code, kind, year, days, host, en, th } of historicMeetings)
    await tx.meeting.create({
      data: {
        ...{ planId, code, kind, year, state: "held", startsOn: date(days?.[0]), endsOn: date(days?.[1]) },
        hostUnitId: units.find((unit) => unit.code === host)?.id ?? null,
        texts: {
          create: [
            { locale: "en", ...en },
            { locale: "th", ...th },
          ],
        },
        sources: { create: { title: source } },
      },
    });
}
