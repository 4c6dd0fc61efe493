/** One step of an outline, in the units of the icon's square: move, line, cubic (two handles, then the end) or close. */
type CurveStep =
  | ["move" | "line", number, number]
  | ["cubic", number, number, number, number, number, number]
  | ["close"];

/** Numbers that each command takes. */
const arity: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, A: 7, Z: 0 };

/** The handle's share of the radius by which a cubic follows a quarter of a circle. */
const quarterHandle = (4 / 3) * Math.tan(Math.PI / 8);

/**
 * The path of an SVG icon as steps that a template can draw. Knows M, L, H, V, C, S, Z and half circles by A, which is
 * what the icons of `look.ts` are made of.
 * @throws RangeError for another command, or an arc that isn't half a circle.
 */
export function iconCurve(path: string): CurveStep[] {
  const steps: CurveStep[] = [];
  let [x, y] = [0, 0];
  let start = [0, 0];
  let handle: [number, number] | null = null;
  for (const [, letter, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter!.toUpperCase();
    const count = arity[command];
    if (count === undefined) throw new RangeError(`an icon may not use the command "${letter}"`);
    const isRelative = letter !== command;
    const numbers = (rest!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    for (let first = 0; first === 0 || first < numbers.length; first += count || 1) {
      const [originX, originY] = isRelative ? [x, y] : [0, 0];
      const taken = numbers.slice(first, first + count);
      if (command === "Z") {
        steps.push(["close"]);
        [x, y] = start as [number, number];
      } else if (command === "M" || command === "L") {
        [x, y] = [originX + taken[0]!, originY + taken[1]!];
        const isMove = command === "M" && first === 0;
        if (isMove) start = [x, y];
        steps.push([isMove ? "move" : "line", x, y]);
      } else if (command === "H" || command === "V") {
        if (command === "H") x = originX + taken[0]!;
        else y = originY + taken[0]!;
        steps.push(["line", x, y]);
      } else if (command === "A") {
        const [end, radius] = [[originX + taken[5]!, originY + taken[6]!] as const, taken[0]!];
        steps.push(...halfCircle([x, y], end, radius, taken[4] === 1));
        [x, y] = end;
      } else {
        const places = taken.map((number, index) => number + (index % 2 === 0 ? originX : originY));
        const full: number[] = command === "C" ? places : [...(handle ?? [x, y]), ...places];
        steps.push(["cubic", full[0]!, full[1]!, full[2]!, full[3]!, full[4]!, full[5]!]);
        [x, y] = [full[4]!, full[5]!];
        handle = [2 * x - full[2]!, 2 * y - full[3]!];
        continue;
      }
      handle = null;
    }
  }
  return steps;
}

function halfCircle(
  [x, y]: readonly [number, number],
  [endX, endY]: readonly [number, number],
  radius: number,
  isClockwise: boolean,
): CurveStep[] {
  const across = [(endX - x) / 2, (endY - y) / 2] as const;
  if (Math.abs(Math.hypot(...across) - radius) > 0.01) throw new RangeError("an icon's arcs are half circles");
  const turn = isClockwise ? 1 : -1;
  // From the middle to the top of the half circle.
  const up = [across[1] * turn, -across[0] * turn] as const;
  const middle = [x + across[0], y + across[1]] as const;
  const k = quarterHandle;
  const top = [middle[0] + up[0], middle[1] + up[1]] as const;
  return [
    ["cubic", x + up[0] * k, y + up[1] * k, top[0] - across[0] * k, top[1] - across[1] * k, ...top],
    ["cubic", top[0] + across[0] * k, top[1] + across[1] * k, endX + up[0] * k, endY + up[1] * k, endX, endY],
  ];
}
