// Texts come from people and from files, and may hold what neither XML nor HTML nor JSON can: half a surrogate pair, control
// characters. A file with one of them may not open at all, so whatever makes files passes its texts through here.

const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters but tab and line feed, and code points that never are a character. */
const unfit = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

/** Few texts have anything to see to: this asks quickly, and takes each half of a pair for a possible trouble. */
const maybeUnfit = /[^\t\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/** The text as every kind of file can carry it: line ends are `\n`, half characters become U+FFFD, control characters go; tabs stay. */
export const fileText = (text: string): string =>
  maybeUnfit.test(text) ? text.replace(lineEnd, "\n").toWellFormed().replace(unfit, "") : text;
