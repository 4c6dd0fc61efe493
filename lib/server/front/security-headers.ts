import "server-only";
import type { ServerResponse } from "node:http";

/**
 * What the product never asks a browser for, and nothing that comes into a page may ask for either. Passkeys
 * (`publickey-credentials-*`) and the clipboard stay as browsers have them.
 */
const unused = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];

const always: readonly (readonly [name: string, value: string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "same-origin"],
  ["Permissions-Policy", unused.map((feature) => `${feature}=()`).join(", ")],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** A year. Names under the site's own are for their owners to decide on. */
const overHttps: readonly [name: string, value: string] = ["Strict-Transport-Security", "max-age=31536000"];

/**
 * The one place that says what every answer carries, whoever makes it: a page, a file, the API, an error. What a page may
 * load differs from page to page, and stands in `page-cache/content-security-policy.mjs`.
 */
export function secureAnswer(response: ServerResponse): void {
  for (const [name, value] of always) response.setHeader(name, value);
  if (process.env.NEXTAUTH_URL?.startsWith("https://")) response.setHeader(...overHttps);
}
