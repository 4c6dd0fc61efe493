/** The page of a list that an address asks for with `?page=`: the first where it names none; null for what is no number of a page. */
export function pageNumber(asked: string | string[] | undefined): number | null {
  if (asked === undefined) return 1;
  return typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
}
