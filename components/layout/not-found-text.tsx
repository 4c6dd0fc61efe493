"use client";

import { useParams } from "next/navigation";
import { startPath } from "@/lib/i18n/paths";
import { Brand, type BrandLogo } from "./brand/brand";

interface NotFoundWords {
  product: string;
  logo: BrandLogo;
  title: string;
  lead: string;
  back: string;
}

export function NotFoundText(said: NotFoundWords) {
  // The language of the address, which need not be the one that the page speaks.
  const href = startPath(useParams<{ locale: string }>().locale);
  const { product, logo, title, lead, back } = said;
  return (
    <>
      <title>{title}</title>
      <header className="bar">
        <div className="wrap">
          <Brand href={href} name={product} logo={logo} />
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
