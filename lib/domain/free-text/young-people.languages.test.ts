import { describe, expect, it } from "vitest";
import { youngParts } from "./young-people";

// Each language by itself, in words as young people or officials write them: all persons and schools are made up.

const schools: Record<string, readonly string[]> = {
  en: [
    "At Bright Future High School nobody spoke of it.",
    "We are pupils of Green Valley Junior High School.",
    "I am from Hoa Sen high school.",
    "Riverside Technical College took part.",
    "Lycée Sisowath",
    "We learn at School No. 5.",
    "Our school called Sunrise closed early.",
  ],
  th: [
    "โรงเรียนสวนดอกไม้พิทยา สอนเรื่องนี้แล้ว",
    "เราเรียนที่โรงเรียนวัดสวนดอก",
    "นักเรียนโรงเรียนบ้านหนองบัว",
    "โรงเรียนมัธยมดอกบัวขาว",
    "รร.ดอกบัวขาว",
    "วิทยาลัยเทคนิคเมืองทอง",
    "เบญจมาศพิทยาคม",
  ],
  vi: [
    "Trường THCS Hoa Sen đã dạy",
    "Em học ở trường Hoa Sen.",
    "trường Tiểu học Bình Minh",
    "Trường PTDTNT Sao Mai",
    "Trường Trung học phổ thông Lê Lợi",
  ],
  lo: ["ໂຮງຮຽນດອກຈຳປາ ສອນແລ້ວ", "ໂຮງຮຽນມັດທະຍົມສົມບູນ ດອກຈຳປາ", "ໂຮງຮຽນປະຖົມດອກຈຳປາ", "ວິທະຍາໄລຄູດອກຈຳປາ"],
  km: ["វិទ្យាល័យផ្កាឈូក", "អនុវិទ្យាល័យ ផ្កាឈូក បានបង្រៀន", "សាលាបឋមសិក្សាផ្កាឈូក", "សាលារៀនផ្កាឈូក", "សាលា ហ៊ុនសែនផ្កាឈូក"],
  my: ["အထက (၂) တွင် သင်ကြားသည်", "အ.လ.က ၅", "အမှတ် (၃) အခြေခံပညာအထက်တန်းကျောင်း", "ရွှေမြို့တော်အထက်တန်းကျောင်း", "အထက်တန်းကျောင်း အမှတ် (၁)"],
  zh: ["昆明市第三中学的学生", "我在花山县希望小学读书", "就读于光明中学", "阳光村小学", "来自明德中学"],
};

const people: readonly string[] = [
  "Somchai, 15",
  "Somchai (15 years)",
  "Somchai, 15\nwas sold.",
  "Malee S., 16, said so.",
  "Sok Dara, age 14, left.",
  "Nguyễn Văn A, 15 tuổi",
  "Nguyễn Thị Linh, năm nay 15 tuổi, nghỉ học",
  "Linh, em 14 tuổi",
  "นายสมชาย อายุ 15 ปี",
  "สมหญิง อายุ ๑๕ ปี",
  "น้องฟ้า วัย 14 ปี",
  "Somchai อายุ 15 ปี",
  "Sok Dara អាយុ ១៥ ឆ្នាំ",
  "សុខ ដារ៉ា អាយុ ១៥ ឆ្នាំ",
  "ដារ៉ា អាយុ ១៤ ឆ្នាំ",
  "ສົມພອນ ອາຍຸ 15 ປີ",
  "Khamla ອາຍຸ 14 ປີ",
  "ອ໋ອຍ ອາຍຸ ໑໕ ປີ",
  "အောင်အောင် အသက် ၁၅ နှစ်",
  "Aung Aung အသက် ၁၅ နှစ်",
  "ခင်ခင် အသက် 14 နှစ်",
  "张小花，15岁，被骗了",
  "李明（14岁）说",
  "王芳，今年15岁",
  "小明，15岁",
];

const passing: Record<string, readonly string[]> = {
  en: [
    "A Technical College should teach it.",
    "Junior High School pupils travel alone.",
    "Every Village School needs a counsellor.",
    "The Provincial Technical College and the Junior High School can help.",
    "In Chiang Rai (12) and Hanoi (15) we met.",
    "At schools near the border agents wait.",
    "From school to work is a dangerous year.",
    "High School and College students met in Bangkok.",
  ],
  th: [
    "โรงเรียนทุกแห่งควรสอนเรื่องนี้",
    "โรงเรียนมัธยมศึกษาควรมีครูแนะแนว",
    "โรงเรียนของเรา",
    "วิทยาลัยเทคนิค ควรสอนเรื่องนี้",
    "มหาวิทยาลัยและวิทยาลัยควรช่วย",
    "เยาวชน อายุ 15 ปี ควรมีส่วนร่วม",
    "ผู้ที่มี อายุ 15 ปี",
    "โรงเรียนในหมู่บ้าน",
  ],
  vi: [
    "Trường học ở mọi xã",
    "thị trường Trung Quốc",
    "môi trường Việt Nam",
    "Các trường THCS và THPT nên dạy",
    "Nhà trường Việt Nam",
    "Trẻ em 15 tuổi",
    "trường dạy nghề",
    "Trường Tiểu học ở miền núi",
  ],
  lo: [
    "ໂຮງຮຽນທຸກແຫ່ງຄວນສອນ",
    "ໂຮງຮຽນມັດທະຍົມຄວນມີຄູ",
    "ໂຮງຮຽນຂອງພວກເຮົາ",
    "ເດັກ ອາຍຸ 15 ປີ",
    "ມະຫາວິທະຍາໄລ ຄວນຊ່ວຍ",
    "ໄວໜຸ່ມ ອາຍຸ 15 ປີ ຄວນມີສ່ວນຮ່ວມ",
  ],
  km: [
    "វិទ្យាល័យទាំងអស់គួរបង្រៀន",
    "សាលារៀនគួរបង្រៀន",
    "សាលាដំបូងខេត្ត",
    "សាលាក្រុងភ្នំពេញ",
    "សាកលវិទ្យាល័យ",
    "យុវជន អាយុ ១៥ ឆ្នាំ",
    "កុមារ អាយុ ១៥ ឆ្នាំ",
  ],
  my: [
    "ကျောင်းသားများ",
    "အထက်တန်းကျောင်းတိုင်း",
    "အထက်ပါ အချက် ၅ ချက်",
    "ကလေးများ အသက် ၁၅ နှစ်",
    "လူငယ် အသက် ၁၅ နှစ်",
    "အခြေခံပညာအထက်တန်းကျောင်းများ",
  ],
  zh: [
    "每所中学都应该教",
    "农村小学缺老师",
    "我们学校",
    "在城市中学读书",
    "15岁的孩子不应该打工",
    "边境县的学校",
    "高中生，15岁",
    "职业学校",
  ],
};

const rows = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([language, all]) => all.map((written) => [language, written] as const));
const kindsIn = (written: string) => youngParts(written).map(({ kind }) => kind);

describe("in seven languages", () => {
  it.each(rows(schools))("a school is named, %s: %s", (_, written) => expect(kindsIn(written)).toContain("school"));
  it.each(people)("a person is named by age: %s", (written) => expect(kindsIn(written)).toContain("personName"));
  it.each(rows(passing))("nobody and no school is named, %s: %s", (_, written) => {
    expect(youngParts(written).map(({ start, end }) => written.slice(start, end))).toEqual([]);
  });
});
