import { useTranslations } from "next-intl";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { mayBeAbout, type PublicationKind } from "@/lib/domain/publication";
import type { PublicationBuilderView } from "@/lib/views/publication-view";
import type { BuilderFields } from "./builder-fields";
import { OfKinds } from "./of-kinds";

/** What it is, and what it is about. */
export function SubjectFields({ view, fieldOf, chosenIn }: BuilderFields & { view: PublicationBuilderView }) {
  const t = useTranslations("publications.new");
  const { kinds, units, periods, releases, goals } = view;
  const [only, ...others] = units;
  const aboutUnit: PublicationKind[] = ["country", "dataBook"];
  return (
    <>
      <Radios
        {...fieldOf("kind")}
        label={t("kind")}
        defaultValue={chosenIn("kind")[0]}
        options={kinds.map((kind) => ({
          value: kind,
          label: t("kindName", { kind }),
          hint: t("kindHint", { kind }),
        }))}
      />
      <OfKinds kinds={aboutUnit} among={kinds}>
        {(words) =>
          only && others.length === 0 ? (
            <div className="field">
              <p className="like-label">{t("unit")}</p>
              <p>{only.name}</p>
              <input type="hidden" name="unit" value={only.code} />
            </div>
          ) : (
            <Radios
              {...fieldOf("unit")}
              label={t("unit")}
              hint={words}
              className="in-columns"
              defaultValue={chosenIn("unit")[0]}
              options={units.map(({ code, name, isCountry }) => ({
                value: code,
                label: name,
                className: mayBeAbout("country", { level: isCountry ? "country" : "region" })
                  ? undefined
                  : "not-country",
              }))}
            />
          )
        }
      </OfKinds>
      <Select
        {...fieldOf("period")}
        label={t("period")}
        className="narrow-field"
        defaultValue={chosenIn("period")[0]}
        options={periods.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {releases.length > 0 && (
        <Select
          {...fieldOf("release")}
          label={t("release")}
          hint={t("releaseHint")}
          empty={t("releaseNewest")}
          defaultValue={chosenIn("release")[0]}
          options={releases.map(({ code, title }) => ({ value: code, label: title }))}
        />
      )}
      <OfKinds kinds={["goal"]} among={kinds}>
        {(words) => (
          <Select
            {...fieldOf("goal")}
            label={t("goal")}
            hint={words}
            empty={t("goalEmpty")}
            defaultValue={chosenIn("goal")[0]}
            options={goals.map(({ code, title }) => ({ value: code, label: t("goalOption", { code, title }) }))}
          />
        )}
      </OfKinds>
    </>
  );
}
