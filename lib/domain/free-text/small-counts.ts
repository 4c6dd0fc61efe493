import { anyOf } from "./folded-text";
import type { FoundPart } from "./found-part";

const alone = "(?<![\\d.,/-])[1-4](?![\\d.,/:%-]?\\d|%)";
/** One to four people, in words of each language. */
const counts = [
  "(?<![\\p{L}\\p{M}])(?:one|two|three|four|NUMBER) (?:[\\p{L}-]{1,20} ){0,3}?(?:girls?|boys?|women|woman|men|man|child|children|victims?|survivors?|minors?|persons?|people|nationals?|workers?|migrants?|females?|males?|teenagers?|infants?|others?|sisters?|brothers?|mothers?|daughters?|sons?)(?![\\p{L}])",
  "(?<![\\p{L}\\p{M}])(?:một|hai|ba|bốn|NUMBER) (?:[\\p{L}\\p{M}-]{1,12} ){0,2}?(?:em|cháu|bé|người|nạn nhân|phụ nữ|trẻ em|trẻ|cô gái|nam|nữ)(?![\\p{L}])",
  "(?:หนึ่ง|สอง|สาม|สี่|NUMBER) ?(?:คน|ราย)",
  "(?:ໜຶ່ງ|ສອງ|ສາມ|ສີ່|NUMBER) ?(?:ຄົນ)",
  "(?:មួយ|ពីរ|បី|បួន|NUMBER) ?(?:នាក់)",
  "(?:တစ်|နှစ်|သုံး|လေး|NUMBER) ?(?:ဦး|ယောက်)",
  "(?:[一两二三四]|NUMBER) ?(?:[名位个](?:[\\p{Script=Han}\\d]{0,8}?)(?:女|男|儿童|孩|人|者|妇|公民|工)|人)",
].map((pattern) => new RegExp(normal(pattern).replace("NUMBER", alone), "giu"));

/** What, with so few, tells who they are. */
const beside = new RegExp(
  [
    "(?<![\\p{L}])ages? \\d|(?<![\\p{L}])aged (?:of )?(?:about )?\\d|\\d{1,2}[- ]years?[- ](?:old|of age)|(?<![\\p{L}])(?:girls?|boys?|women|woman|men|man|child|children|victims?|survivors?|persons?) of \\d{1,2}(?!\\d)|\\d{1,2} tuổi|\\d{1,2} ?岁",
    "(?:อายุ|អាយុ|ອາຍຸ|အသက်) ?(?:ប្រហែល |ประมาณ )?\\d",
    anyOf(["province", "district", "village", "township", "commune", "tỉnh", "huyện", "xã", "quận", "quốc tịch"]),
    "จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|สัญชาติ|ชาวกัมพูชา|ชาวลาว|ชาวเมียนมา|ชาวพม่า|ชาวเวียดนาม|ชาวจีน|ชาวไทย|省|市|县|村|籍|来自",
    "ខេត្ត|ស្រុក|ភូមិ|សញ្ជាតិ|ជនជាតិ|ແຂວງ|ເມືອງ|ບ້ານ|ສັນຊາດ|ຊາວ|ပြည်နယ်|မြို့|ရွာ|နိုင်ငံသား|ခရိုင်",
    anyOf([
      "cambodian",
      "khmer",
      "lao",
      "laotian",
      "thai",
      "vietnamese",
      "viet namese",
      "chinese",
      "burmese",
      "myanmar",
      "rohingya",
      "shan",
      "hmong",
      "karen",
      "người lào",
      "người thái",
      "người việt",
      "người campuchia",
    ]),
  ]
    .map(normal)
    .join("|"),
  "iu",
);
/** A name of a place in English and Vietnamese begins with a capital. */
const place =
  /(?<![\p{L}])(?:[Ff]rom|[Ii]n|[Aa]t|[Nn]ear|[Tt]ừ|Ở|ở|[Tt]ại) (?!Goal|Article|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}\p{L}/u;
const lone =
  /(?<![\p{L}\d-])\d{1,2}[- ]years?[- ](?:old|of age)(?![\p{L}])|(?<![\p{L}])an? (?:\p{Ll}+ )?(?:girl|boy|woman|man|child|victim|survivor) of \d{1,2}(?![\d,.]\d|\d)/giu;
/** As far as somebody reads two words as one. */
const reach = 60;

function normal(pattern: string): string {
  return pattern.normalize("NFKC");
}

/** One to four people beside an age, a place or a citizenship, and a single person's age. */
export function findSmallCounts(folded: string): FoundPart<"smallCount">[] {
  const part = (start: number, length: number) => ({ kind: "smallCount" as const, start, end: start + length });
  const found = counts.flatMap((pattern) =>
    [...folded.matchAll(pattern)].flatMap(({ 0: all, index }) => {
      const before = folded
        .slice(Math.max(0, index - reach), index)
        .split(/[.!?;\n。]/)
        .at(-1)!;
      const behind = folded.slice(index, index + all.length + reach).split(/[.!?;\n。]/)[0]!;
      return beside.test(before + behind) || place.test(behind) || place.test(before) ? [part(index, all.length)] : [];
    }),
  );
  return [...found, ...[...folded.matchAll(lone)].map(({ 0: all, index }) => part(index, all.length))];
}
