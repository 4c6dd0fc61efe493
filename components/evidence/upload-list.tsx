import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { isToSend, type Upload, type UploadQueue } from "./upload-queue";
import { UploadRow } from "./upload-row";
import { useFileProblem } from "./use-file-problem";

/** Files on their way to one place, and the button that sends those that were chosen. */
export function UploadList({ queue, uploads }: { queue: UploadQueue; uploads: readonly Upload[] }) {
  const t = useTranslations("sourceFiles.evidence.files");
  const sentence = useFileProblem();
  const chosen = uploads.filter(isToSend).length;
  return (
    <>
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              queue={queue}
              problem={upload.problem && sentence(upload.problem)}
            />
          ))}
        </ul>
      )}
      {chosen > 0 && (
        <div className="actions">
          <Button type="submit">{t("send", { count: chosen })}</Button>
        </div>
      )}
    </>
  );
}
