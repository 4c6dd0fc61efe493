import { type MadeUpObservation, publicly } from "./made-up-observation";

/** What was said in the years of the plan, and what became of it. Each text says of itself that it is made up. */
export const heardObservations: readonly MadeUpObservation[] = [
  {
    by: "cso.cambodia",
    unit: "KHM",
    period: "2015",
    about: { of: "indicator", code: "G6.1-a" },
    said: {
      ...publicly("named", "en"),
      kind: "goodPractice",
      basis: "serviceData",
      sources: [{ title: "Yearly figures of our lawyers (made up)", url: "https://legal-aid.example/2015" }],
    },
    rounds: [
      {
        on: "2016-07-04",
        submitted: true,
        body: "Made-up example: Since the provincial court has one desk where lawyers, nurses and social workers meet victims on the same day, hardly anybody gives up between two offices. Our lawyers would like to see the same desk in every province.",
        checked: {
          after: 2,
          reply: {
            kind: "actedOn",
            after: 40,
            body: "Made-up reply: The task force has put further desks into its work plan for the coming year, and will report on them under this indicator.",
            keyActions: [
              {
                body: "Made-up action: A desk of this kind opens in every provincial court.",
                due: 300,
                done: {
                  after: 250,
                  title: "Report on the desks (made up)",
                  url: "https://task-force.example/desks",
                },
              },
            ],
          },
        },
      },
    ],
    end: { as: "answered", after: 6 },
  },
  {
    by: "cso.thailand",
    unit: "THA",
    period: "2015",
    about: { of: "indicator", code: "G5.1-a" },
    said: { ...publicly("governments", "th"), kind: "reportsGap", basis: "serviceData" },
    shadow: {
      typed: { number: "655" },
      parts: { "sex=female": { number: "431" }, "sex=male": { number: "224" } },
      method: "วิธีการสมมติ: รวมจำนวนทางการกับผู้ที่บ้านพักในเครือข่ายรับไว้และออกจากกระบวนการก่อนได้รับการคัดแยก โดยไม่นับผู้ที่ซ้ำกัน",
    },
    rounds: [
      {
        on: "2016-07-11",
        submitted: true,
        body: "ตัวอย่างสมมติ: บ้านพักของเครือข่ายเรารับผู้ที่เจ้าหน้าที่สงสัยว่าเป็นผู้เสียหายไว้มากกว่าจำนวนที่ปรากฏในรายงาน หลายคนเลือกกลับบ้านก่อนที่การคัดแยกจะเสร็จสิ้น จึงไม่ถูกนับ เราขอให้รายงานระบุด้วยว่ามีผู้ที่ออกจากกระบวนการก่อนได้รับการคัดแยกจำนวนเท่าใด",
        checked: {
          after: 3,
          reply: {
            kind: "explains",
            after: 51,
            body: "คำตอบสมมติ: ตัวชี้วัดนี้นับเฉพาะผู้ที่ได้รับการคัดแยกอย่างเป็นทางการ ผู้ที่เดินทางกลับก่อนจึงไม่อยู่ในจำนวนนี้ เราจะอธิบายเรื่องนี้ไว้ในรายงานฉบับต่อไป",
          },
        },
      },
    ],
  },
  {
    by: "cso.vietnam",
    unit: "VNM",
    period: "2015",
    about: { of: "indicator", code: "G6.2-a" },
    said: {
      ...publicly("named", "vi"),
      kind: "addsContext",
      basis: "serviceData",
      sources: [{ title: "Báo cáo năm 2015 (giả định)", url: "https://return-centre.example/2015" }],
    },
    shadow: {
      typed: { number: "268" },
      method:
        "Phương pháp giả định: Đếm những người được hỗ trợ từ sáu tháng trở lên theo sổ theo dõi của trung tâm và các tổ chức thành viên, mỗi người một lần.",
    },
    rounds: [
      {
        on: "2016-07-18",
        submitted: true,
        body: "Ví dụ giả định: Trung tâm của chúng tôi hỗ trợ những người trở về trong ít nhất sáu tháng, nhưng các trường hợp do tổ chức xã hội hỗ trợ dường như chưa được tính vào số liệu này. Đề nghị báo cáo nêu rõ nguồn số liệu và tính cả các trường hợp đó.",
        checked: {
          after: 1,
          reply: {
            kind: "willCorrect",
            after: 24,
            body: "Trả lời giả định: Báo cáo của các tổ chức xã hội đến sau hạn nộp nên chưa được tính. Chúng tôi sẽ sửa số liệu trong báo cáo và ghi rõ nguồn.",
          },
        },
      },
    ],
    end: { as: "answered", after: 12 },
  },
  {
    by: "cso",
    unit: "MMR",
    period: "2015",
    about: { of: "indicator", code: "G5.4-a" },
    said: {
      ...publicly("secretariatOnly", "en"),
      kind: "questions",
      basis: "study",
      sources: [{ title: "Study on referral in border areas (made up)", url: "https://study.example/referral" }],
    },
    shadow: {
      typed: { number: "34.5" },
      method:
        "Made-up method: The median of days in the files that bear both dates, of all that the study saw in border areas.",
    },
    rounds: [
      {
        on: "2016-08-01",
        submitted: true,
        body: "Made-up example: A study of referral in border areas found that many files bear no date of identification, and that referral takes weeks rather than days where there is no shelter. How are files without that date treated in the median?",
        checked: { after: 4 },
      },
    ],
  },
  {
    by: "cso",
    unit: "LAO",
    period: "2015",
    about: { of: "indicator", code: "G3.2-a" },
    said: { ...publicly("named", "en"), kind: "reportsGap", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2016-08-15",
        submitted: true,
        body: "Made-up example: Agencies told our members that renewed contracts are counted as new placements. If that is so, the number of workers who leave through regular channels is lower than it seems.",
        checked: {
          after: 2,
          reply: {
            kind: "disagrees",
            after: 88,
            body: "Made-up reply: Renewed contracts have a register of their own and are not in this number. The ministry apologises that its reply comes late.",
          },
        },
      },
    ],
    end: { as: "notAnswered", after: 20 },
  },
  {
    by: "cso",
    unit: "CHN",
    period: "2015",
    about: { of: "indicator", code: "G3.1-a" },
    said: {
      kind: "addsContext",
      basis: "media",
      language: "en",
      attribution: "governments",
      visibility: "governments",
      sources: [{ title: "Newspaper series on recruitment (made up)", url: "https://newspaper.example/recruitment" }],
    },
    rounds: [
      {
        on: "2016-09-05",
        submitted: true,
        body: "Made-up example: A newspaper series describes agencies that close before an inspection and open again under another name. It would help to know whether such agencies are among those inspected.",
        checked: {
          after: 3,
          reply: {
            kind: "explains",
            after: 33,
            evidenceTitle: "Plan of inspections (made up)",
            evidenceUrl: "https://ministry.example/inspections",
            body: "Made-up reply: Inspections follow the register of licences. An agency that opens under another name is inspected within its first half-year.",
          },
        },
      },
    ],
  },
  {
    by: "cso.cambodia",
    unit: "KHM",
    period: "2016",
    about: { of: "indicator", code: "G5.2-a" },
    said: { ...publicly("named", "km"), kind: "reportsGap", basis: "fieldMonitoring" },
    shadow: {
      typed: { numerator: "31", denominator: "58" },
      method: "វិធីសន្មត៖ យើងពិនិត្យសំណុំរឿងរបស់អ្នកផ្ដល់សេវាក្នុងខេត្តជាប់ព្រំដែន ហើយរាប់ថ្ងៃធ្វើការចាប់ពីការកំណត់អត្តសញ្ញាណរហូតដល់ការទទួល។",
    },
    rounds: [
      {
        on: "2017-07-03",
        submitted: true,
        body: "ឧទាហរណ៍សន្មត៖ អ្នកផ្ដល់សេវាក្នុងខេត្តជាប់ព្រំដែនប្រាប់យើងថា ការបញ្ជូនជនរងគ្រោះទៅទទួលសេវាច្រើនតែយូរជាងប្រាំថ្ងៃធ្វើការ ព្រោះគ្មានមធ្យោបាយធ្វើដំណើរ។ តើគេរាប់ចាប់ពីថ្ងៃណា?",
        checked: {
          after: 2,
          reply: {
            kind: "explains",
            after: 30,
            body: "ចម្លើយសន្មត៖ គេរាប់ចាប់ពីថ្ងៃដែលជនរងគ្រោះត្រូវបានកំណត់អត្តសញ្ញាណជាផ្លូវការ មិនមែនចាប់ពីថ្ងៃជួបលើកដំបូងទេ។",
          },
        },
      },
      {
        on: "2017-08-14",
        submitted: true,
        body: "ឧទាហរណ៍សន្មត៖ អរគុណចំពោះការពន្យល់។ យើងស្នើឱ្យមានថវិកាសម្រាប់មធ្យោបាយធ្វើដំណើរនៅតាមខេត្ត ហើយឱ្យរបាយការណ៍បន្ទាប់និយាយអំពីរឿងនេះ។",
        checked: {
          after: 3,
          reply: {
            kind: "actedOn",
            after: 45,
            body: "ចម្លើយសន្មត៖ ថវិកាសម្រាប់មធ្យោបាយធ្វើដំណើរត្រូវបានដាក់ក្នុងផែនការការងារឆ្នាំក្រោយ។",
            keyActions: [{ body: "សកម្មភាពសន្មត៖ ផ្ដល់ថវិកាសម្រាប់មធ្យោបាយធ្វើដំណើរនៅតាមខេត្ត។", due: 200 }],
          },
        },
      },
    ],
  },
  {
    by: "cso.vietnam",
    unit: "VNM",
    period: "2016",
    about: { of: "node", code: "G7" },
    said: { kind: "addsContext", basis: "serviceData", language: "en", attribution: "named", visibility: "platform" },
    rounds: [
      {
        on: "2017-07-10",
        submitted: true,
        body: "Made-up example, for members of the platform alone: Our lawyers are glad to share their checklist for preparing a witness for the hearing, and would like to compare it with yours before the next meeting.",
        checked: { after: 1 },
      },
    ],
  },
  {
    by: "cso",
    unit: "REGION",
    period: "2016",
    about: { of: "indicator", code: "G2.2-a" },
    said: { ...publicly("named", "en"), kind: "agrees", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2017-07-17",
        submitted: true,
        body: "Made-up example: Where an agreement has standard procedures, our members on both sides of the border notice the difference: a case is handed over with its papers, and nobody has to tell everything again.",
        checked: {
          after: 2,
          reply: {
            kind: "explains",
            after: 12,
            body: "Made-up reply: The secretariat will bring this to the next meeting of the task forces, together with the agreements that have no standard procedures yet.",
          },
        },
      },
    ],
    end: { as: "answered", after: 3 },
  },
  {
    by: "cso",
    unit: "LAO",
    period: "2016",
    about: { of: "indicator", code: "G5.2.1-a" },
    said: { ...publicly("named", "en"), kind: "questions", basis: "media" },
    rounds: [
      {
        on: "2017-08-07",
        submitted: true,
        body: "Made-up example: A newspaper wrote that a screening unit had closed. Its author found out that it had moved, and withdrew what was said here.",
        checked: { after: 1 },
      },
    ],
    end: { as: "withdrawn", after: 75 },
  },
  {
    by: "cso.thailand",
    unit: "THA",
    period: "2015",
    about: { of: "indicator", code: "G6.1.1-a" },
    said: { ...publicly("named", "en"), kind: "addsContext", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2017-08-21",
        submitted: true,
        body: "Made-up example: What stood here let readers work out where a shelter is, which was noticed only once it was public.",
        checked: { after: 4 },
      },
    ],
    end: { as: "takenDown", after: 63 },
  },
  {
    by: "cso",
    unit: "MMR",
    period: "2016",
    said: { ...publicly("governments", "en"), kind: "addsContext", basis: "fieldMonitoring" },
    rounds: [
      {
        on: "2017-09-04",
        submitted: true,
        body: "Made-up example: Much of what is reported comes from a few townships where training began early. A sentence in the report about where nothing was collected would keep readers from taking silence for absence.",
        checked: { after: 3 },
      },
    ],
    end: { as: "notAnswered", after: 70 },
  },
];
