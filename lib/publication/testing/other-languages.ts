import type { PublicationDocument } from "../document";
import { sampleDocument } from "./sample-document";

// The sample in the other languages of the region, for what goes wrong with scripts: fonts, line height, breaks, languages.

interface Wording {
  title: string;
  subtitle: string;
  contents: string;
  page: string;
  value: string;
  table: string;
  internal: string;
  notice: string;
  lead: string;
  /** In the order of the sample's own. */
  statuses: string[];
}

const wordings: Record<"th" | "km" | "lo" | "my" | "vi" | "zh", Wording> = {
  th: {
    title: "รายงานประจำปีระดับภูมิภาค พ.ศ. 2560",
    subtitle: "แผนปฏิบัติการระดับอนุภูมิภาคว่าด้วยการต่อต้านการค้ามนุษย์ (SPAIV) 2015–2018",
    contents: "สารบัญ",
    page: "หน้า {page} จาก {pages}",
    value: "ภาพที่ {number}",
    table: "ตารางที่ {number}",
    internal: "ภายใน ไม่ปกปิดข้อมูล",
    notice: "ค่าทั้งหมดเป็นค่าสมมติ",
    lead: "ในปี 2017 ผลลัพธ์ระดับประเทศ 211 จาก 337 รายการ (63%) เป็นไปตามแผน ผู้เสียหายได้รับการคัดแยกและส่งต่อผ่านกลไกการส่งต่อระดับชาติที่ใช้งานได้จริง",
    statuses: [
      "บรรลุแล้ว",
      "คงระดับไว้",
      "เป็นไปตามแผน",
      "ต้องเร่งดำเนินการ",
      "ก้าวหน้าจำกัด",
      "ถอยห่างจากเป้าหมาย",
      "รอดำเนินการ",
      "ไม่บรรลุ",
      "ยังไม่ได้ประเมิน",
      "ปกปิด",
      "ไม่มีค่า",
      "ไม่เกี่ยวข้อง",
      "ยังไม่มีรายงานที่ได้รับอนุมัติ",
      "ยังคงบรรลุ",
      "บรรลุภายหลัง",
      "ไม่บรรลุอีกต่อไป",
      "ยังคงไม่บรรลุ",
    ],
  },
  km: {
    title: "របាយការណ៍ប្រចាំឆ្នាំថ្នាក់តំបន់ ២០១៧",
    subtitle: "ផែនការសកម្មភាពអនុតំបន់ប្រឆាំងការជួញដូរមនុស្ស (SPAIV) ២០១៥–២០១៨",
    contents: "មាតិកា",
    page: "ទំព័រ {page} នៃ {pages}",
    value: "រូបភាពទី {number}",
    table: "តារាងទី {number}",
    internal: "ផ្ទៃក្នុង មិនលាក់ទិន្នន័យ",
    notice: "តម្លៃទាំងអស់ជាតម្លៃសន្មត",
    lead: "នៅឆ្នាំ ២០១៧ លទ្ធផលប្រទេស ២១១ ក្នុងចំណោម ៣៣៧ (63%) ដំណើរការតាមផែនការ។ ជនរងគ្រោះត្រូវបានកំណត់អត្តសញ្ញាណទាន់ពេល និងបញ្ជូនតាមយន្តការបញ្ជូនជាតិដែលដំណើរការ។",
    statuses: [
      "សម្រេចបាន",
      "រក្សាបាន",
      "តាមផែនការ",
      "ត្រូវពន្លឿន",
      "វឌ្ឍនភាពមានកម្រិត",
      "ឃ្លាតពីគោលដៅ",
      "កំពុងរង់ចាំ",
      "មិនសម្រេច",
      "មិនបានវាយតម្លៃ",
      "បានលាក់",
      "គ្មានតម្លៃ",
      "មិនពាក់ព័ន្ធ",
      "មិនទាន់មានរបាយការណ៍ដែលបានអនុម័ត",
      "នៅតែសម្រេចបាន",
      "សម្រេចបានក្រោយមក",
      "លែងសម្រេចបាន",
      "នៅតែមិនសម្រេច",
    ],
  },
  lo: {
    title: "ບົດລາຍງານປະຈຳປີລະດັບພາກພື້ນ 2017",
    subtitle: "ແຜນປະຕິບັດງານອະນຸພາກພື້ນຕ້ານການຄ້າມະນຸດ (SPAIV) 2015–2018",
    contents: "ສາລະບານ",
    page: "ໜ້າ {page} ຈາກ {pages}",
    value: "ຮູບທີ {number}",
    table: "ຕາຕະລາງທີ {number}",
    internal: "ພາຍໃນ ບໍ່ປົກປິດຂໍ້ມູນ",
    notice: "ຄ່າທັງໝົດແມ່ນຄ່າສົມມຸດ",
    lead: "ໃນປີ 2017 ຜົນໄດ້ຮັບລະດັບປະເທດ 211 ຈາກ 337 ລາຍການ (63%) ເປັນໄປຕາມແຜນ. ຜູ້ຖືກເຄາະຮ້າຍໄດ້ຮັບການຈຳແນກ ແລະ ສົ່ງຕໍ່ຜ່ານກົນໄກສົ່ງຕໍ່ແຫ່ງຊາດ.",
    statuses: [
      "ບັນລຸແລ້ວ",
      "ຮັກສາໄວ້",
      "ຕາມແຜນ",
      "ຕ້ອງເລັ່ງລັດ",
      "ກ້າວໜ້າຈຳກັດ",
      "ຫ່າງອອກຈາກເປົ້າໝາຍ",
      "ລໍຖ້າ",
      "ບໍ່ບັນລຸ",
      "ບໍ່ໄດ້ປະເມີນ",
      "ປົກປິດ",
      "ບໍ່ມີຄ່າ",
      "ບໍ່ກ່ຽວຂ້ອງ",
      "ຍັງບໍ່ມີບົດລາຍງານທີ່ໄດ້ຮັບການອະນຸມັດ",
      "ຍັງບັນລຸຢູ່",
      "ບັນລຸພາຍຫຼັງ",
      "ບໍ່ບັນລຸອີກແລ້ວ",
      "ຍັງບໍ່ບັນລຸ",
    ],
  },
  my: {
    title: "ဒေသတွင်း နှစ်ပတ်လည်အစီရင်ခံစာ ၂၀၁၇",
    subtitle: "လူကုန်ကူးမှုတိုက်ဖျက်ရေး ဒေသခွဲလုပ်ငန်းစီမံချက် (SPAIV) ၂၀၁၅–၂၀၁၈",
    contents: "မာတိကာ",
    page: "စာမျက်နှာ {pages} တွင် {page}",
    value: "ပုံ {number}",
    table: "ဇယား {number}",
    internal: "ဌာနတွင်းသုံး၊ အချက်အလက်မဖုံးကွယ်ထား",
    notice: "တန်ဖိုးအားလုံးသည် စိတ်ကူးယဉ်ဖြစ်သည်။",
    lead: "၂၀၁၇ ခုနှစ်တွင် နိုင်ငံအလိုက်ရလဒ် ၃၃၇ ခုအနက် ၂၁၁ ခု (63%) သည် စီမံချက်အတိုင်းဖြစ်သည်။ လူကုန်ကူးခံရသူများကို စောစီးစွာဖော်ထုတ်ပြီး အမျိုးသားလွှဲပြောင်းရေးယန္တရားမှတစ်ဆင့် လွှဲပြောင်းပေးသည်။",
    statuses: [
      "ပြည့်မီပြီး",
      "ထိန်းသိမ်းထား",
      "စီမံချက်အတိုင်း",
      "အရှိန်မြှင့်ရန်လို",
      "တိုးတက်မှုနည်း",
      "ပန်းတိုင်မှဝေးကွာ",
      "ဆောင်ရွက်ဆဲ",
      "မပြည့်မီ",
      "မအကဲဖြတ်ရသေး",
      "ဖုံးကွယ်ထား",
      "တန်ဖိုးမရှိ",
      "မသက်ဆိုင်",
      "အတည်ပြုပြီးသော အစီရင်ခံစာ မရှိသေး",
      "ဆက်လက်ပြည့်မီ",
      "နောက်မှပြည့်မီ",
      "မပြည့်မီတော့",
      "ဆက်လက်မပြည့်မီ",
    ],
  },
  vi: {
    title: "Báo cáo thường niên khu vực 2017",
    subtitle: "Kế hoạch hành động tiểu vùng phòng, chống mua bán người (SPAIV), 2015–2018",
    contents: "Mục lục",
    page: "Trang {page} / {pages}",
    value: "Hình {number}",
    table: "Bảng {number}",
    internal: "nội bộ, không che số liệu",
    notice: "Mọi giá trị đều là giả định.",
    lead: "Năm 2017, 211 trong 337 kết quả quốc gia được đánh giá (63%) đúng tiến độ. Nạn nhân được xác định sớm và chuyển tuyến qua cơ chế chuyển tuyến quốc gia.",
    statuses: [
      "Đã đạt",
      "Được duy trì",
      "Đúng tiến độ",
      "Cần đẩy nhanh",
      "Tiến bộ hạn chế",
      "Đi xa mục tiêu",
      "Đang chờ",
      "Không đạt",
      "Chưa đánh giá",
      "Đã che",
      "Không có giá trị",
      "Không áp dụng",
      "Chưa có báo cáo được phê duyệt",
      "Vẫn đạt",
      "Đạt sau thời hạn",
      "Không còn đạt",
      "Vẫn không đạt",
    ],
  },
  zh: {
    title: "2017年区域年度报告",
    subtitle: "湄公河次区域反拐进程第四个次区域行动计划（SPAIV），2015—2018年",
    contents: "目录",
    page: "第 {page} 页，共 {pages} 页",
    value: "图 {number}",
    table: "表 {number}",
    internal: "内部资料，未作隐匿处理",
    notice: "所有数值均为虚构。",
    lead: "2017年，337项已评估的国家结果中有211项（63%）“按计划进行”。被害人能够得到及早识别，并通过有效的国家转介机制得到转介……",
    statuses: [
      "已实现",
      "已保持",
      "按计划进行",
      "需要加快",
      "进展有限",
      "背离目标",
      "待定",
      "未实现",
      "未评估",
      "已隐匿",
      "无数值",
      "不适用",
      "尚无获批报告",
      "仍然实现",
      "后来实现",
      "不再实现",
      "仍未实现",
    ],
  },
};

export function sampleIn(language: keyof typeof wordings): PublicationDocument {
  const wording = wordings[language];
  const names = Object.keys(sampleDocument.words.statuses) as (keyof PublicationDocument["words"]["statuses"])[];
  const statuses = Object.fromEntries(
    names.map((name, index) => [name, mustHave(wording.statuses[index], name)]),
  ) as typeof sampleDocument.words.statuses;
  const [findings, goal] = sampleDocument.chapters;
  return {
    ...sampleDocument,
    language,
    title: wording.title,
    subtitle: wording.subtitle,
    kicker: wording.title,
    notices: [wording.notice],
    words: { ...sampleDocument.words, ...wording, running: wording.title, statuses },
    chapters: [
      {
        ...findings!,
        title: wording.lead.slice(0, 60),
        blocks: [
          { kind: "paragraph", look: "lead", text: wording.lead },
          { kind: "paragraph", text: `${wording.lead} ${wording.lead}` },
          { kind: "list", ordered: true, items: [wording.notice, { text: "In English", lang: "en" }] },
          { kind: "heading", level: 2, id: "status", text: wording.title, status: "accelerationNeeded" },
          ...findings!.blocks.filter(({ kind }) => kind === "note" || kind === "chart" || kind === "table"),
        ],
      },
      { ...goal!, title: wording.subtitle, blocks: goal!.blocks.slice(0, 5) },
    ],
  };
}

function mustHave(word: string | undefined, status: string): string {
  if (word === undefined) throw new Error(`No word for ${status}.`);
  return word;
}
