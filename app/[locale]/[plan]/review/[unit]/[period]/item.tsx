import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusChange } from "@/components/results/status-change";
import { StatusChip } from "@/components/results/status-chip";
import type { ShownStatus } from "@/lib/charts/shown-status";
import type { ReviewedStatus } from "@/lib/schemas/consequences-view";
import type { Revision } from "@/lib/schemas/entry-view";
import type { DimensionView } from "@/lib/schemas/report-view";
import type { ReviewIndicator } from "@/lib/schemas/review-view";
import { Delta } from "./delta";
import { History } from "./history";
import { type Hidden, Parts } from "./parts";
import { Remarks } from "./remarks";

/** One indicator under review. `children` is the decision about it. */
export function ReviewItem({
  indicator,
  dimensions,
  status,
  hidden,
  history,
  children,
}: {
  indicator: ReviewIndicator;
  dimensions: readonly DimensionView[];
  /** Left out where none is worked out, as of a report that was decided about. */
  status: ReviewedStatus | null;
  /** Cells that the public won't see as they stand here. */
  hidden: Hidden;
  history: readonly Revision[];
  children: ReactNode;
}) {
  const { code, title } = indicator;
  return (
    <article className="item" id={code} aria-labelledby={`${code}-title`}>
      <h3 id={`${code}-title`}>
        <span className="code">{code}</span>
        {title}
      </h3>
      <div className="known">
        <Delta indicator={indicator} />
        {status && <StatusLine status={status} indicator={indicator} />}
        <HiddenNote hidden={hidden} />
        <Remarks indicator={indicator} dimensions={dimensions} />
        <Parts indicator={indicator} dimensions={dimensions} hidden={hidden} />
        <History indicator={indicator} revisions={history} />
      </div>
      {children}
    </article>
  );
}

/** What readers see now and would see, and where the status is hidden from them, what it is. */
function StatusLine({
  status: { before, after, exact },
  indicator,
}: {
  status: ReviewedStatus;
  indicator: ReviewIndicator;
}) {
  const t = useTranslations("review.status");
  const word = useTranslations("status.word");
  const { now } = indicator;
  const none = now?.kind === "missing" && now.reason === "notApplicable" ? "notApplicable" : "noValue";
  const hasValue = now !== null && now.kind !== "missing";
  const to: ShownStatus = after === "notAssessed" && !hasValue ? none : after;
  // What is reported for context has no status, and says so beside its figure.
  if (indicator.rules.direction === "neutral") return null;
  const isTold = after !== "notAssessed" && after !== "suppressed";
  const hints = [
    ...(before === after ? [t("same")] : before === null && isTold ? [t("first")] : []),
    ...(exact !== after && exact !== "notAssessed" ? [t("exact", { status: word(exact) })] : []),
  ];
  return (
    <p className="status-line">
      {before === null || before === after ? <StatusChip status={to} /> : <StatusChange from={before} to={to} />}
      {hints.length > 0 && <span className="hint"> {hints.join("; ")}</span>}
    </p>
  );
}

function HiddenNote({ hidden: { marks, threshold } }: { hidden: Hidden }) {
  const t = useTranslations("review.hidden");
  const cells = Object.keys(marks).length;
  if (cells === 0) return null;
  const { total } = marks;
  return (
    <p className="note hidden-note">
      {total ? t("total", { mark: total, threshold, others: cells - 1 }) : t("parts", { cells })}
    </p>
  );
}
