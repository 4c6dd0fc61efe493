import "server-only";
import type { SiteLogoView } from "@/lib/views/site/site-settings-view";

/** A logo's own address and size, of what the database says of it: two pixels of the file are one of the page. */
export const logoView = ({
  digest,
  width,
  height,
}: {
  digest: string;
  width: number;
  height: number;
}): SiteLogoView => ({
  address: `/api/site/logo/${digest}`,
  width: Math.ceil(width / 2),
  height: Math.ceil(height / 2),
});
