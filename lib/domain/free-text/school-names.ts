import type { FoundPart } from "./found-part";

// A school is known by its kind, and named by what stands beside it. Kinds alone, and how a sentence goes on, name none.

const any = (words: string) => words.trim().split(/\s+/).join("|");
const begins = "(?<![\\p{L}\\p{M}])";
const word = "\\p{Lu}[\\p{L}\\p{M}'-]+";

/** Words with a capital before `School` that say which kind it is, or how many. */
const kinds = new Set(
  `
The A An Every Each Our Their My Your All Any Some Many Most No In At Of To For From And Or This That These Those One Two
If When After Before Near Not Only Both Other Another New Free Safe Good Local Public Private Government State National
International Provincial District Commune Community Village Township City Town Rural Urban Mobile Ethnic Minority Border
Primary Secondary Elementary Nursery Preschool High Higher Middle Lower Upper Junior Senior Basic General Boarding Day Night
Evening Weekend Sunday Summer Special Vocational Technical Teacher Teachers Teaching Training Nursing Medical Agricultural
Business Law Police Military Bible Buddhist Monastic Pagoda Catholic Christian Muslim Islamic Girls Boys Mixed Girl Boy
Out-of-School Post-Secondary Thai Lao Chinese Khmer Cambodian Burmese Myanmar Vietnamese Viet Nam ASEAN Mekong
`
    .trim()
    .split(/\s+/),
);
const english = new RegExp(`${begins}((?:${word}\\.? ){1,4})(?:School|College|Academy|Lycée)(?![\\p{L}])`, "gu");

const thai = any(`
  ๆ ทุก ควร ต้อง มี ไม่ เป็น จะ ได้ ให้ กับ เพื่อ ของ ใน ที่ ซึ่ง และ หรือ แต่ แล้ว นี้ นั้น แห่ง หลาย บาง เรา เขา ฉัน ผม หนู รัฐ เอกชน
  ประจำ สอน ทั่ว ทั้ง ส่วน เด็ก ผู้ คือ ช่วย ต่าง ใกล้ ไกล ชายแดน ชนบท ปลอดภัย จัด เปิด ปิด ก็ อาจ สามารถ โดย ตาม จาก ถึง จน เมื่อ ก่อน
  หลัง หนึ่ง สอง สาม ใหญ่ เล็ก ขนาด กวด สำหรับ ระดับ ร่วม ยัง อยู่ ไป มา นอก คน ครู ดี ใหม่ เดิม เดียว อื่น ใด ไหน ทำ รับ พา เช่น บ่อย ไหม
  ไว้ ด้วย กัน เลย นะ ค่ะ ครับ กำลัง เคย ถูก บอก พูด เก่า สีขาว วันละ ตอน ทาง ท้องถิ่น สังกัด
`);
const thaiKind = "(?:ประถม|มัธยม|อาชีวศึกษา|อาชีวะ|ศึกษา|สงเคราะห์|ตอนต้น|ตอนปลาย|ตำรวจตระเวนชายแดน|ขยายโอกาส|นานาชาติ)";

const lao = any(`
  ໆ ທຸກ ຄວນ ຕ້ອງ ມີ ບໍ່ ເປັນ ຈະ ໄດ້ ໃຫ້ ກັບ ເພື່ອ ຂອງ ໃນ ທີ່ ຊຶ່ງ ແລະ ຫຼື ຫລື ແຕ່ ແລ້ວ ນີ້ ນັ້ນ ແຫ່ງ ຫຼາຍ ຫລາຍ ບາງ ພວກ ເຮົາ ຂ້ອຍ ລັດ ເອກະຊົນ ປະຈຳ
  ສອນ ທົ່ວ ທັງ ເດັກ ຜູ້ ຄື ຊ່ວຍ ຕ່າງ ໃກ້ ໄກ ຊາຍແດນ ຊົນນະບົດ ປອດໄພ ຈັດ ເປີດ ປິດ ກໍ ອາດ ສາມາດ ໂດຍ ຕາມ ຈາກ ເຖິງ ຈົນ ເມື່ອ ກ່ອນ ຫຼັງ ໜຶ່ງ ສອງ ໃຫຍ່
  ນ້ອຍ ສຳລັບ ຍັງ ຢູ່ ໄປ ມາ ຄົນ ຄູ ດີ ໃໝ່ ອື່ນ ໃດ ເຮັດ ກຳລັງ ເຄີຍ ຖືກ ບອກ ລະດັບ
`);
const laoKind = "(?:ປະຖົມ|ມັດທະຍົມ|ສຶກສາ|ສົມບູນ|ຕອນຕົ້ນ|ຕອນປາຍ|ອະນຸບານ|ອາຊີວະສຶກສາ|ອາຊີວະ|ຊົນເຜົ່າ)";

const khmer = any(`
  ៗ ទាំង នីមួយ គួរ ត្រូវ មាន នៅ ក្នុង របស់ ដែល និង ឬ មិន ជា អាច នេះ នោះ ផ្សេង បាន ឲ្យ ឱ្យ អោយ ដើម្បី សម្រាប់ ដោយ ពី ទៅ នៃ ណា រដ្ឋ ឯកជន
  សាធារណៈ ច្រើន ខ្លះ គ្រប់ បង្រៀន កំពុង តាម ជិត ឆ្ងាយ ក៏ មួយ ពីរ បី បច្ចេកទេស ចំណេះ យើង ខ្ញុំ គឺ នឹង តែ ហើយ ទូទៅ ពុំ អំពី មក ធំ តូច
  ថ្មី ល្អ គ្រូ សិស្ស កុមារ ក្មេង ជួយ បើក បិទ តែង រួម ទូទាំង តំបន់ ជនបទ
`);

const chinese = any(`
  农村 乡村 山村 山区 边境 边远 城市 城镇 城区 乡镇 社区 地区 公立 私立 民办 公办 寄宿 国际 职业 技工 普通 重点 当地 附近 本地 一些 许多 很多 每 各 所有
  全部 全国 全市 全县 全省 全村 我 他 她 你 本 这 那 某 几 有 没 不 是 的 多 两 三 一 在 从 到 去 上 读 进 办 建 要 让 请 应 学校 中 小 同 原 该 其 哪
`);

const rules = [
  // At Hoa Sen high school; Lycée Sisowath; School No. 5.
  `${begins}(?:at|from|attend\\p{Ll}*|called|named) (?!(?:${[...kinds].join("|")}) )(?:${word} ){1,3}(?:\\p{Ll}+ ){0,2}(?:school|college|academy)(?![\\p{L}])`,
  `${begins}(?:Lycée|Collège|École) (?:de |du |d')?${word}`,
  `${begins}(?:School|College|school) (?:No\\.?|Number|number|#) ?\\d`,
  `${begins}(?:[Ss]chool|[Cc]ollege) (?:named|called) ${word}`,
  // Việt Nam: the same word ends others, as of a market or the environment.
  "(?<![\\p{L}\\p{M}])(?<!(?:môi|thị|công|hiện|lập|quảng|nhà|chiến|thương|nông|lâm|Môi|Thị|Công|Hiện|Lập|Nhà) )[Tt]rường (?:(?:THCS|THPT|TH|PTCS|PTDTNT|PTDTBT|DTNT|[Tt]iểu học|[Tt]rung học|[Cc]ơ sở|cơ sở|[Pp]hổ thông|[Mm]ầm non|[Mm]ẫu giáo|[Cc]ao đẳng|[Tt]rung cấp|[Dd]ân tộc|[Nn]ội trú|[Nn]ghề|[Ll]iên cấp|[Cc]huyên),? ){0,4}(?!(?:THCS|THPT|TH|PTCS|PTDTNT|PTDTBT|DTNT|Sa|Sơn|An|Việt|Thái|Lào|Trung|Cam|Tiểu|Phổ|Mầm|Mẫu|Cao|Dân|Nội|Nghề|Liên|Đại|Đảng)(?![\\p{L}\\p{M}]))\\p{Lu}[\\p{L}\\p{M}]*",
  // Thailand: a name follows at once, or after a space where it begins as schools' names do.
  `โรงเรียน${thaiKind}{0,3}(?!${thai}|${thaiKind})\\p{Script=Thai}{3,}`,
  `โรงเรียน${thaiKind}{0,3} ?(?:วัด|บ้าน|อนุบาล|เทศบาล|สาธิต|ชุมชน|เซนต์|พระ|ราช|สวน|เตรียม)\\p{Script=Thai}{2,}`,
  `(?:ร\\.ร\\.|รร\\.) ?(?!${thai})\\p{Script=Thai}{3,}`,
  `(?<!มหา)วิทยาลัย(?:เทคนิค|อาชีวศึกษา|เกษตรและเทคโนโลยี|การอาชีพ|พยาบาล|สารพัดช่าง|นาฏศิลป) ?(?!${thai}|แห่ง)\\p{Script=Thai}{3,}`,
  "\\p{Script=Thai}{3,}(?:วิทยาคม|พิทยาคม|พิทยาลัย|กุหลาบวิทยาลัย|ราชวิทยาลัย)",
  // Lao PDR.
  `ໂຮງຮຽນ${laoKind}{0,3}(?!${lao}|${laoKind})\\p{Script=Lao}{3,}`,
  `ໂຮງຮຽນ${laoKind}{1,3} (?!${lao}|${laoKind})\\p{Script=Lao}{3,}`,
  `(?<!ມະຫາ)ວິທະຍາໄລ(?:ເຕັກນິກ|ຄູ|ສາທາລະນະສຸກ|ກະສິກຳ|ເຕັກໂນໂລຊີ)? ?(?!${lao})\\p{Script=Lao}{3,}`,
  // Cambodia: the first word alone is also a hall or a court.
  `(?:សាលារៀន|សាលាបឋមសិក្សា|សាលាបឋម|សាលាមត្តេយ្យ|សាលាមធ្យមសិក្សា|(?<!មហា|សាកល)វិទ្យាល័យ) ?(?!${khmer})\\p{Script=Khmer}{3,}`,
  "(?:សាលា|វិទ្យាល័យ) ?(?:ហ៊ុន|ព្រះ|វត្ត|សម្តេច)\\p{Script=Khmer}{2,}",
  // Myanmar: its kind in short with a number; a number with its kind; a name before its kind.
  "(?:အ\\.? ?ထ\\.? ?က|အ\\.? ?လ\\.? ?က|အ\\.? ?မ\\.? ?က)\\.? ?\\(? ?\\d",
  "အမှတ် ?\\(? ?\\d{1,3} ?\\)? ?,? ?(?:အခြေခံ|အထက်တန်း|အလယ်တန်း|မူလတန်း)",
  "(?:အထက်တန်း|အလယ်တန်း|မူလတန်း)ကျောင်း ?(?:အမှတ်)? ?\\(? ?\\d",
  `${begins}(?!အခြေခံ|အစိုးရ|ပုဂ္ဂလိက|တိုင်း|ဒေသ|ကျေးရွာ|ကျွန်|မိမိ|ကလေး|လူငယ်|ကျောင်း)\\p{Script=Myanmar}{2,16}(?<!တိုင်း|သော|သည့်|ရှိ|များ|၏|နှင့်|မှ|ကို|တွင်|အတွက်|တို့|ပညာ|သည်|လျှင်)(?:အခြေခံပညာ)?(?:အထက်တန်း|အလယ်တန်း|မူလတန်း)ကျောင်း`,
  // China: numbered; of a place; or said with where somebody learns.
  "\\p{Script=Han}{2,6}第[一二三四五六七八九十\\d]{1,3}(?:中学|小学|高中|中)",
  `(?<!\\p{Script=Han})(?:在|来自|就读于|毕业于|我在|我来自)?(?!${chinese})[^\\P{Script=Han}的每各所有]{1,6}(?<!农|乡|山|城|社|地|边|我|本|全|各)(?:市|县|区|镇|乡|村)[^\\P{Script=Han}的每各所有]{0,6}(?:中学|小学|高中|初中|幼儿园|学校)(?!生)`,
  `(?:就读于|毕业于|来自|在)(?!${chinese})[^\\P{Script=Han}的每各所有]{2,6}(?:中学|小学|高中)(?!生)`,
].map((pattern) => new RegExp(pattern.normalize("NFKC"), "gu"));

/** What names a school, in a folded text. */
export function findSchools(folded: string): FoundPart<"school">[] {
  const named = [...folded.matchAll(english)].filter(({ 1: before }) =>
    before!
      .trim()
      .split(" ")
      .some((each) => !kinds.has(each.replace(/\.$/, ""))),
  );
  return [...named, ...rules.flatMap((rule) => [...folded.matchAll(rule)])].map(({ 0: all, index }) => ({
    kind: "school" as const,
    start: index,
    end: index + all.length,
  }));
}
