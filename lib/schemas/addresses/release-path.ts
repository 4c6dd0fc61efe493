// A release's pages have the addresses of the present ones, below its own: `/en/spaiv/releases/june-2018/2016`. They are
// prerendered where those are, under a version that names the release: `/results/18~june-2018/en/spaiv/2016`.

const sign = "~";
/** What a release is called in an address. */
export const releaseCode = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const ofRelease = /^(\/[^/]+\/[^/]+)\/releases\/([^/]+)(\/.*)?$/;

/** The version of a release, as an address has it. */
export const releasedVersion = (present: number | string, code: string): string => `${present}${sign}${code}`;

/** The version under which a public address is prerendered, and the path there. */
export function prerenderedAs(version: string, pathname: string): { version: string; pathname: string } {
  const [, plan, code, page = ""] = ofRelease.exec(pathname) ?? [];
  if (plan === undefined || code === undefined) return { version, pathname };
  return { version: releasedVersion(version, code), pathname: `${plan}${page}` };
}

/** What such a version says: the present results version, and the release whose results are read; null where it is none. */
export function versionIn(segment: string): { present: number; release: string | null } | null {
  const [, present, release] = /^([1-9]\d{0,8})(?:~(.+))?$/.exec(segment) ?? [];
  if (present === undefined || (release !== undefined && !releaseCode.test(release))) return null;
  return { present: Number(present), release: release ?? null };
}
