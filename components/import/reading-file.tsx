import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ReadSoFar } from "@/lib/views/import-view";

/** How far a file is sent and read, and a way out; null until the server has begun to read. */
export function ReadingFile({ soFar, onStop }: { soFar: ReadSoFar | null; onStop: () => void }) {
  const t = useTranslations("import.page");
  return (
    <div className="mt-6">
      <ProgressBar
        label={soFar ? t("rowsRead", { rows: soFar.rows }) : t("sending")}
        value={soFar?.share ?? 0}
        max={1}
      />
      <div className="actions">
        <Button type="button" look="plain" onClick={onStop}>
          {t("stop")}
        </Button>
      </div>
    </div>
  );
}
