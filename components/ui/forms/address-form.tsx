"use client";

import { type ComponentProps, useEffect, useRef } from "react";

/**
 * A form whose choices stand in its page's address. They say what the page shows, also after "back": neither a browser that
 * fills forms in again nor one that brings the page back as it was left may show what was chosen afterwards.
 */
export function AddressForm(props: ComponentProps<"form">) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const broughtBack = ({ persisted }: PageTransitionEvent) => persisted && form.current?.reset();
    addEventListener("pageshow", broughtBack);
    return () => removeEventListener("pageshow", broughtBack);
  }, []);
  return <form ref={form} method="get" autoComplete="off" {...props} />;
}
