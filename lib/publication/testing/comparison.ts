/** What was compared, and what didn't agree: a test that compared nothing says so by its number. */
export class Comparison {
  compared = 0;
  readonly wrong: string[] = [];

  check(isRight: boolean, where: string, expected: unknown, found: unknown): void {
    this.compared += 1;
    if (!isRight) this.wrong.push(`${where}: ${JSON.stringify(expected)}, but ${JSON.stringify(found)}`);
  }

  same(where: string, expected: unknown, found: unknown): void {
    this.check(Object.is(expected, found), where, expected, found);
  }
}
