import { plainDigits } from "./number-text";

/** The step of so many that a text means by its number as it is shown, from 1: `4`, `4 of 5: in force`; -1 for none. */
export function stepByNumber(text: string, count: number): number {
  const number = Number(/^(\d{1,3})(?:$|\s*of\b)/i.exec(plainDigits(text))?.[1] ?? 0);
  return number <= count ? number - 1 : -1;
}
