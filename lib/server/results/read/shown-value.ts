import "server-only";
import type { AssessableValue, TargetValue } from "@/lib/domain/values/assessable-value";
import { rational, roundHalfAwayFromZero } from "@/lib/domain/values/rational";
import type { Quantity } from "@/lib/domain/values/value";
import type { ShownValue } from "@/lib/exchange/csv/shown-row";
import type { PublicValue } from "@/lib/views/public-value";

interface PlainWords {
  yes: string;
  no: string;
  /** A percentage's parts where they have no value, as 0 of 0. */
  of: (part: string, whole: string) => string;
}

/**
 * A value as a row of a file has it.
 * @param countOf how many countries have a value, where the value counts countries; null for any other value
 */
export function shownValue(
  shown: PublicValue,
  write: (value: AssessableValue) => string,
  inWords: string,
  countOf: number | null,
): ShownValue {
  switch (shown.state) {
    case "shown": {
      const { value } = shown;
      if (value.kind === "number" && countOf !== null) {
        return { state: "shown", value: write(value), ofCountries: countOf };
      }
      if (value.kind !== "ratio") return { state: "shown", value: write(value) };
      const { numerator, denominator } = value;
      return {
        state: "shown",
        value: write(value),
        numerator: partText(numerator),
        denominator: partText(denominator),
      };
    }
    // The words of a report stand in it; a file of values only says that there are some.
    case "words":
      return { state: "shown", value: inWords };
    case "small":
      return { state: "small", below: shown.below };
    default:
      return shown;
  }
}

const partText = (part: Quantity) => ("exact" in part ? part.exact : `<${part.below}`);

/** Without separators of thousands, which would make text of a number. A percentage has one place; its parts are exact. */
export function plainText(value: AssessableValue | TargetValue, steps: readonly string[], words: PlainWords): string {
  switch (value.kind) {
    case "number":
      return value.number;
    case "censored":
      return `<${value.below}`;
    case "ratio": {
      const { numerator, denominator } = value;
      if (!("exact" in numerator && "exact" in denominator) || rational(denominator.exact).equals(0)) {
        return words.of(partText(numerator), partText(denominator));
      }
      return roundHalfAwayFromZero(rational(numerator.exact).div(rational(denominator.exact)).mul(100), 1);
    }
    case "yesNo":
      return value.yes ? words.yes : words.no;
    case "step":
      return steps[value.step] ?? String(value.step);
  }
}
