"use client";

import { Brand } from "./brand";

export function NotFoundText(words: { href: string; product: string; title: string; lead: string; back: string }) {
  const { href, product, title, lead, back } = words;
  return (
    <>
      <title>{title}</title>
      <header className="bar">
        <div className="wrap">
          <Brand href={href} name={product} />
        </div>
      </header>
      <main id="main" className="wrap">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <p className="mt-4">
          <a href={href}>{back}</a>
        </p>
      </main>
    </>
  );
}
