import { useLocale, useTranslations } from "next-intl";
import { AddFileForm, type FileRefused } from "@/components/source-files/add-file-form";
import { FileList } from "@/components/source-files/file-list";
import { RemoveFile } from "@/components/source-files/remove-file";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/domain/permissions";
import { sourceFileLimits } from "@/lib/domain/source-file";
import { observationFilesPath } from "@/lib/schemas/commitments/observation-file-form";
import { ofPage } from "@/lib/server/action";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { removeObservationFileAction } from "../file-actions";

/** What became of a file that was sent, or is removed. */
export type FileOutcome = "added" | "removed" | FileRefused | null;

/** Files among the sources, for their author while the observation is written for the first time. */
export function ObservationFiles({
  actor,
  view,
  here,
  outcome,
}: {
  actor: Actor;
  view: WorkingObservationView;
  here: string;
  outcome: FileOutcome;
}) {
  const t = useTranslations("sourceFiles");
  const locale = useLocale();
  const { id, plan, rowVersion, files } = view;
  const done = outcome === "added" || outcome === "removed" ? outcome : null;
  const refused = outcome !== null && typeof outcome === "object" ? outcome : null;
  return (
    <section className="block narrow off-paper" aria-labelledby="files">
      <h2 id="files">{t("title")}</h2>
      {done && (
        <Notice tone="ok" live>
          <p>{t("done", { done })}</p>
        </Notice>
      )}
      <p>{t("lead")}</p>
      <p className="note">{t("saveFirst")}</p>
      {files.length > 0 && (
        <FileList
          plan={plan}
          files={files}
          words={{ t, locale }}
          after={(file) => (
            <RemoveFile
              here={here}
              hidden={{ locale, plan, id, rowVersion, file: file.id }}
              action={ofPage(actor, removeObservationFileAction)}
              title={file.title}
              words={{ remove: t("remove"), meaning: t("removeMeaning"), confirm: t("removeConfirm") }}
            />
          )}
        />
      )}
      {files.length < sourceFileLimits.files ? (
        <AddFileForm
          refused={refused}
          action={observationFilesPath({ plan, id, rowVersion, locale, userId: actor.id })}
        />
      ) : (
        <p className="note">{t("full", { most: sourceFileLimits.files })}</p>
      )}
    </section>
  );
}
