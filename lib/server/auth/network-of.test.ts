import { describe, expect, it } from "vitest";
import { networkOf } from "./network-of";

describe("the network of an address", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["198.51.100.7:50123", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::6", "2001:db8:1:2::/64"],
    ["[2001:0db8:0001:0002::6]:443", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8::1:2:3:4", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
    ["", ""],
    ["[", "["],
  ])("%j is %j", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is one for all addresses that a machine may take, and not for its neighbour's", () => {
    const all = Array.from({ length: 50 }, (_, index) => `2001:db8:0:7:${index.toString(16)}::${index.toString(16)}`);
    expect(new Set(all.map(networkOf)).size).toBe(1);
    expect(networkOf("2001:db8:0:8::1")).not.toBe(networkOf("2001:db8:0:7::1"));
  });
});
