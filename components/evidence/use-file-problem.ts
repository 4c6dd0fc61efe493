import { useTranslations } from "next-intl";
import { evidenceLimit } from "@/lib/domain/reports/evidence-limit";
import { sourceFileLimits } from "@/lib/domain/source-file";
import type { Message } from "@/lib/schemas/forms/form-state";
import { unheard } from "./upload-queue";

const megabytes = sourceFileLimits.bytes / 1024 / 1024;

/** Says why a file wasn't added. */
export function useFileProblem(): (problem: Message) => string {
  const t = useTranslations("sourceFiles.evidence");
  const errors = useTranslations("errors");
  return ({ key, args }) =>
    // The common words on these promise what was entered, which a file never is.
    unheard.includes(key)
      ? t("refused", { code: key })
      : errors(key as Parameters<typeof errors>[0], {
          megabytes,
          most: evidenceLimit,
          limit: sourceFileLimits.name,
          lock: "other",
          ...args,
        });
}
