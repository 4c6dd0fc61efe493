import { formatsOf } from "./formats";
import { onceEach } from "./once-each";
import type { Locale } from "./routing";

const steps = [
  ["byte", 1],
  ["kilobyte", 1_000],
  ["megabyte", 1_000_000],
] as const;

/** How large a file is, in two values or so: `287 bytes`, `340 kB`, `1.2 MB`. */
export const fileSizeOf = onceEach((locale: Locale): ((bytes: number) => string) => {
  const { tag } = formatsOf(locale);
  const formatIn = (maximumFractionDigits: number) =>
    onceEach(
      (unit: string) =>
        // The short form of bytes knows no plural in English, and is no shorter.
        new Intl.NumberFormat(tag, {
          style: "unit",
          unit,
          maximumFractionDigits,
          unitDisplay: unit === "byte" ? "long" : "short",
        }),
    );
  const whole = formatIn(0);
  const tenths = formatIn(1);
  return (bytes) => {
    const [unit, size] = steps.findLast(([, size]) => bytes >= size) ?? steps[0];
    const value = bytes / size;
    return (value < 10 && size > 1 ? tenths : whole)(unit).format(value);
  };
});
