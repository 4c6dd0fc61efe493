/**
 * A function whose answers are made once for each key and kept for the life of the process: making one `Intl` format
 * takes as long as writing a hundred texts with it. For few keys only, such as languages; nothing is ever let go.
 */
export function onceEach<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
