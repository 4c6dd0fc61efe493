/** What a form sends besides what is typed in it. */
export function Hidden({ hidden }: { hidden: Readonly<Record<string, string>> }) {
  return Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
