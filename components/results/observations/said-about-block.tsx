"use client";

import { ToldLine } from "@/components/observations/told-line";
import { useSaidAbout } from "./use-said-about";

/**
 * What civil society says about what a page of results shows. Without a script, or where the browser can't have it, the link
 * leads to the same.
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
  const said = useSaidAbout(address);
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
                <p className="note">
                  <ToldLine parts={note} />
                </p>
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
