import { useTranslations } from "next-intl";
import { readFormerName } from "@/lib/domain/former-person";
import type { TranslatorOf } from "@/lib/i18n/messages";

const former = (name: string) => {
  const read = readFormerName(name);
  return read && { role: read.role ?? "other", id: String(read.id) };
};

/** What people are called: of somebody whose data were erased, the pseudonym in the reader's words. */
export function usePersonName(): (name: string) => string {
  const common = useTranslations("common");
  return (name) => {
    const known = former(name);
    return known ? common("former", known) : name;
  };
}

/** The same where words are asked for by a language. */
export function personNameFrom(t: TranslatorOf<"common">): (name: string) => string {
  return (name) => {
    const known = former(name);
    return known ? t("former", known) : name;
  };
}
