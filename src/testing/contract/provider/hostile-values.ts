// Values that a broken or malicious provider may send as a person's data (docs/security-cases.md D14, F1, F4, F7, F10).

/** Each may replace any claim. */
export const hostileValues: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  '\0',
  0,
  -1,
  1.5,
  2 ** 53,
  Number.POSITIVE_INFINITY,
  true,
  [],
  {},
  [null],
  { toString: 'no' },
  'true',
  'x'.repeat(256),
  'x'.repeat(1_000_000),
  `${'x'.repeat(300)}@example.com`,
  'a@evil.example,b@victim.example',
  '"e@evil"@victim.example',
  'x＠victim.example',
  'a@b@victim.example',
  'a@victim.example.',
  'a@evil.example\r\nBcc: b@victim.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://user:pass@evil.example/',
  'https://evil.example/"onerror="alert(1)',
  '<img src=x onerror=alert(1)>',
  'gpj.\u202Eexe',
  '\u2066hidden\u2069',
  'half \uD800 a pair',
  'line\nbreak',
]

/** Yields copies of `value`, each with one leaf or one branch replaced. */
export function* withEachLeafReplaced(value: unknown, replacements: readonly unknown[]): Generator<unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      for (const changed of withEachLeafReplaced(inner, replacements)) {
        const copy: object = Array.isArray(value) ? [...value] : { ...value }
        yield Object.assign(copy, { [key]: changed })
      }
    }
  }
  yield* replacements
}
