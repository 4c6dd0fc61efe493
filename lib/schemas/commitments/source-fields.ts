// Apart from the forms' schemas, which no browser needs.

/** How many sources a form has room for. */
const mostSources = 5;
export const sourcePlaces = Array.from({ length: mostSources }, (_, place) => place + 1);
export const sourceField = (part: "title" | "url", place: number) => `${part}_${place}` as const;
