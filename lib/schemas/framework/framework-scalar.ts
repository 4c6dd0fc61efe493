import { z } from "zod";

// Numbers arrive as the text that stands in the file, so that nothing is rounded on the way.

/** An exact decimal, as text. */
export const decimal = z
  .string("write a number")
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, "write a plain decimal such as 120 or 4.5");

/** A whole number from 0, small enough for a JavaScript number. */
export const whole = z
  .string("write a whole number")
  .regex(/^(0|[1-9]\d{0,8})$/, "write a whole number from 0")
  .transform(Number);

/** A day that exists, as `2015-12-31`. */
export const day = z.iso.date("write a day that exists, as in 2015-12-31");

/** Below 0, 0 or above 0 as `a` is smaller than, equal to or larger than `b`; exact, whatever their lengths. */
export function compareDecimals(a: string, b: string): number {
  const digits = Math.max(...[a, b].map((number) => number.split(".")[1]?.length ?? 0));
  const scaled = (number: string) => {
    const [whole = "0", fraction = ""] = number.split(".");
    return BigInt(whole + fraction.padEnd(digits, "0"));
  };
  const [left, right] = [scaled(a), scaled(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
