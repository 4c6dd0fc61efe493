import { useTranslations } from "next-intl";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { publicationFormats, publicationLanguages } from "@/lib/domain/publication";
import { nativeNames } from "@/lib/i18n/routing";
import type { BuilderFields } from "./builder-fields";

/** In which form: language, values, files. */
export function FormFields({ fieldOf, chosenIn }: BuilderFields) {
  const t = useTranslations("publications.new");
  return (
    <>
      <Select
        {...fieldOf("language")}
        label={t("publicationLanguage")}
        hint={t("languageHint")}
        className="narrow-field"
        defaultValue={chosenIn("language")[0]}
        options={publicationLanguages.map((code) => ({ value: code, label: nativeNames[code] }))}
      />
      <Radios
        {...fieldOf("view")}
        label={t("view")}
        defaultValue={chosenIn("view")[0]}
        options={[
          { value: "public", label: t("viewPublic"), hint: t("viewPublicHint") },
          { value: "internal", label: t("viewInternal"), hint: t("viewInternalHint") },
        ]}
      />
      <Checkboxes
        {...fieldOf("formats")}
        chosen={chosenIn("formats")}
        label={t("formats")}
        options={publicationFormats.map((format) => ({
          value: format,
          label: t("formatName", { format }),
          hint: t("formatHint", { format }),
        }))}
      />
    </>
  );
}
