/** Numbers from 0 up to, but not including, 1, as `Math.random` gives them. */
export type RandomSource = () => number;

/**
 * A repeatable source (Marsaglia's xorshift with a Weyl sequence). Whoever knows the seed can repeat the choice of what
 * to hide, so outside of tests the seed must be secret and drawn anew each time.
 */
export function seededRandom(seed: number): RandomSource {
  // Without the mixing, small seeds would all begin with nearly the same number.
  let state = mixed(seed) || 1;
  let weyl = 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    weyl = (weyl + 0x61c88647) | 0;
    return ((state + weyl) >>> 0) / 2 ** 32;
  };
}

/** Every bit of the seed reaches every bit of the result (the finalizer of Appleby's MurmurHash3). */
function mixed(seed: number): number {
  let bits = seed ^ 0x9e3779b9;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

export function shuffled<T>(items: readonly T[], random: RandomSource): T[] {
  const result = [...items];
  for (let end = result.length - 1; end > 0; end--) {
    const other = Math.floor(random() * (end + 1));
    const moved = result[end] as T;
    result[end] = result[other] as T;
    result[other] = moved;
  }
  return result;
}

/** One of the items, each as likely as its weight says. Undefined when there is none. */
export function pickWeighted<T>(items: readonly T[], weight: (item: T) => number, random: RandomSource): T | undefined {
  const weights = items.map(weight);
  let left = random() * weights.reduce((sum, each) => sum + each, 0);
  for (const [index, each] of weights.entries()) {
    left -= each;
    if (left < 0) return items[index];
  }
  return items.at(-1);
}
