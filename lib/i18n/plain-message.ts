/** What somebody typed, without any of { } < >, as a message that says just that. */
export const plainMessage = (text: string): string => text.replaceAll("'", "''");
