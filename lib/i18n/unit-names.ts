import { useTranslations } from "next-intl";
import type { Messages } from "./messages";

/**
 * The words for what an indicator counts, in the page's language. A framework may count what the messages don't know:
 * then its own word stands.
 */
export function useUnitNames(): (unit: string) => string {
  const t = useTranslations("unit");
  return (unit) => {
    const key = unit as keyof Messages["unit"];
    return t.has(key) ? t(key) : unit;
  };
}
