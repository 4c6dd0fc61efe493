import { foldText } from "./folded-text";
import { apart, type FoundPart } from "./found-part";
import { findNames } from "./person-names";
import { findSchools } from "./school-names";

// Of young people nothing is told by which one of them could be found: no name, and no school. Stricter than what all words are
// held to, for who speaks here may be a child.

export const youngKinds = ["personName", "school"] as const;
export type YoungKind = (typeof youngKinds)[number];

const age = "(?:[5-9]|1\\d|2[0-5])";
/** Words with a capital that name nobody. */
const noName = `
  Goal Output Outcome Article Section Target Indicator Recommendation Grade Class Year Age Ages Aged Under Over
  Until From Between The We Our Young Youth Everyone Everybody Anyone Anybody Nobody Someone Children Girls Boys
  People Students If When In At On And Of Nam PDR Mekong Forum Cambodia China Lao Laos Myanmar Thailand Viet
  Vietnam Việt Thái Lào Trung Cam Cambodian Chinese Laotian Burmese Thai Vietnamese Khmer Hmong Karen Shan ASEAN
  Bangkok Hanoi Vientiane Beijing Phnom Yangon Naypyidaw Kunming Mandalay Chiang Ho Siem Hà Trẻ Các Những Mỗi
  SOM January February March April May June July August September October November December
`
  .trim()
  .split(/\s+/)
  .join("|");
const word = "\\p{Lu}[\\p{L}\\p{M}'-]+";
/** The second half of a place is no name either. */
const name = `(?<!(?:Chiang|Phnom|Siem|Viet|Việt|Lao|Ho|Ho Chi) )(?!(?:${noName})(?![\\p{L}\\p{M}]))${word}(?: \\p{Lu}[\\p{L}\\p{M}'-]*\\.?){0,3}`;
const begins = "(?<![\\p{L}\\p{M}])";

/** How what stands before an age begins where it tells of many, or of nobody: scripts without spaces have no other mark. */
const words = (list: string) => list.trim().split(/\s+/).join("|");
const noThai = words(`
  ๆ เยาวชน เด็ก หญิง ชาย ผู้ นักเรียน นักศึกษา คน ที่ ซึ่ง ตั้งแต่ น้อง วัย เรา บุตร ลูก ประชากร แรงงาน ทุก บุคคล ถึง ระหว่าง ไม่ มี ครู กลุ่ม
  กำหนด เมื่อ ก่อน หลัง ครบ ต่ำกว่า เกิน จาก ใน จน ยัง แม้ เฉลี่ย ช่วง และ หรือ กับ ของ ให้ เป็น คือ สำหรับ ประมาณ อย่าง ขั้น จำกัด โดย เพียง
  เพิ่ง เหยื่อ สมาชิก พ่อ แม่ พี่ เพื่อน อายุ
`);
const noLao = words(`
  ໆ ໄວໜຸ່ມ ໄວຫນຸ່ມ ຊາວໜຸ່ມ ເດັກ ຄົນ ຜູ້ ນັກຮຽນ ແມ່ຍິງ ຍິງ ຊາຍ ທີ່ ມີ ຕັ້ງແຕ່ ຕ່ຳກວ່າ ຕໍ່າກວ່າ ນ້ອງ ລູກ ທຸກ ເຖິງ ລະຫວ່າງ ບໍ່ ກຸ່ມ ກຳນົດ ເມື່ອ ກ່ອນ ຫຼັງ ຄົບ
  ເກີນ ຈາກ ໃນ ຈົນ ຍັງ ສະເລ່ຍ ຊ່ວງ ແລະ ຫຼື ກັບ ຂອງ ໃຫ້ ເປັນ ແມ່ນ ສຳລັບ ປະມານ ພຽງ ເຮົາ ພວກ ແຮງງານ
`);
const noKhmer = words(`
  ៗ យុវ ក្មេង កុមារ មនុស្ស អ្នក សិស្ស ស្ត្រី នារី បុរស ជន ដែល មាន ពី ចាប់ ក្រោម លើស គ្រប់ ដល់ តាំង សម្រាប់ និង ឬ ជាមួយ របស់ ឲ្យ ឱ្យ ជា គឺ
  ប្រហែល មុន ក្រោយ នៅ ក្នុង រវាង យើង ពលករ កូន បងប្អូន មិន មធ្យម
`);
const noMyanmar = words(`
  လူ ကလေး မိန်းကလေး ယောက်ျား ကျောင်းသား ကျောင်းသူ သူ အမျိုးသမီး အမျိုးသား ပျမ်းမျှ အနည်းဆုံး အများဆုံး နှင့် တွင် မှ သည် ရှိ အောက် အထက် ငယ်
  မိန်းမ အလုပ်သမား ကျွန် ထို ဤ သို့မဟုတ် လျှင် အကယ်
`);
/** One or two words of a script before an age: a name, where neither begins as others do. */
const bare = (script: string, aged: string, none: string, gap: " " | " ?") => {
  const run = `(?!${none})\\p{Script=${script}}{2,12}`;
  return `${begins}(?:${run} )?${run}[,၊]?${gap}${aged} ?${age}(?!\\d| ?-| ?ถึง| ?ເຖິງ| ?ដល់)`;
};

const names = [
  // Linh, a 15-year-old; Linh is 15 years old; Linh, aged 15; Linh 15 tuổi.
  `${begins}${name},? (?:who is |is |was |now )?(?:an? )?\\(?${age}(?:[- ]years?| tuổi)`,
  `${begins}${name},? (?:who is |is |was )?(?:aged|age) ${age}(?!\\d)`,
  // Linh, 15, says; Linh (15).
  `${begins}${name}, ${age}(?=[,.;:)\\n]| from | who |$)`,
  `${begins}${name} \\(${age}(?: (?:years?|yrs?|tuổi))?\\)`,
  `${begins}${name}(?:, (?:em|cháu)|,? (?:năm nay|mới)) ${age} tuổi`,
  `${begins}${name},? ?(?:អាយុ|ອາຍຸ|อายุ|วัย|အသက်) ?${age}(?!\\d)`,
  `(?<!\\d)${age}[- ]years?[- ]old (?:\\p{Ll}+ )?${name}`,
  `${begins}(?:friend|classmate|cousin|student|pupil|girl|boy|sister|brother|daughter|son),? ${name}`,
  `${begins}(?:[Bb]ạn|[Ee]m|[Cc]háu) ${name}`,
  `(?:น้อง|เด็กหญิง|เด็กชาย|ชื่อ) ?(?!ๆ|ที่|ซึ่ง|ผู้|สาว|ชาย)\\p{Script=Thai}{2,30},? ?(?:วัย|อายุ) ?\\d`,
  `(?:ນ້ອງ|ຊື່) ?(?!ໆ|ທີ່|ສາວ|ຊາຍ)\\p{Script=Lao}{2,30},? ?ອາຍຸ ?\\d`,
  `(?:မောင်|ကို|အမည်) ?\\p{Script=Myanmar}{2,30}[, ၊]{0,2}အသက် ?\\d`,
  bare("Thai", "(?:วัย|อายุ)", noThai, " "),
  bare("Lao", "ອາຍຸ", noLao, " "),
  bare("Khmer", "អាយុ", noKhmer, " ?"),
  bare("Myanmar", "အသက်", noMyanmar, " "),
  // A family name first.
  `(?<!\\p{Script=Han})(?!高[中一二三]|方[法案]|任何|向来|白天|金[额钱])[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔]\\p{Script=Han}{1,2}[,( ]{1,2}(?:今年)?${age}岁`,
  `小\\p{Script=Han}[,( ]{0,2}${age}岁|(?:名叫|叫做?)\\p{Script=Han}{2,3}[,( ]{0,2}${age}岁`,
].map((pattern) => new RegExp(pattern.normalize("NFKC"), "gu"));

const findAgedNames = (text: string): FoundPart<YoungKind>[] =>
  names.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: all, index }) => ({
      kind: "personName" as const,
      start: index,
      end: index + all.length,
    })),
  );

/** What names a young person, or a school: places in the text as it was written, from its beginning on, none over another. */
export function youngParts(written: string): FoundPart<YoungKind>[] {
  const { text, startOf, endOf } = foldText(written);
  return apart([...findNames(text), ...findAgedNames(text), ...findSchools(text)]).map(({ kind, start, end }) => ({
    kind,
    start: startOf(start),
    end: endOf(end - 1),
  }));
}
