/** A text as it is searched, and where each of its characters stands in the text that was written. */
export interface FoldedText {
  text: string;
  /** Of the character at `i`: where it begins, and where it ends, in what was written. */
  startOf: (i: number) => number;
  endOf: (i: number) => number;
}

const DIGIT = /^\p{Nd}$/u;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const SPACE = /^\p{Zs}$/u;
const DASH = /^[\p{Pd}\u02d7\u2043\u2212]$/u;
const DOT = /^[\u00b7\u2022\u2027\u2219\u22c5\u30fb]$/u;
const MARK = /^\p{M}$/u;

/** The digits of a script follow each other from its zero on. */
function digitAt(code: number): string {
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** One character, with the marks on it, as a keyboard in English would have typed it. */
function folded(written: string): string {
  const [first = ""] = written;
  // A stroke or a frame around a digit, or between two, changes no number.
  if (SPACE.test(first)) return " ";
  if (DASH.test(first)) return "-";
  if (DOT.test(first)) return ".";
  const plain = DIGIT.test(first) ? first.normalize("NFKC") : written.normalize("NFKC");
  let out = "";
  for (const letter of plain) {
    const code = letter.codePointAt(0)!;
    out += code > 0x7f && DIGIT.test(letter) ? digitAt(code) : DASH.test(letter) ? "-" : letter;
  }
  return out;
}

/**
 * The text with digits of any script as 0 to 9, one kind of dash, dot and space, letters in the form that Unicode holds to
 * be the same (NFKC), and without what nobody sees: whatever is looked for in it is found however it was typed.
 */
export function foldText(written: string): FoldedText {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let cluster = "";
  let from = 0;
  let to = 0;
  const flush = () => {
    if (cluster === "") return;
    for (const unit of folded(cluster).split("")) {
      out.push(unit);
      starts.push(from);
      ends.push(to);
    }
    cluster = "";
  };
  let at = 0;
  for (const letter of written) {
    const end = at + letter.length;
    if (INVISIBLE.test(letter)) {
      at = end;
      continue;
    }
    if (MARK.test(letter)) {
      // On a letter of the alphabet it belongs to it; on anything else of ASCII it is nothing.
      if (cluster === "" && /^[A-Za-z]$/.test(out.at(-1) ?? "")) {
        cluster = out.pop()!;
        from = starts.pop()!;
        ends.pop();
      }
      if (cluster !== "") cluster += letter;
      to = end;
    } else {
      flush();
      from = at;
      to = end;
      if (letter > "\u007f") cluster = letter;
      else {
        out.push(letter);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  flush();
  return { text: out.join(""), startOf: (i) => starts[i] ?? written.length, endOf: (i) => ends[i] ?? written.length };
}

/** A pattern of any of these words, folded as the text is. Latin ones stand alone; other scripts put no spaces between words. */
export function anyOf(words: readonly string[]): string {
  const escaped = words.map((word) => foldText(word).text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const latin = escaped.filter((word) => /^\p{Script=Latin}/u.test(word));
  const other = escaped.filter((word) => !latin.includes(word));
  const branches = [
    ...(latin.length > 0 ? [`(?<![\\p{L}\\p{M}])(?:${latin.join("|")})(?![\\p{Script=Latin}])`] : []),
    ...other,
  ];
  return `(?:${branches.join("|")})`;
}
