import { useTranslations } from "next-intl";
import { type ReactNode, use } from "react";
import { AnswersContext } from "@/components/review/answers/use-answers";
import { LetteredStatus } from "@/components/review/decision/lettered-status";
import { Icon } from "@/components/ui/icon";
import { ItemMore } from "./item-more";
import { ItemNote } from "./item-note";
import type { ItemRow } from "./item-row";
import type { ListPlace } from "./list-place";
import { markItem } from "./mark-item";
import { Remarks } from "./remarks";

/** One indicator under review. `children` is the decision about it. */
export function ReviewItem({
  row,
  place,
  isAwake,
  children,
}: {
  row: ItemRow;
  place: ListPlace;
  /** The page's script runs. */
  isAwake: boolean;
  children: ReactNode;
}) {
  const { code, title, hidden, remarks } = row;
  const t = useTranslations("review.more");
  // Nobody accepts unseen what somebody said of it.
  const isSaid = row.noted || remarks?.some(([kind]) => kind === "comment");
  const isFolded = !isSaid && use(AnswersContext)?.atOnce.isClean(code);
  return (
    <article className={isFolded ? "item folded" : "item"} id={code} tabIndex={-1} aria-labelledby={`of-${code}`}>
      <h3 id={`of-${code}`}>
        <span className="code">{code}</span>
        {title}
      </h3>
      {isFolded && isAwake && (
        <button
          type="button"
          className="unfold"
          onClick={({ currentTarget }) => {
            const item = currentTarget.closest("article")!;
            markItem(item);
            item.focus();
          }}
        >
          <span className="vh">{t("unfold", { code })}</span>
        </button>
      )}
      <div className="known">
        {row.words ? <Words row={row} /> : <Total row={row} />}
        {row.status !== "" && <StatusLine row={row} />}
        {hidden !== undefined && <p className="note">{hidden}</p>}
        {remarks && <Remarks rows={remarks} />}
        <ItemMore row={row} place={place} />
        {place.mayNote && (isAwake || row.noted) && <ItemNote code={code} isNoted={row.noted ?? false} place={place} />}
      </div>
      {children}
    </article>
  );
}

function StatusLine({ row: { status, hint } }: { row: ItemRow }) {
  return (
    <p className="status-line">
      <LetteredStatus letters={status} />
      {hint !== "" && <span className="hint">{` ${hint}`}</span>}
    </p>
  );
}

/** The total before and now, and what goes with it. */
function Total({ row: { before, now, none, by } }: { row: ItemRow }) {
  const t = useTranslations("review.delta");
  return (
    <p className="delta">
      {before !== undefined && (
        <>
          <del>
            <span className="vh">{t("before")} </span>
            {before}
          </del>
          <Icon name="arrowRight" />
        </>
      )}
      {before === undefined ? (
        <span className={none ? "now none" : "now"}>{now}</span>
      ) : (
        <ins className={none ? "now none" : "now"}>
          <span className="vh">{t("now")} </span>
          {now}
        </ins>
      )}
      <span className="by">{by}</span>
    </p>
  );
}

function Words({ row: { before, now } }: { row: ItemRow }) {
  const t = useTranslations("review.delta");
  return (
    <div className="words">
      <p className="wrap-anywhere">{now}</p>
      {before !== undefined && (
        <details>
          <summary>{t("textBefore")}</summary>
          <p className="wrap-anywhere">{before}</p>
        </details>
      )}
    </div>
  );
}
