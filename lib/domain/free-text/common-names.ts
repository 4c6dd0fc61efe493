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
export const commonNames: readonly string[] = [
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
