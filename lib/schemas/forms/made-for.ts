// A page is made for one person, and what it sends is theirs: another tab of the same browser may have somebody else signed
// in meanwhile. Forms without a script say it in the address.

export const madeForHeader = "x-made-for";
export const madeForParameter = "for";

/** What a request from the page of that person says of it. */
export const madeFor = (userId: number): Record<string, string> => ({ [madeForHeader]: String(userId) });
