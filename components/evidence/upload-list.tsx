import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ProgressBar } from "@/components/ui/progress-bar";
import { sourceFileLimits } from "@/lib/domain/source-file";
import { isToSend, type Upload, type UploadQueue } from "./upload-queue";
import { useFileProblem } from "./use-file-problem";

/** One file on its way: its title while it waits for a person, how much of it was sent, and why it wasn't taken. */
function UploadRow({
  upload: { id, title, file, state, sent, problem: refused },
  queue,
  problem,
}: {
  upload: Upload;
  queue: UploadQueue;
  /** In words. */
  problem: string | null;
}) {
  const t = useTranslations("sourceFiles.evidence.files");
  const named = <span className="vh"> {title}</span>;
  if (state !== "chosen") {
    const percent = Math.floor(sent * 100);
    const label =
      state === "waiting"
        ? t("waiting", { title })
        : sent < 1
          ? t("sending", { title, percent })
          : t("checking", { title });
    return (
      <li>
        <ProgressBar label={label} value={percent} max={100} />
        {/* It stands where the button stood that began it: the second click of a double click isn't meant for it. */}
        <Button look="text" onClick={({ detail }) => detail > 1 || queue.cancel(id)}>
          {t("cancel")}
          {named}
        </Button>
      </li>
    );
  }
  return (
    <li>
      <TextField
        id={`evidence-title-${id}`}
        label={
          <>
            {t("title")}
            <span className="vh"> {file.name}</span>
          </>
        }
        value={title}
        maxLength={sourceFileLimits.name}
        onChange={({ target }) => queue.name(id, target.value)}
        error={problem}
      />
      <div className="actions">
        {refused && (
          <Button look="text" onClick={() => queue.start(id)}>
            {t("again")}
            {named}
          </Button>
        )}
        <Button look="text" onClick={() => queue.leaveOut(id)}>
          {t("leaveOut")}
          {named}
        </Button>
      </div>
    </li>
  );
}

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
