import { commonNames } from "./common-names";
import type { FoundPart } from "./found-part";

// A name is known by the word before it (in Chinese behind it). Each script has its own way to go on as a word that is no name.

const patterns = [
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mdm|Madam|MR|MRS|MS)\.? ?\p{Lu}[\p{L}\p{M}'-]*/gu,
  /(?<![\p{L}])(?:girl|boy|woman|man|victim|survivor|child|person|worker|migrant|she|he|her|him|suspect|offender|trafficker|mother|father|sister|brother)s?,?(?: who)?(?: is| was)? (?:named|called) \p{Lu}\p{L}+/gu,
  /(?<![\p{L}])(?:[Hh]er|[Hh]is|[Tt]he victim's|[Mm]y) name (?:is|was) \p{Lu}\p{L}+/gu,
  // Viet Nam. Bà Rịa and Bà Nà are places.
  /(?<![\p{L}])(?:[Ôô]ng|[Bb]à) (?!Rịa|Nà|Đen)\p{Lu}\p{L}*/gu,
  /(?<![\p{L}])(?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]háu|tên là|tên) (?:\p{Lu}\p{L}* ){1,4}\p{Lu}\p{L}*/gu,
  // Thailand. นายก, นายจ้าง, นายหน้า and the like are offices and trades.
  /(?<![\p{L}\p{M}])(?:นางสาว|น\.ส\.|ด\.ช\.|ด\.ญ\.|นาย(?!ก|จ้าง|หน้า|ทะเบียน|แพทย์|อำเภอ|ทหาร|ตำรวจ|ทุน|ช่าง|ประกัน|เรือ|ท้าย|ด่าน|ตรวจ)|นาง(?!แบบ|สาว|ฟ้า|พยาบาล|งาม)) ?\p{Script=Thai}{2,}/gu,
  /(?:หญิง|ชาย|เด็ก|คน|เหยื่อ|เสียหาย) ?ชื่อ ?\p{Script=Thai}{2,}/gu,
  // Cambodia.
  /(?<![\p{L}\p{M}])(?:លោកស្រី|អ្នកស្រី|កញ្ញា|ឈ្មោះ) ?\p{Script=Khmer}{2,}/gu,
  // Lao PDR.
  /(?<![\p{L}\p{M}])(?:ທ້າວ|ນາງສາວ|ນາງ|ຊື່ວ່າ) ?\p{Script=Lao}{2,}/gu,
  // Myanmar. ဦး also counts people, ဦးစီး and ဦးဆောင် lead, ဒေါ်လာ is a dollar.
  /(?<![\p{L}\p{M}\d])(?<!\d )(?:ဦး(?!စီး|တည်|ဆောင်|စား|ရေ|နှောက်|တို့|ကို|အား|သည်|က)|ဒေါ်(?!လာ)|မောင်) ?\p{Script=Myanmar}{2,}/gu,
  /အမည်(?:ရှိ|ရ) ?\p{Script=Myanmar}{2,}/gu,
  // China: a family name, a given name, and how its person is addressed.
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]\p{Script=Han}{0,2}(?:先生|女士|小姐)/gu,
  /(?:名叫|姓名[:： ]{1,2})\p{Script=Han}{2,4}/gu,
].map((pattern) => new RegExp(pattern.source.normalize("NFKC"), pattern.flags));

const common = commonNames.map((pattern) => new RegExp(pattern, "gu"));

const found = (folded: string, all: readonly RegExp[]): FoundPart<"personName">[] =>
  all.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ 0: name, index }) => ({
      kind: "personName" as const,
      start: index,
      end: index + name.length,
    })),
  );

/** What stands where a person's name stands. */
export const findNames = (folded: string) => found(folded, patterns);

/** What is a common name: a place or a house may be called so too, so that nothing is refused for it. */
export const findCommonNames = (folded: string) => found(folded, common);
