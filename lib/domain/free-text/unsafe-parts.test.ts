import { describe, expect, it } from "vitest";
import type { BlockedKind, WarnedKind } from "./found-part";
import { blockedParts, warnedParts } from "./unsafe-parts";

// As people write in reports: all persons and numbers are made up. One table of cases in one file, however long: whoever adds a
// shape sees beside it what has to pass.

const blocked: Record<BlockedKind, [written: string, found: string][]> = {
  email: [
    ["Write to somsri.j@msdhs.example.th for the list.", "somsri.j@msdhs.example.th"],
    ["ติดต่อ somsri@example.org หรือที่สำนักงาน", "somsri@example.org"],
    ["អ៊ីមែល៖ sok.dara@example.com.kh", "sok.dara@example.com.kh"],
    ["联系邮箱：zhang.wei＠example.cn", "zhang.wei＠example.cn"],
    ["Her mail is nguyen (at) example (dot) vn", "nguyen (at) example (dot) vn"],
    ["a\u200bnna@exa\u200bmple.org", "a\u200bnna@exa\u200bmple.org"],
    ["https://example.org/list?mail=anna@example.org", "mail=anna@example.org"],
  ].map(([written, found]) => [written!, found!.replace(/^mail=/, "")]),
  phone: [
    ["Call +855 12 345 678 after six.", "+855 12 345 678"],
    ["Her number is 012 345 678", "012 345 678"],
    ["Phnom Penh: (023) 123-456", "(023) 123-456"],
    ["ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨", "០១២ ៣៤៥ ៦៧៨"],
    ["+66 (0)81-234-5678", "+66 (0)81-234-5678"],
    ["โทร ๐๘๑-๒๓๔-๕๖๗๘ ได้ทุกวัน", "๐๘๑-๒๓๔-๕๖๗๘"],
    ["เบอร์ 0812345678", "0812345678"],
    ["สำนักงาน 02-123-4567 ต่อ 12", "02-123-4567"],
    ["Zalo 0912.345.678", "0912.345.678"],
    ["SĐT: 091 234 5678", "091 234 5678"],
    ["Điện thoại (024) 3824 1234", "(024) 3824 1234"],
    ["+84-91-234-56-78", "+84-91-234-56-78"],
    ["ໂທລະສັບ 020 5555 1234", "020 5555 1234"],
    ["ໂທ ໐໒໐໕໕໕໕໑໒໓໔", "໐໒໐໕໕໕໕໑໒໓໔"],
    ["856 20 5555 1234 is the village head", "856 20 5555 1234"],
    ["ဖုန်း ၀၉ ၄၂၁ ၂၃၄ ၅၆၇", "၀၉ ၄၂၁ ၂၃၄ ၅၆၇"],
    ["09-421234567", "09-421234567"],
    ["电话：138 1234 5678", "138 1234 5678"],
    ["手机13812345678", "13812345678"],
    ["0871-6512 3456", "0871-6512 3456"],
    ["０８１２３４５６７８", "０８１２３４５６７８"],
    [
      "0\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8",
      "0\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8",
    ],
    ["0 8 1 2 3 4 5 6 7 8", "0 8 1 2 3 4 5 6 7 8"],
    ["081–234–5678", "081–234–5678"],
    ["081\u00a0234\u20095678", "081\u00a0234\u20095678"],
    ["In 2016 she gave 081 234 5678 to us", "081 234 5678"],
    ["00856 20 55551234", "00856 20 55551234"],
    ["phone number: 123456", "123456"],
    ["https://wa.me/66812345678", "wa.me/66812345678"],
    ["list_0812345678_final.csv", "0812345678"],
    ["Call +1 202 555 0143", "+1 202 555 0143"],
  ],
  passport: [
    ["Passport no. AA1234567", "AA1234567"],
    ["Her passport: N 1234567", "N 1234567"],
    ["She travelled on E12345678.", "E12345678"],
    ["หนังสือเดินทางเลขที่ AB1234567", "AB1234567"],
    ["Hộ chiếu số B1234567", "B1234567"],
    ["护照号码：G12345678", "G12345678"],
    ["លិខិតឆ្លងដែនលេខ N01234567", "N01234567"],
    ["ໜັງສືຜ່ານແດນເລກທີ P1234567", "P1234567"],
    ["နိုင်ငံကူးလက်မှတ်အမှတ် MA123456", "MA123456"],
    ["passport number 123456789", "123456789"],
  ],
  identityCard: [
    ["ID 1-2345-67890-12-1", "1-2345-67890-12-1"],
    ["เลขประจำตัวประชาชน 1234567890121", "1234567890121"],
    ["๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑", "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑"],
    ["身份证号11010519491231002X", "11010519491231002X"],
    ["110105 19491231 002x", "110105 19491231 002x"],
    ["CCCD 001201012345", "001201012345"],
    ["CMND số 123456789", "123456789"],
    ["chứng minh nhân dân 123 456 789", "123 456 789"],
    ["អត្តសញ្ញាណប័ណ្ណលេខ 110123456", "110123456"],
    ["ບັດປະຈຳຕົວເລກທີ 1234567", "1234567"],
    ["NRC 12/OuKaMa(N)123456", "12/OuKaMa(N)123456"],
    ["၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆", "၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆"],
    ["identity card no. 110 123 456", "110 123 456"],
  ],
  caseNumber: [
    ["See case no. 123/2016 of the court.", "123/2016"],
    ["Case number: KHM-2016-017", "KHM-2016-017"],
    ["case #45", "45"],
    ["คดีหมายเลขดำที่ อ.123/2559", "อ.123/2559"],
    ["คดีอาญาที่ ๔๕/๒๕๖๐", "๔๕/๒๕๖๐"],
    ["vụ án số 12/2016/HSST", "12/2016"],
    ["案号：（2016）京0105刑初123号", "（2016）京0105刑初123号"],
    ["案件编号 2016-123", "2016-123"],
    ["សំណុំរឿងលេខ ១២៣ ចុះថ្ងៃទី", "១២៣"],
    ["ຄະດີເລກທີ 45/2016", "45/2016"],
    ["အမှုအမှတ် ၁၂၃/၂၀၁၆", "၁၂၃/၂၀၁၆"],
  ],
  birthDate: [
    ["Date of birth: 12/03/2001", "12/03/2001"],
    ["DOB 2001-03-12", "2001-03-12"],
    ["She was born on 12 March 2001 and", "12 March 2001"],
    ["born in Bokeo on 12 March 2001", "12 March 2001"],
    ["Born March 12, 2001", "March 12, 2001"],
    ["เกิดวันที่ 12 มีนาคม 2544", "12 มีนาคม 2544"],
    ["วันเกิด ๑๒/๐๓/๒๕๔๔", "๑๒/๐๓/๒๕๔๔"],
    ["ngày sinh: 12 tháng 3 năm 2001", "12 tháng 3 năm 2001"],
    ["sinh ngày 12.3.2001", "12.3.2001"],
    ["出生日期：2001年3月12日", "2001年3月12"],
    ["ថ្ងៃខែឆ្នាំកំណើត ១២ មីនា ២០០១", "១២ មីនា ២០០១"],
    ["ວັນເດືອນປີເກີດ 12/03/2001", "12/03/2001"],
    ["မွေးသက္ကရာဇ် ၁၂.၃.၂၀၀၁", "၁၂.၃.၂၀၀၁"],
  ],
};

describe("what says who somebody is, or how to reach them", () => {
  const cases = Object.entries(blocked).flatMap(([kind, all]) => all.map(([written, found]) => [kind, written, found]));
  it.each(cases)("%s in %j", (kind, written, found) => {
    const parts = blockedParts(written!).map(({ kind, start, end }) => [kind, written!.slice(start, end)]);
    expect(parts).toEqual([[kind, found]]);
  });
});

const passing = [
  // Years, periods, dates.
  ...[
    "In 2015-2018 the plan was carried out.",
    "2015, 2016, 2017 and 2018",
    "2015/16 and 2016/17",
    "2015 2016 2017 2018",
  ],
  ...[
    "The law came into force on 2016-05-12.",
    "Training on 12/05/2016 and 13/05/2016",
    "01.02-03.04.2016",
    "1-15.02.2016",
  ],
  ...[
    "from 01/01/2016 to 31/12/2016",
    "ระหว่างวันที่ 1 ม.ค. 2559 - 31 ธ.ค. 2559",
    "ngày 30 tháng 6 năm 2016",
    "2016年5月12日",
  ],
  ...["ថ្ងៃទី១២ ខែឧសភា ឆ្នាំ២០១៦", "ວັນທີ 12/05/2016", "၂၀၁၆ ခုနှစ် မေလ ၁၂ ရက်", "at 08:30-16:30 on 12 May 2016"],
  // Amounts.
  ...[
    "1,234,567 baht",
    "1.234.567 đồng",
    "1 234 567 kip",
    "12,345,678,901",
    "USD 1,000,000.50",
    "0.123456789",
    "3.14159265",
  ],
  ...[
    "13800000000 yuan were paid",
    "84 912 345 678 VND",
    "₭ 66812345678",
    "95.4%",
    "12.3456789 %",
    "45,6 %",
    "ร้อยละ ๙๕.๔",
  ],
  ...["1,127 victims, 211 of them children", "จำนวน 1,127 คน", "1.127 nạn nhân", "共1127人"],
  // Rows of counts.
  ...[
    "0 1 2 3 0 5 7 8 9 0 12",
    "0, 12, 0, 5, 3, 2, 1, 0, 0",
    "12 34 56 78 90 12",
    "28 + 9 + 6 + <5 = 44",
    "0 0 0 0 0 0 0 0 0 0 1",
  ],
  ...["0-17: 12; 18+: 34", "15-17 years", "0\t1\t2\t3\t4\t5\t6\t7\t8\t9"],
  // Law.
  ...[
    "Anti-Trafficking in Persons Act B.E. 2551 (2008)",
    "พ.ร.บ. ป้องกันและปราบปรามการค้ามนุษย์ พ.ศ. ๒๕๕๑",
    "Sub-Decree 126",
  ],
  ...[
    "Law No. 66/2011/QH12",
    "Nghị định số 62/2012/NĐ-CP",
    "Resolution 55/25, A/RES/55/25",
    "Article 244, paragraph 2(a)",
  ],
  ...[
    "Prakas No. 073 MoSVY",
    "Decree No. 162/PMO of 2015",
    "国发〔2013〕19号",
    "ច្បាប់លេខ នស/រកម/០២០៨/០០៥",
    "Penal Code 2015 art. 150-151",
  ],
  ...["ที่ พม 0205.01/12345", "ປະມວນກົດໝາຍອາຍາ ມາດຕາ 215", "ပုဒ်မ ၂၄", "ILO Convention No. 182 (1999)", "ST/SG/2016/1"],
  // Codes and addresses.
  ...[
    "Output 4.1.1 and outcome G3.2",
    "G5.2.1-a",
    "activity KHM-2016-07",
    "WP-KHM-2016",
    "SOM11-D3",
    "section 4.1.1 2015 2016",
  ],
  ...["https://www.ohchr.org/Documents/2016/0812345678.pdf", "www.mfa.gov.kh/2016/012345678", "ISBN 978-974-680-123-4"],
  ...["https://example.org/f/AA1234567/11010519491231002X", "doi:10.1016/j.socscimed.2015.01234", "10.1016/0812345678"],
  // Words that stand before such numbers, and mean something else.
  ...[
    "Case numbers rose to 45 in 2016.",
    "case study 3",
    "12 cases, 5 of them prosecuted",
    "In case 2 of 3 provinces agree",
    "case 1: labour",
  ],
  ...["จำนวนคดี 123 คดี", "số vụ án: 45", "案件123起", "ចំនួនករណី 45", "ຈຳນວນຄະດີ 45", "အမှု ၄၅ မှု"],
  ...[
    "1,200 identity cards in 2016",
    "123456 identity cards were issued",
    "A passport costs 1000 baht.",
    "45 passports returned",
  ],
  ...[
    "telephone survey of 123456 persons",
    "Hotline 1300 had 12,345 calls",
    "สายด่วน 1300",
    "Tổng đài 111",
    "hotline 1280 and 117",
  ],
  ...[
    "children born in 2016",
    "born to 12 mothers in 2016",
    "babies born between 2015 and 2016",
    "เด็กที่เกิดในปี 2559",
    "出生登记率95%",
  ],
  ...[
    "We met @unodc_seap at 10:30",
    "50 kg @ 2.50 baht",
    "meet @ the border",
    "Q1: 12, Q2: 34",
    "3 x 4 = 12",
    "ISO 3166-1",
  ],
  ...["", "No figures yet.", "ไม่มีข้อมูล", "暂无数据", "n/a", "18+", "+12 more than in 2015"],
];

describe("what passes", () => {
  it.each(passing)("%j", (written) => {
    expect(blockedParts(written)).toEqual([]);
  });

  it("is most of what is written", () => expect(passing.length).toBeGreaterThan(100));
});

const warned: Record<WarnedKind, string[]> = {
  smallCount: [
    ...[
      "Two girls aged 15 were found.",
      "a 15-year-old was identified",
      "2 Lao nationals were returned",
      "one victim from Attapeu",
    ],
    ...[
      "Three Cambodian women and their children",
      "หญิงอายุ 15 ปี 2 คน",
      "หญิงสัญชาติลาว สองคน",
      "ผู้เสียหาย ๓ คน จากจังหวัดตราด",
    ],
    ...["2名15岁女孩", "来自云南省的3名妇女", "hai em 15 tuổi", "3 phụ nữ từ tỉnh An Giang", "ក្មេងស្រី ២ នាក់ អាយុ ១៥ ឆ្នាំ"],
    ...["ເດັກຍິງ 2 ຄົນ ອາຍຸ 15 ປີ", "အသက် ၁၅ နှစ်အရွယ် မိန်းကလေး ၂ ဦး", "4 victims in Ratanakiri", "one Rohingya boy"],
    ...["In Mae Sot 3 women were turned away.", "A girl of 15 years was turned away.", "a boy 14 years of age"],
    ...["She came with two others from Bokeo.", "Near Poipet the police found one child."],
  ],
  personName: [
    ...[
      "Mr. Sok Dara reported it.",
      "Ms Chan",
      "a girl named Somsri",
      "the victim, who was called Dara",
      "Her name is Anna",
    ],
    ...["นางสาวสมศรี ใจดี", "นาย สมชาย ใจดี เป็นพยาน", "ด.ญ.สมศรี", "ស្ត្រីម្នាក់ ឈ្មោះ សុខា", "ທ້າວ ສົມພອນ", "ນາງ ຄຳຫຼ້າ"],
    ...["ဦး အောင်အောင်", "ဒေါ် ခင်ခင်", "ông Nguyễn Văn A", "chị Trần Thị Bình", "张伟先生", "李女士", "一名女孩，名叫小芳"],
    ...[
      "Somchai Jaidee told us",
      "It was Malee Srisuk.",
      "Nguyen Van A, Tran Thi Binh",
      "Nguyễn Hoa",
      "Sok Samnang left",
    ],
    ...[
      "Aung Aung and others",
      "Hnin Wai came back",
      "Daw Khin",
      "Ko Zaw",
      "Khun Lek",
      "Chanthone Vongsa of the village",
    ],
  ],
};
const unremarkable = [
  ...[
    "Two laws in Cambodia were adopted.",
    "127 girls aged 15-17 were trained",
    "Goal 3 victims",
    "5 victims from Attapeu",
    "children under 18",
  ],
  ...[
    "girls aged 15-17",
    "four provinces",
    "1,002 women from Thailand",
    "24 people in Kandal",
    "0.4 people in Kandal",
    "one-stop centres in Hanoi",
  ],
  ...["นายกรัฐมนตรี", "นายจ้าง 12 ราย", "ทนายความ", "พนักงานสอบสวน 45 คน จากจังหวัดตราด", "เด็กหญิง 120 คน", "นายหน้าจัดหางาน"],
  ...[
    "ဦးစီးဌာန",
    "၄၅ ဦး",
    "ဒေါ်လာ ၁၀၀",
    "Bà Rịa - Vũng Tàu",
    "tiếng Anh",
    "女士们、先生们",
    "公安部",
    "国家机关共12人",
    "the Ministry called SPAIV a success",
  ],
  ...[
    "a project named Safe Migration",
    "The Mrs. award",
    "Police trained 300 officers in Hanoi.",
    "11 workers in Bangkok",
    "2015 women from Laos",
  ],
];

describe("what may say who somebody is", () => {
  const cases = Object.entries(warned).flatMap(([kind, all]) => all.map((written) => [kind, written]));
  it.each(cases)("%s in %j", (kind, written) => {
    expect(warnedParts(written!).map(({ kind }) => kind)).toContain(kind);
    expect(blockedParts(written!)).toEqual([]);
  });

  it.each(unremarkable)("is nothing in %j", (written) => expect(warnedParts(written)).toEqual([]));
});
