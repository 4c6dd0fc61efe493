import "server-only";

/** The read of each thing that is under way, and the one that follows it. */
const underWay = new Map<string, Promise<unknown>>();
const following = new Map<string, Promise<unknown>>();

/**
 * Reads what many ask for at once, such as a version at every public request. Requests that come while a read is under way
 * share the one that follows it: never the one under way, which may have begun before the change that they must see.
 * @param key names what `read` reads
 */
export function readAnew<T>(key: string, read: () => Promise<T>): Promise<T> {
  const present = underWay.get(key);
  if (!present) return begin(key, read);
  const shared =
    (following.get(key) as Promise<T> | undefined) ??
    present
      .catch(() => null)
      .then(() => {
        following.delete(key);
        return begin(key, read);
      });
  following.set(key, shared);
  return shared;
}

function begin<T>(key: string, read: () => Promise<T>): Promise<T> {
  const begun = read().finally(() => {
    if (underWay.get(key) === begun) underWay.delete(key);
  });
  underWay.set(key, begun);
  return begun;
}
