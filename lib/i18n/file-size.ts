import { formatsOf } from "./formats";
import type { Locale } from "./routing";

const steps = [
  ["byte", 1],
  ["kilobyte", 1_000],
  ["megabyte", 1_000_000],
] as const;

/** How large a file is, in two figures or so: `340 kB`, `1.2 MB`. */
export function fileSizeOf(locale: Locale): (bytes: number) => string {
  const { tag } = formatsOf(locale);
  return (bytes) => {
    const [unit, size] = steps.findLast(([, size]) => bytes >= size) ?? steps[0];
    const figure = bytes / size;
    const maximumFractionDigits = figure < 10 && size > 1 ? 1 : 0;
    return new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits }).format(
      figure,
    );
  };
}
