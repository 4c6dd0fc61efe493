/** "11 achieved, 9 on track" */
export function inWords(counts: readonly number[], counted: readonly string[]): string {
  return counts
    .flatMap((count, index) => (count > 0 ? [counted[index]!.replace("{count}", String(count))] : []))
    .join(", ");
}
