import { describe, expect, it } from "vitest";
import { type YoungKind, youngParts } from "./young-people";

// As young people might write, or somebody for them: all persons and schools are made up.

const refused: Record<YoungKind, string[]> = {
  personName: [
    "Linh, 15, told us that agents come to the village.",
    "Sokha (15) was promised work.",
    "Dara is 15 years old.",
    "A 15-year-old girl named Malee left home.",
    "15-year-old Malee left home.",
    "Malee, a 15-year-old, left home.",
    "My friend Malee went to the city.",
    "Nguyễn Thị Linh, aged 15",
    "Her name is Malee.",
    "Malee Suk, 15 from Isan",
    "Em Linh muốn đi học.",
    "Linh 15 tuổi, nghỉ học để đi làm.",
    "bạn Hoa kể lại",
    "chị Trần Thị Hoa",
    "น้องมะลิ อายุ 15 ปี ออกจากโรงเรียน",
    "น้องมะลิอายุ ๑๕ ปี",
    "เด็กหญิงมะลิ วัย 15 ปี",
    "ด.ญ.มะลิ",
    "ນ້ອງມະລິ ອາຍຸ 15 ປີ",
    "ឈ្មោះ មាលី អាយុ ១៥ ឆ្នាំ",
    "မောင်အောင် အသက် ၁၅ နှစ်",
    "小明，15岁，去城里打工",
    "名叫王小明",
  ],
  school: [
    "We learned it at Bright Future High School.",
    "St. Mary School",
    "Trường THCS Hoa Sen đã dạy",
    "โรงเรียนวัดสวนดอก",
    "昆明市第三中学的学生",
  ],
};

const passing = [
  "Teach every student at school, from the age of 12, how agents cheat.",
  "Young people of 15 to 25 should be asked.",
  "Ask at the market of Khun Yuam, and in Thao Dien.",
  "In Thailand (15) and Viet Nam (12) we met.",
  "By 15 March, 18 of us had spoken.",
  "Every High School needs a counsellor.",
  "Children under 15 need an adult whom they trust.",
  "A 15-year-old Cambodian may cross the border alone.",
  "Primary School pupils",
  "Goal 4, 15 of 28 of us said so.",
  "Ask a girl or a boy from each district.",
  "My friend was cheated.",
  "เยาวชนอายุ 15 ถึง 25 ปี ควรมีส่วนร่วม",
  "เด็กหญิงที่อายุ 15 ปีควรได้เรียนต่อ",
  "น้อง ๆ อายุ 15 ปี",
  "โรงเรียนทุกแห่งควรสอนเรื่องนี้",
  "Các em 15 tuổi cần được học.",
  "Trường học ở mọi xã",
  "15岁的孩子不应该打工",
  "每所中学都应该教",
  "យុវជនអាយុ ១៥ ឆ្នាំ",
  "ໄວໜຸ່ມອາຍຸ 15 ປີ",
  "အသက် ၁၅ နှစ်အောက် ကလေးများ",
];

describe("of young people", () => {
  const cases = Object.entries(refused).flatMap(([kind, all]) => all.map((written) => [kind, written] as const));
  it.each(cases)("no %s is told: %s", (kind, written) => {
    expect(youngParts(written).map((part) => part.kind)).toContain(kind);
  });

  it.each(passing)("this tells of nobody: %s", (written) => {
    expect(youngParts(written).map(({ start, end }) => written.slice(start, end))).toEqual([]);
  });

  it("takes time in proportion to the text", () => {
    const long = "Linh Ha ".repeat(20_000);
    const begun = performance.now();
    youngParts(long);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
