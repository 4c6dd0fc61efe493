import { useEffect, useState } from "react";

/**
 * A reader's choice that stands in the address's query: it outlives a reload, and is taken along to another language or
 * period. It only narrows or turns what is shown.
 * @param query its name in the address
 * @param keys the first is chosen where the address says nothing
 */
export function useChoiceInQuery<K extends string>(query: string, keys: readonly K[]): [K, (key: K) => void] {
  const [first] = keys as readonly [K, ...K[]];
  const [chosen, setChosen] = useState<K>(first);
  const all = keys.join();
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).get(query);
    if (asked && all.split(",").includes(asked)) setChosen(asked as K);
  }, [query, all]);
  const choose = (key: K) => {
    setChosen(key);
    const address = new URL(window.location.href);
    if (key === first) address.searchParams.delete(query);
    else address.searchParams.set(query, key);
    window.history.replaceState(window.history.state, "", address);
  };
  return [chosen, choose];
}
