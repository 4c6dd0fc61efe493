import { useTranslations } from "next-intl";
import { statuses } from "@/lib/domain/progress/status";
import { StatusSquare } from "./status-chip";

/** What the colours of bars mean, on pages without a heat map and its legend. */
export function StatusKey() {
  const t = useTranslations("status.word");
  return (
    <ul className="status-key">
      {statuses.map((status) => (
        <li key={status}>
          <StatusSquare status={status} />
          {t(status)}
        </li>
      ))}
    </ul>
  );
}
