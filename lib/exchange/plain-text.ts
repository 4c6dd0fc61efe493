/** In a pattern with `u`, a surrogate that belongs to a pair never matches by itself. */
const loneSurrogate = /[\ud800-\udfff]/gu;
/** All but what XML can carry. */
const notXml = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Of texts few have anything to see to: this asks quickly, and takes each half of a pair for a possible trouble. */
const maybeNotPlain = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]/;

/** The text as every kind of file can carry it: line ends are `\n`, half characters become U+FFFD, control characters go. */
export const plainText = (text: string): string =>
  maybeNotPlain.test(text) ? text.replace(/\r\n?/g, "\n").replace(loneSurrogate, "\ufffd").replace(notXml, "") : text;
