// What a second, white-box reading and reports of people who run sign-in found: the rules that came of it, one row each,
// with the test file that holds it. The test is named after the row.

export interface SecondReadingCase {
  /** `N`, the group (F opens too much, H locks honest people out, W hides the reason, P stops a developer, S deployments), a number. */
  readonly id: `N${'F' | 'H' | 'W' | 'P' | 'S'}${number}${'' | 'b'}`
  readonly rule: string
  /** Below test/. */
  readonly heldBy: string
}

export const secondReadingCases: readonly SecondReadingCase[] = []
