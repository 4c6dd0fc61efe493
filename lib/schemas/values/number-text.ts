import type { Quantity } from "@/lib/domain/values/value";
import { westernDigits } from "@/lib/domain/years";
import type { Message } from "@/lib/schemas/forms/form-state";

/** How a number may be written: an indicator says how many digits follow the point. Its limits are another matter. */
interface NumberRules {
  decimals: number;
}

/** More than any currency needs, and what the database's column holds with room to spare. */
const maximumDigits = 18;
/** Sources hide counts below 5 or 11. Far above that, "below" says nothing, and is probably a slip. */
const maximumBound = 100;

// Not by Unicode compatibility (NFKC): that would read 324² (324 with a footnote's mark) as 3242.
const wideForm = /[\uff01-\uff5e]/g;
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** Wide forms, local digits, odd spaces and minus signs as a keyboard in English would have typed them. */
export const plainDigits = (typed: string): string =>
  westernDigits(
    typed.replace(invisible, "").replace(wideForm, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  )
    .replace(/[\u2212\u2010-\u2013]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

// Thousands stand in groups of three behind the first, with the same separator throughout.
const numberPattern = /^(-?)(\d{1,3}(?:([ ,])\d{3})(?:\3\d{3})*|\d*)(?:\.(\d+))?$/;
const commaDecimal = /^-?\d+,\d+$/;
// Where a point parts thousands (Viet Nam, Lao PDR, Cambodia), `1.000` is a thousand, and never meant as 1.
const pointThousands = /^-?[1-9]\d{0,2}\.\d{3}$/;
// From a million on the points are several, and a comma may part the decimals behind them.
const morePointThousands = /^-?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/;

/**
 * Reads one number as a person or a file writes it: `1127`, `1,127`, `1 127`, `-3.5`, `<5`, `๔๒`. Nothing is guessed:
 * `3,5` is refused, so is `1.000` where no third digit may follow the point, and a blank is undefined, never 0.
 * @returns the quantity with a canonical decimal (no separators, no idle zeros), or what to tell the person
 */
export function readQuantity(
  typed: string,
  rules: NumberRules,
): { quantity: Quantity } | { problem: Message } | undefined {
  const text = plainDigits(typed);
  if (text === "") return undefined;
  if (text.startsWith("<")) return readCensored(text.slice(1).trim(), rules);

  const tooManyDecimals: Message = { key: "valueDecimals", args: { decimals: rules.decimals } };
  const [, minus, grouped = "", , fraction = ""] = numberPattern.exec(text) ?? [];
  if (grouped === "" && fraction === "") {
    const isComma = commaDecimal.test(text);
    // Where no digit may follow a point, none is recommended.
    if (morePointThousands.test(text) || (isComma && rules.decimals === 0)) return { problem: tooManyDecimals };
    if (isComma) return { problem: { key: "valueCommaDecimal" } };
    return { problem: { key: "valueNotNumber", args: { example: rules.decimals > 0 ? "3.5" : "1127" } } };
  }
  const whole = grouped.replace(/[ ,]/g, "").replace(/^0+(?=\d)/, "") || "0";
  const decimals = fraction.replace(/0+$/, "");
  if (whole.length > maximumDigits) return { problem: { key: "valueTooLarge", args: { digits: maximumDigits } } };
  if (decimals.length > rules.decimals || (rules.decimals < 3 && pointThousands.test(text)))
    return { problem: tooManyDecimals };
  const size = decimals === "" ? whole : `${whole}.${decimals}`;
  const isNegative = minus === "-" && size !== "0";
  return { quantity: { exact: isNegative ? `-${size}` : size } };
}

/** Whether `<5` may be entered: only of what is counted in whole numbers. */
export const mayBeBelow = ({ decimals }: NumberRules): boolean => decimals === 0;

function readCensored(bound: string, rules: NumberRules): { quantity: Quantity } | { problem: Message } {
  if (!mayBeBelow(rules)) return { problem: { key: "valueCensoredDecimals" } };
  const below = /^\d{1,4}$/.test(bound) ? Number(bound) : 0;
  if (below < 2 || below > maximumBound)
    return { problem: { key: "valueCensoredBound", args: { maximum: maximumBound } } };
  return { quantity: { below } };
}
