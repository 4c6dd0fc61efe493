import { useTranslations } from "next-intl";
import { readFormerName } from "@/lib/domain/former-person";
import type { TranslatorOf } from "@/lib/i18n/messages";

/** What people are called: of somebody whose data were erased, the pseudonym in the reader's words. */
export function personNameFrom(t: TranslatorOf<"common">): (name: string) => string {
  return (name) => {
    const former = readFormerName(name);
    return former ? t("former", { role: former.role ?? "other", id: String(former.id) }) : name;
  };
}

export const usePersonName = (): ((name: string) => string) => personNameFrom(useTranslations("common"));
