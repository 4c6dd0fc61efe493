import { textWidth } from "./paper";
import { scriptOfLanguage } from "./scripts";

/** Sizes of the cover's title in half points; the first is that of its style. */
export const titleSizes = [56, 48, 42, 34, 28] as const;
/** Height that the title may take, in points: the cover's facts and notices stay on its page. */
const space = 170;
/** Letters of the bold title as shares of their size, a little more than they need. */
const widths = { han: 1, other: 0.64 };

/** The largest size in which the title has room; lines of scripts with marks above and below are twice as tall as Latin ones. */
export function titleSize(title: string, language: string): number {
  const script = scriptOfLanguage(language);
  const line = script === "latin" || script === "han" ? 1.5 : 2.05;
  const letters = [...title].reduce(
    (width, letter) => width + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(letter) ? widths.han : widths.other),
    0,
  );
  const fits = (size: number) => Math.ceil((letters * (size / 2)) / (textWidth / 20)) * (size / 2) * line <= space;
  return titleSizes.find(fits) ?? titleSizes.at(-1)!;
}
