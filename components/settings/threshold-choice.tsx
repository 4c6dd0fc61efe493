import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { AddressForm } from "@/components/ui/forms/address-form";
import { thresholdLimits } from "@/lib/domain/small-count-threshold";
import type { ThresholdView } from "@/lib/views/site/threshold-view";

/** The present threshold, those before it, and a field for another one, which stands in the page's address. */
export function ThresholdChoice({
  view: { plan, threshold, former },
  here,
  typed,
  problem,
}: {
  view: ThresholdView;
  here: string;
  typed: string;
  /** What was typed is none. */
  problem: boolean;
}) {
  const t = useTranslations("settings.smallCounts");
  const errors = useTranslations("errors");
  return (
    <div className="narrow">
      <p className="mt-6">{t("now", { plan: plan.title, threshold, last: threshold - 1 })}</p>
      {former.length > 0 && (
        <>
          <h2 className="text-lg">{t("formerTitle")}</h2>
          <ul className="pl-5">
            {former.map((each) => (
              <li key={each.until}>{t("former", each)}</li>
            ))}
          </ul>
        </>
      )}
      <AddressForm action={here} noValidate>
        <TextField
          id="threshold"
          name="threshold"
          label={t("threshold")}
          hint={t("hint", thresholdLimits)}
          error={problem ? errors("thresholdInvalid", thresholdLimits) : null}
          defaultValue={typed}
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="actions">
          <Button type="submit">{t("show")}</Button>
        </div>
      </AddressForm>
    </div>
  );
}
