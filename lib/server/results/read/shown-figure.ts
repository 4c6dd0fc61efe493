import "server-only";
import type { Figure, TargetValue } from "@/lib/domain/values/figure";
import { rational, roundHalfAwayFromZero } from "@/lib/domain/values/rational";
import type { Quantity } from "@/lib/domain/values/value";
import type { ShownFigure } from "@/lib/exchange/csv/shown-row";
import type { PublicFigure } from "@/lib/views/public-figure";

interface FigureWords {
  yes: string;
  no: string;
  /** A percentage's parts where they have no value, as 0 of 0. */
  of: (part: string, whole: string) => string;
}

/**
 * A figure as a row of a file has it.
 * @param countOf how many countries have a value, where the figure counts countries; null for any other figure
 */
export function shownFigure(
  shown: PublicFigure,
  write: (figure: Figure) => string,
  inWords: string,
  countOf: number | null,
): ShownFigure {
  switch (shown.state) {
    case "shown": {
      const { figure } = shown;
      if (figure.kind === "number" && countOf !== null) {
        return { state: "shown", value: write(figure), ofCountries: countOf };
      }
      if (figure.kind !== "ratio") return { state: "shown", value: write(figure) };
      const { numerator, denominator } = figure;
      return {
        state: "shown",
        value: write(figure),
        numerator: partText(numerator),
        denominator: partText(denominator),
      };
    }
    // The words of a report stand in it; a file of figures only says that there are some.
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
export function plainText(figure: Figure | TargetValue, steps: readonly string[], words: FigureWords): string {
  switch (figure.kind) {
    case "number":
      return figure.number;
    case "censored":
      return `<${figure.below}`;
    case "ratio": {
      const { numerator, denominator } = figure;
      if (!("exact" in numerator && "exact" in denominator) || rational(denominator.exact).equals(0)) {
        return words.of(partText(numerator), partText(denominator));
      }
      return roundHalfAwayFromZero(rational(numerator.exact).div(rational(denominator.exact)).mul(100), 1);
    }
    case "yesNo":
      return figure.yes ? words.yes : words.no;
    case "step":
      return steps[figure.step] ?? String(figure.step);
  }
}
