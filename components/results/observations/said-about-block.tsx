"use client";

import { useEffect, useState } from "react";
import type { SaidAbout } from "./said-about";

/**
 * What civil society says about what a page of results shows. The page knows none of it: it is prerendered with its results, and
 * the browser asks for what is said in the version that is public now. Without a script, or where that fails, the link leads
 * to the same.
 */
export function SaidAboutBlock({
  address,
  title,
  all,
  add,
}: {
  address: string;
  title: string;
  /** To all observations about it. */
  all: { label: string; href: string };
  /** Where one is added, which leads whoever isn't signed in there first. */
  add: { label: string; href: string };
}) {
  const [said, setSaid] = useState<SaidAbout | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    fetch(address, { signal: asking.signal })
      .then(async (response) => {
        if (response.ok) setSaid((await response.json()) as SaidAbout);
      })
      .catch(() => {});
    return () => asking.abort();
  }, [address]);
  return (
    <section className="block said-about" aria-labelledby="said-title">
      <h2 id="said-title">{title}</h2>
      {said && (
        <>
          <p className="note">{said.counts}</p>
          <ul className="observations">
            {said.lines.map(({ href, title, note }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                <p className="note">{note}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={all.href}>{all.label}</a>
      </p>
      <p className="add">
        <a href={add.href}>{add.label}</a>
      </p>
    </section>
  );
}
