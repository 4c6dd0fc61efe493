import type { EntryRules } from "@/lib/domain/values/value-limits";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import { decimalText } from "../views/public-value";

/** What it takes to say what may be entered, in one language. */
interface AllowedWords {
  /** For `Intl`. */
  locale: string;
  number: (args: { range: string; lowest: string; highest: string; unit: string; decimals: number }) => string;
  share: (args: { above: "yes" | "no" }) => string;
  small: () => string;
}

/** What may be entered for an indicator, in a few words; empty where its fields offer nothing else anyway. */
export function allowedText(rules: EntryRules, words: AllowedWords): string {
  const allowed = ofType(rules, words);
  return allowed !== "" && rules.countsPersons && mayBeBelow(rules) ? `${allowed} ${words.small()}` : allowed;
}

function ofType({ type, lowest, highest, decimals, mayExceedHundred, unit }: EntryRules, words: AllowedWords): string {
  const written = (limit: string | null) => (limit === null ? "" : decimalText(limit, words.locale));
  switch (type) {
    case "number": {
      const range = lowest === null ? (highest === null ? "none" : "highest") : highest === null ? "lowest" : "both";
      return words.number({ range, lowest: written(lowest), highest: written(highest), unit: unit ?? "", decimals });
    }
    case "percentage":
      return words.share({ above: mayExceedHundred ? "yes" : "no" });
    case "yesNo":
    case "milestone":
    case "narrative":
      return "";
  }
}
