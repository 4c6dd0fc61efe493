import { useTranslations } from "next-intl";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { chosenKinds, chosenSections, sectionsOfKind } from "@/lib/domain/publication";
import type { PublicationBuilderView } from "@/lib/views/publication-view";
import type { BuilderFields } from "./builder-fields";
import { OfKinds } from "./of-kinds";

/** What it consists of. */
export function ContentFields({ view, fieldOf, chosenIn }: BuilderFields & { view: PublicationBuilderView }) {
  const t = useTranslations("publications.new");
  const { kinds, units, countries } = view;
  const isRegional = units.some(({ isCountry }) => !isCountry);
  const sections = chosenSections.filter((section) => kinds.some((kind) => sectionsOfKind[kind].includes(section)));
  return (
    <>
      {isRegional && (
        <OfKinds kinds={["regional", "goal", "dataBook"]} among={kinds}>
          {(words) => (
            <Checkboxes
              {...fieldOf("countries")}
              chosen={chosenIn("countries")}
              label={t("countries")}
              hint={
                <>
                  {words}
                  {t("countriesHint")}
                </>
              }
              className="in-columns of-region"
              options={countries.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </OfKinds>
      )}
      <Checkboxes
        {...fieldOf("sections")}
        chosen={chosenIn("sections")}
        label={t("sections")}
        options={sections.map((section) => ({
          value: section,
          label: t("section", { section }),
          className: chosenKinds
            .filter((kind) => !sectionsOfKind[kind].includes(section))
            .map((kind) => `not-${kind}`)
            .join(" "),
        }))}
      />
    </>
  );
}
