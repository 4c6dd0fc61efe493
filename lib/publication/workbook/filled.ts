/** The template with its places filled: `filled("{unit}: status", { unit: "Thailand" })`. A name in braces within a filled-in text stays as it is. */
export const filled = (template: string, parts: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => parts[name] ?? place);
