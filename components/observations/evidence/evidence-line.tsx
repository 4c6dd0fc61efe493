import type { EvidenceLink } from "@/lib/views/commitments/observation-view";

/** Where it can be read; nothing where it isn't said. */
export function EvidenceLine({ evidence }: { evidence: EvidenceLink | null }) {
  if (evidence === null) return null;
  return (
    <p className="wrap-anywhere">
      <a href={evidence.url} rel="noopener noreferrer nofollow">
        {evidence.title}
      </a>
    </p>
  );
}
