"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ReportAddress } from "@/lib/views/report-view";
import { UploadList } from "./upload-list";
import { useBegunElsewhere, useUploads } from "./use-uploads";

interface Props {
  address: ReportAddress;
  /** What they back; null for the report as a whole. */
  indicator: string | null;
  userId: number;
}

/** Files that were chosen on another page of the report and not added there: whoever saved and went on adds them here. */
export function FilesBegun({ address, indicator, userId }: Props) {
  const begun = useBegunElsewhere(address, { indicator, userId });
  // What was added here is told of, though nothing of it waits any more.
  const [shown, setShown] = useState<readonly (string | null)[]>([]);
  const missing = begun.filter((code) => !shown.includes(code));
  useEffect(() => {
    if (missing.length > 0) setShown((before) => [...before, ...missing.filter((code) => !before.includes(code))]);
  });
  return shown
    .filter((code) => code !== indicator)
    .map((code) => <FilesOf key={code ?? ""} {...{ address, userId }} indicator={code} />);
}

function FilesOf({ address, indicator, userId }: Props) {
  const t = useTranslations("sourceFiles.evidence.files");
  const { queue, uploads } = useUploads(address, { indicator, userId });
  const added = queue.added();
  if (uploads.length === 0 && added === 0) return null;
  return (
    <form
      className="evidence-files"
      data-goes-on="p"
      onSubmit={(event) => {
        event.preventDefault();
        queue.start();
      }}
    >
      <p role="status">{uploads.length > 0 ? t("begun") : t("added", { count: added })}</p>
      <UploadList queue={queue} uploads={uploads} />
    </form>
  );
}
