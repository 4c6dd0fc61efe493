"use client";

// A client component for its size only: its drawing needn't cross to the browser a second time.

/** The site's own mark: where it is, and its size in the page's pixels. An empty address: the product's stands. */
export interface BrandLogo {
  address: string;
  width: string;
  height: string;
}

/** The site's mark and name, which lead to the beginning. */
export function Brand({ href, name, logo }: { href: string; name: string; logo: BrandLogo }) {
  const { address, ...size } = logo;
  return (
    <a className="brand" href={href}>
      {address ? (
        // biome-ignore lint/performance/noImgElement: drawn at its size already, and served for good under its digest
        <img src={address} alt="" {...size} />
      ) : (
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <path d="M1 4h9v4H1zM12 4h9v4h-9zM1 10h9v4H1zM12 10h9v4h-9zM1 16h9v3H1z" fill="currentColor" />
          <path d="M12 16h9v3h-9z" fill="none" stroke="currentColor" />
        </svg>
      )}
      {name}
    </a>
  );
}
