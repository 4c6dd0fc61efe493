"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, type DragEvent, type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/fields/field";
import { TextField } from "@/components/ui/fields/text-field";
import { Notice } from "@/components/ui/notice";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { fileEndings, fileTypes, sourceFileLimits } from "@/lib/domain/source-file";
import type { FileOutcome } from "@/lib/schemas/reports/evidence-forms";
import { evidenceFilesPath } from "@/lib/schemas/reports/evidence-paths";
import { isRefusedFile } from "@/lib/schemas/reports/refused-file";
import type { ReportAddress } from "@/lib/views/report-view";
import { UploadList } from "./upload-list";
import { useFileProblem } from "./use-file-problem";
import { useUploads } from "./use-uploads";

const megabytes = sourceFileLimits.bytes / 1024 / 1024;
const accepted = [...fileTypes.map((type) => fileEndings[type]), ".jpeg"].join();

/**
 * Adds files: several at once, chosen or dropped, each with a title and its progress. Without a script it is a plain form of one
 * file, which leads back here.
 */
export function EvidenceFiles({
  address,
  indicator,
  userId,
  outcome = null,
}: {
  address: ReportAddress;
  /** Code of what they back; null for the report as a whole. */
  indicator: string | null;
  userId: number;
  outcome?: FileOutcome;
}) {
  const t = useTranslations("sourceFiles.evidence");
  const sentence = useFileProblem();
  const locale = useLocale();
  const isAwake = useIsAwake();
  const { queue, uploads } = useUploads(address, { indicator, userId });
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const choose = (files: Iterable<File>) => {
    // A folder comes as a file without a size.
    queue.choose([...files]);
    if (input.current) input.current.value = "";
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      choose(event.dataTransfer.files);
    },
  };
  return (
    <form
      method="post"
      action={evidenceFilesPath(address, { indicator, userId, locale })}
      encType="multipart/form-data"
      className={isOver ? "evidence-files over" : "evidence-files"}
      data-goes-on="input"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        queue.start();
      }}
      {...drop}
    >
      {outcome === "added" && (
        <Notice tone="ok" live>
          <p>{t("done", { done: "added" })}</p>
        </Notice>
      )}
      <Field
        id="evidence-file"
        label={t("files.label")}
        hint={t("files.hint", { megabytes })}
        error={isRefusedFile(outcome) ? sentence({ key: outcome }) : null}
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            type="file"
            name="file"
            accept={accepted}
            multiple={isAwake}
            required={!isAwake}
            onChange={({ target }: ChangeEvent<HTMLInputElement>) => choose(target.files ?? [])}
          />
        )}
      </Field>
      {isAwake ? (
        <p className="note">{t("files.drop")}</p>
      ) : (
        <>
          <TextField
            id="evidence-title"
            name="title"
            label={t("files.title")}
            hint={t("files.titleHint")}
            maxLength={sourceFileLimits.name}
          />
          <div className="actions">
            <Button type="submit">{t("files.sendOne")}</Button>
          </div>
        </>
      )}
      <UploadList queue={queue} uploads={uploads} />
      <p role="status" className={queue.added() > 0 ? "note" : "vh"}>
        {queue.added() > 0 && t("files.added", { count: queue.added() })}
      </p>
    </form>
  );
}
