/** Leads through a list that has several pages; nothing where it has one. Plain links, for whoever has no script. */
export function Pager({
  page,
  pages,
  hrefOf,
  words,
}: {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** `label` names the whole, `place` says which page of how many this is. */
  words: { label: string; place: string; previous: string; next: string };
}) {
  if (pages < 2) return null;
  return (
    <nav aria-label={words.label} className="mt-6 flex flex-wrap items-center gap-4">
      {page > 1 && (
        <a className="btn" rel="prev" href={hrefOf(page - 1)}>
          {words.previous}
        </a>
      )}
      <span>{words.place}</span>
      {page < pages && (
        <a className="btn" rel="next" href={hrefOf(page + 1)}>
          {words.next}
        </a>
      )}
    </nav>
  );
}
