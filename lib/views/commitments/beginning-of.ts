/** The beginning of somebody's words, in whole words as far as they go. */
export function beginningOf(body: string, most: number): string {
  if (body.length <= most) return body;
  const cut = body.slice(0, most);
  const end = cut.lastIndexOf(" ");
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}
