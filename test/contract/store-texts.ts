// Texts that databases like to change: by collation, padding, escaping, normalization, or a three-byte UTF-8.

/** Each differs from all others, though some collation takes some of them for the same. */
export const nearlyEqualTexts: readonly string[] = [
  'subject',
  'Subject',
  'SUBJECT',
  'subject ',
  'subject  ',
  ' subject',
  'subject\t',
  'subject\n',
  'sübject',
  'su\u0308bject',
  'ｓubject',
  'subject\u00ad',
  'subject\u200d',
  'subject\u0001',
  'ßubject',
  'ssubject',
  'İ',
  'I',
  'ı',
  'i',
  '1',
  '01',
  '1.0',
  '😀',
  '😁',
  '\u{10FFFF}',
  'x'.repeat(255),
  `${'x'.repeat(254)}y`,
  '😀'.repeat(127),
]

/** Round trips that go wrong where values become part of a statement, a format or a pattern. */
export const unusualTexts: readonly string[] = [
  '',
  ' ',
  `Robert'); drop table latchkey_users; --`,
  'back\\slash \\" \\0 \\u0000',
  '"quoted" `ticked` $1 ? :name %s _%',
  'null',
  'Zoë 山田太郎 👩‍👩‍👧‍👦 \u202Eright to left',
  'two\r\nlines\ttab',
  '{"json":[1,2]}',
  '\u0001\u001f\u007f\u0085\u2028\ufeff',
  '😀'.repeat(100),
]
