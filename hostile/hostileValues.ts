// What nobody types but a broken or malicious caller may send: values that break naive code.
import fc from 'fast-check'

const nested = (depth: number): unknown => {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

/** Keys that would reach a prototype if they were ever copied; JSON.parse makes them own properties. */
export const POLLUTED = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x","hasOwnProperty":1}',
) as object

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  'x\uDC00y',
  '\uFFFE\uFFFF',
  '\u202Egnp.exe',
  '=HYPERLINK("http://x","y")',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "Robert'); DROP TABLE time_entry;--",
  '%00%2e%2e%2f',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'NaN',
  'null',
  '🏳️‍🌈👨‍👩‍👧‍👦',
  'e\u0301'.repeat(50),
  'x'.repeat(10_000),
  `${'x'.repeat(9_999)}👨‍👩‍👧‍👦`,
  `${'n'.repeat(199)}👨‍👩‍👧‍👦`,
  'x'.repeat(200_000),
]

export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 5,
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      NaN,
      -0,
      Infinity,
      -Infinity,
      -1,
      0.5,
      2 ** 53,
      Number.MAX_SAFE_INTEGER,
      8_640_000_000_000_001,
      253_402_300_799_999,
      true,
      10n,
      [],
      {},
      POLLUTED,
      nested(10_000),
      [[[]]],
      new Date(NaN),
      new Map([['a', 1]]),
      () => 'x',
      Symbol('x'),
      Object.create(null),
    ),
  },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 3 }) },
)
