import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { errorId, Field, FieldError } from "@/components/ui/fields/field";
import { TextField } from "@/components/ui/fields/text-field";
import { fileEndings, fileTypes, sourceFileLimits } from "@/lib/domain/source-file";
import type { ObservationFileRefusal } from "@/lib/schemas/commitments/observation-file-form";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";

export interface FileRefused {
  code: ObservationFileRefusal;
  /** The title as it was typed; empty where it is known no longer. */
  title: string;
  args: FieldProblem["args"];
}

const ofTitle: readonly ObservationFileRefusal[] = ["titleMissing", "unsafeWords", "youngPersonNamed", "textTooLong"];
/** The common words on these promise what was entered, which a file never is, or ask to load a page that was loaded just now. */
const ofPage: readonly ObservationFileRefusal[] = ["otherPerson", "signedOut", "changedMeanwhile"];
const ofConsent: readonly ObservationFileRefusal[] = ["sourceConsentMissing"];

/** Adds a file. It is sent to an address of its own, past the limits of forms, and works without a script as it is. */
export function AddFileForm({ action, refused }: { action: string; refused: FileRefused | null }) {
  const t = useTranslations("sourceFiles");
  const errors = useTranslations("errors");
  const megabytes = sourceFileLimits.bytes / 1024 / 1024;
  const error =
    refused &&
    (ofPage.includes(refused.code)
      ? t("refused", { code: refused.code })
      : errors(refused.code, { megabytes, most: sourceFileLimits.files, ...refused.args }));
  const isAbout = (codes: readonly ObservationFileRefusal[]) => refused !== null && codes.includes(refused.code);
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <Field
        id="source-file"
        label={t("file")}
        hint={t("fileHint", { megabytes })}
        error={isAbout(ofTitle) || isAbout(ofConsent) ? null : error}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            name="file"
            accept={[...fileTypes.map((type) => fileEndings[type]), ".jpeg"].join()}
            required
          />
        )}
      </Field>
      <TextField
        id="source-title"
        name="title"
        label={t("fileTitle")}
        hint={t("titleHint")}
        maxLength={sourceFileLimits.name}
        defaultValue={refused?.title ?? ""}
        required
        error={isAbout(ofTitle) ? error : null}
      />
      <div className={isAbout(ofConsent) ? "field bad" : "field"}>
        <FieldError id="source-consent" error={isAbout(ofConsent) ? error : null} />
        <Checkbox
          name="consent"
          value="yes"
          label={t("consent")}
          aria-describedby={isAbout(ofConsent) ? errorId("source-consent") : undefined}
        />
      </div>
      <div className="actions">
        <Button type="submit">{t("add")}</Button>
      </div>
    </form>
  );
}
