import "server-only";
import { isIPv4, isIPv6 } from "node:net";

/**
 * What attempts from an address are counted by: an IPv4 address, or the /64 of an IPv6 one, for whoever has one address
 * there has them all. Some proxies write a port behind the address; anything else stays as it is.
 */
export function networkOf(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, "$1");
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!isIPv6(bare)) return bare;
  const [head, tail] = bare
    .replace(/%.*$/, "")
    .split("::")
    .map((part) => part.split(":").filter((group) => group !== ""));
  const before = head ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - tail.length }, () => "0");
  const groups = [...before, ...zeros, ...(tail ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
