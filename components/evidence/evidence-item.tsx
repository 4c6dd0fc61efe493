import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** A piece of evidence as it is drawn. */
export interface EvidenceText {
  title: string;
  href: string;
  isFile: boolean;
  /** Whose it is, who sees it, and what it is. */
  note: string;
}

/** One document that backs a value or a report: a link, or a file that is downloaded. */
export function EvidenceItem({
  text: { title, href, isFile, note },
  after,
}: {
  text: EvidenceText;
  after?: ReactNode;
}) {
  return (
    <li className="evidence">
      <Icon name={isFile ? "download" : "file"} />
      <span>
        {isFile ? (
          <a href={href} download>
            {title}
          </a>
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow">
            {title}
          </a>
        )}
        <br />
        <span className="note">{note}</span>
      </span>
      {after}
    </li>
  );
}
