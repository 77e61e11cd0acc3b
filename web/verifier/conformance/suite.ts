// A suite that is judged: how many cases, and which came out otherwise than published.
export type Suite = { name: string; judged: number; differing: string[]; judge(name: string, expected: unknown, actual: unknown): void };

export function suite(name: string): Suite {
  const found: Suite = {
    name,
    judged: 0,
    differing: [],
    judge(one, expected, actual) {
      found.judged++;
      if (expected !== actual) found.differing.push(one);
    },
  };
  return found;
}
