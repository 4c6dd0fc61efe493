import { useTranslations } from "next-intl";
import { type ReactNode, use } from "react";
import { EvidenceItem } from "@/components/evidence/evidence-item";
import { AnswersContext } from "@/components/review/answers/use-answers";
import { LetteredStatus } from "@/components/review/decision/lettered-status";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { ItemMore } from "./item-more";
import { ItemNote } from "./item-note";
import type { ItemRow, RemarkRow } from "./item-row";
import type { ListPlace } from "./list-place";
import { markItem } from "./mark-item";

/** What there is to know about an indicator's values; what the unit says of a warning stands beside it. */
function Remarks({ rows }: { rows: readonly RemarkRow[] }) {
  const each = (rows: readonly RemarkRow[]) => rows.map((row) => <Remark key={JSON.stringify(row)} row={row} />);
  const warned = rows.filter(([kind]) => kind === "warning" || kind === "info" || kind === "note");
  const said = rows.filter(([kind]) => kind === "comment");
  if (said.length === 0 || !warned.some(([kind]) => kind === "warning")) return each(rows);
  return (
    <>
      <div className="beside">
        <div>{each(warned)}</div>
        <div>{each(said)}</div>
      </div>
      {each(rows.filter((row) => !warned.includes(row) && !said.includes(row)))}
    </>
  );
}

function Remark({ row }: { row: RemarkRow }) {
  switch (row[0]) {
    case "warning":
    case "info": {
      const [tone, title, text] = row;
      return (
        <Notice tone={tone} title={title}>
          <p>{text}</p>
        </Notice>
      );
    }
    case "note":
      return <p className="note">{row[1]}</p>;
    case "asked": {
      const [, title, query, reply, changed] = row;
      return (
        <Notice title={title}>
          <p className="asked-before whitespace-pre-line">{query}</p>
          {reply !== "" && <p className="wrap-anywhere whitespace-pre-line">{reply}</p>}
          {changed !== "" && <p>{changed}</p>}
        </Notice>
      );
    }
    case "comment": {
      const [, title, text] = row;
      return (
        <Notice title={title}>
          <p className="wrap-anywhere whitespace-pre-line">{text}</p>
        </Notice>
      );
    }
    case "evidence": {
      const [, lead, evidence] = row;
      return (
        <>
          <p className="note">{lead}</p>
          <ul className="evidence-list">
            {evidence.map(([id, text]) => (
              <EvidenceItem key={id} text={text} />
            ))}
          </ul>
        </>
      );
    }
  }
}

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
