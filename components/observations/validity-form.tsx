"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { validities } from "@/lib/domain/commitments/validity";
import { type FormAction, KeptForm } from "./kept/kept-form";

/** Asks its author whether an observation still holds after a value that became public since. */
export function ValidityForm({
  valueOn,
  hidden,
  here,
  action,
}: {
  /** The day on which the value became public, in words. */
  valueOn: string;
  hidden: Record<string, string | number>;
  here: string;
  action: FormAction;
}) {
  const t = useTranslations("observations");
  return (
    <KeptForm words={null} {...{ hidden, here, action }}>
      {({ standing, errorOf, sending }) => (
        <>
          <p>{t("validity.lead", { day: valueOn })}</p>
          <div className="mt-4">
            <Radios
              id="validity"
              name="validity"
              label={t("validity.label")}
              error={errorOf("validity")}
              defaultValue={standing("validity")}
              options={validities.map((validity) => ({ value: validity, label: t(`validity.${validity}`) }))}
            />
          </div>
          <div className="actions">
            <Button look="main" type="submit" aria-disabled={sending}>
              {sending ? t("step.working") : t("validity.confirm")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}
