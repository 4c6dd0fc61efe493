import { EvidenceItem } from "@/components/evidence/evidence-item";
import { Notice } from "@/components/ui/notice";
import type { RemarkRow } from "./item-row";

/** What there is to know about an indicator's values; what the unit says of a warning stands beside it. */
export function Remarks({ rows }: { rows: readonly RemarkRow[] }) {
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
