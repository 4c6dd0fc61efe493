import { type Rational, rational, roundHalfAwayFromZero } from "@/lib/domain/values/rational";

const decimalSign = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? "";

/** A number as a language prints it, read back exactly. */
function readNumber(text: string, locale: string): Rational {
  const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.5);
  const group = parts.find(({ type }) => type === "group")?.value ?? "";
  const plain = text.replace("−", "-").replaceAll(group, "").replace(decimalSign(locale), ".");
  return rational(plain);
}

const values = /^R = \((.+) − (.+)\) \/ \((.+) − (.+)\)$/;
const result = /^R = (\S+) \/ (\S+) ([=≈]) (\S+)$/;

/**
 * Works out printed lines from nothing but what is printed.
 * @returns what doesn't add up; empty where everything does
 */
export function checkLines([, second, third]: readonly string[], locale: string): string[] {
  const read = (text: string | undefined) => readNumber((text ?? "").replace(/^\((.+)\)$/, "$1"), locale);
  const [y, b, A, again] = (values.exec(second ?? "") ?? []).slice(1).map(read);
  const [, aboveText, underText, sign, text = ""] = result.exec(third ?? "") ?? [];
  if (!y || !b || !A || !again || !sign) return [`can't be read: ${second} ${third}`];
  const [above, under, R] = [read(aboveText), read(underText), read(text)];
  const printed = above.div(under);
  const places = text.length - 1 - text.lastIndexOf(decimalSign(locale));
  return [
    ...(again.equals(b) ? [] : ["two baselines"]),
    ...(y.sub(b).equals(above) ? [] : [`${second} isn't ${aboveText} above`]),
    ...(A.sub(b).equals(under) ? [] : [`${second} isn't ${underText} under`]),
    ...(sign === "=" && !printed.equals(R) ? [`${third} isn't equal`] : []),
    ...(sign === "≈" && printed.equals(R) ? [`${third} is equal`] : []),
    ...(rational(roundHalfAwayFromZero(printed, places)).equals(R) ? [] : [`${third} is rounded otherwise`]),
  ];
}
