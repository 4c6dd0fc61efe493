/** As much of `sessionStorage` as is needed. */
export type TabMemory = Pick<Storage, "getItem" | "setItem">;

/** Null on the server, and where the browser keeps nothing. */
export function tabMemory(): TabMemory | null {
  try {
    return typeof window === "undefined" ? null : window.sessionStorage;
  } catch {
    return null;
  }
}
