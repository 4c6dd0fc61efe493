/**
 * Whether an address's path is text at all. Its escapes may spell half a character, or the NUL that no database holds, and
 * a page that were asked for such a thing would fail instead of not being there.
 */
export function isReadablePath(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}
