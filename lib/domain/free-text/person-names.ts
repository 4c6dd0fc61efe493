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

// Names that are common in the region, as they are written in Latin letters. A list finds but the commonest: it makes whoever
// writes look twice, and proves nothing.

const wordsOf = (list: string) => list.trim().split(/\s+/).join("|");

/** Beside another word with a capital, each of these is a person's name. Names that are places as well aren't among them. */
const given = wordsOf(`
  Anong Apinya Boonmee Chalerm Duangjai Jintana Kanchana Kanya Kittisak Ladda Lamai Malee Manop Narong Nattapong
  Niran Nittaya Nopporn Orathai Panida Patcharin Pimchanok Pornthip Pranee Prasert Prasit Ratree Sarawut Sasithorn
  Sirilak Siriporn Somchai Somjai Somkiat Sompong Somporn Somsak Somsri Suchart Sukanya Sunisa Supaporn Surasak
  Thanawat Wanida Wassana Weerachai Wichai Wilai Yupin
  Bopha Chanthy Chantrea Chenda Kosal Kunthea Leakena Phally Pisey Rithy Samnang Sambath Socheat Sokha Sokhom Sokny
  Sokunthea Sophea Sopheap Sothea Sothy Sovannary Srey Sreymom Sreyneang Thida Vannak Veasna Vichea Virak Visal Vuthy
  Bouakham Bounma Bounmy Bounthanh Chansamone Chanthone Khamla Khamphet Khamphone Khamsing Latsamy Manivanh Manivone
  Sengdeuane Sisavath Somboun Somphone Souksavanh Souphaphone Thongdy Thongsavanh Vilaysack
`);

/** A family name of Viet Nam, and what most often follows it. */
const family = wordsOf(`
  Nguyen Nguyễn Tran Trần Pham Phạm Hoang Hoàng Huynh Huỳnh Phan Vu Vũ Vo Võ Dang Đặng Bui Bùi Do Đỗ Ngo Ngô Duong
  Dương Le Lê Ly Lý Dinh Đinh Trinh Trịnh Truong Trương
`);
const middle = wordsOf("Thi Thị Van Văn Xuan Xuân Minh Ngoc Ngọc Huu Hữu Duc Đức Thanh Quoc Quốc Hong Hồng Thu Kim");

/** A family name of Cambodia, and given names that follow it. */
const khmerFamily = wordsOf(`
  Chan Chea Chhay Chhim Heng Hun Kao Keo Khem Khim Khun Kim Kong Lim Long Ly Mao Meas Mom Nhem Nuon Ouk Ouch Pen Phal
  Pich Prak Prum Sam San Sar Seng Sim Sin Sok Som Suon Tep Thach Touch Ung Yim Yin
`);
const khmerGiven = wordsOf(`
  Chann Channary Dara Davy Malis Mony Nary Phalla Pheap Phirun Piseth Raksmey Ratana Ratha Rattanak Reaksmey Sophal Sophy
  Sopheak Sovann Srey Theary Vanna Vannak Vanny Vibol Vuthea
`);

/** An office, behind which a name stands rather than a word of its own. */
const office = wordsOf(`
  Officer Inspector Sergeant Corporal Lieutenant Captain Colonel Judge Prosecutor Doctor Dr Prof Professor Nurse Teacher
`);
const noName = wordsOf(`
  Academy Advocate Advocates Association Assistant Board Corps Council Course Courses Curriculum Education Exchange Forum Generals
  General Guide Handbook In Manual Network Office Of Programme Programmes Recruitment School Training Trainings
`);

/** Two of these, one behind the other, are a name of Myanmar. */
const burmese = wordsOf(`
  Aung Aye Ba Cho Ei Hla Hlaing Hnin Htet Htun Khin Kyaw Kyi Lwin Maung Moe Mya Myint Naing Nwe Nyein Ohn Phyo Sandar Soe
  Su Swe Than Thandar Thant Thein Thwe Tin Tun Wai Win Yin Zaw Zin
`);

const capital = "\\p{Lu}[\\p{L}\\p{M}'-]+";
const begins = "(?<![\\p{L}\\p{M}'-])";
const ends = "(?![\\p{L}\\p{M}])";

/** Patterns, in the form that Unicode holds to be the same (NFKC). */
const commonNames: readonly string[] = [
  `${begins}(?:${given}) ${capital}`,
  `${begins}${capital} (?:${given})${ends}`,
  `${begins}(?:${family}) (?:${middle}) \\p{Lu}[\\p{L}\\p{M}]*`,
  `${begins}(?:Nguyen|Nguyễn) \\p{Lu}[\\p{L}\\p{M}]*`,
  `${begins}(?:${khmerFamily}) (?:${khmerGiven})${ends}`,
  `${begins}(?:${office})\\.? (?!(?:${noName})${ends})${capital}`,
  `${begins}(?:${burmese}) (?:${burmese})${ends}`,
  // Ranks of the Thai police and army, as they are shortened.
  "(?<![\\p{L}\\p{M}.])(?:[จส]\\.ส\\.[ตทอ]\\.|ด\\.ต\\.|ส\\.[ตทอ]\\.|[สรพ]\\.[ตทอ]\\.[ตทอ]\\.|พล\\.[ตทอ]\\.(?:[ตทอ]\\.)?) ?\\p{Script=Thai}{2,}",
  // How people are addressed, in Latin letters. Ma and Ko stand before nothing but a name of Myanmar.
  `${begins}(?:Daw|Khun|Neang|Thao) ${capital}`,
  `${begins}(?:Ma|Ko|U) (?:${burmese})${ends}`,
];

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
