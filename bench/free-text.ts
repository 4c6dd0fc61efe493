import { blockedParts, warnedParts } from "@/lib/domain/free-text/unsafe-parts";

// How long the longest text takes to be judged, as it is written and at its worst, and twice that length: the second time is
// about twice the first, whatever somebody types.

const longest = 20_000;
const texts: Record<string, string> = {
  "prose in English": "In 2016 the Ministry trained 1,234 officers in Hanoi. Victims from 3 provinces were returned. ",
  "prose in Thai": "ในปี 2559 กระทรวงได้อบรมเจ้าหน้าที่ 1,234 คน และช่วยเหลือผู้เสียหาย ",
  "prose in Burmese": "၂၀၁၆ ခုနှစ်တွင် သင်တန်း ၁၂ ကြိမ် ပေးခဲ့သည်။ ",
  "digits apart": "0 ",
  "digits and dashes": "1-",
  "at signs": "a@",
  "words before numbers": "phone 1 case no 1 passport no A1 ",
  births: "born on 1 ",
  places: "born in a a a a ",
  dates: "1/1/",
  amounts: "1,234,",
  counts: "2 a a a girls ",
  "counts in Thai": "2 คน",
  "family names": "李李李",
  "marks without end": "\u0301",
  "nothing to be seen": "\u200b1",
};

const milliseconds = (judge: (text: string) => unknown, text: string) => {
  judge(text);
  const begun = performance.now();
  judge(text);
  return performance.now() - begun;
};

const rows = Object.entries(texts).map(([name, piece]) => {
  const times = [1, 2].flatMap((lengths) => {
    const text = piece.repeat(Math.ceil((lengths * longest) / piece.length)).slice(0, lengths * longest);
    return [milliseconds(blockedParts, text), milliseconds(warnedParts, text)].map((time) => Number(time.toFixed(1)));
  });
  return { name, refused: times[0], warned: times[1], "refused, twice the text": times[2], "warned, twice": times[3] };
});
console.log(`Milliseconds for ${longest.toLocaleString("en")} characters`);
console.table(rows);
