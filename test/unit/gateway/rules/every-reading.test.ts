// Whatever path a server derives from a request, the gateway's check covers it: random paths against all known
// transformations of servers, combined in any order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readRules } from '../../../../src/gateway/rules/read-rules.ts'
import { readPath } from '../../../../src/gateway/rules/request-path.ts'
import { demandsOn } from '../../../../src/gateway/rules/rules.ts'

const rules = readRules(
  JSON.stringify({
    rules: [
      { path: '/admin/*', allow: { group: 'admins' } },
      { path: '/public/*', allow: 'public' },
    ],
    default: 'public',
  }),
  600,
)

/** Single transformations that servers, frameworks and file systems apply to a path. */
const habits: readonly ((path: string) => string)[] = [
  (path) => path.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16))),
  (path) => path.replaceAll('\\', '/'),
  (path) => path.replace(/\/{2,}/g, '/'),
  (path) => path.replace(/;[^/]*/g, ''),
  (path) => path.split(/[?#\0]/, 1)[0] ?? '',
  (path) => path.replace(/[. ]+(?=\/|$)/g, (end) => (/^\.{1,2}$/.test(end) ? end : '')),
  (path) => path.replace(/[\t\r\n]/g, ''),
  (path) => path.toLowerCase(),
  (path) => path.normalize('NFKC'),
  (path) => resolveDots(path),
]

function resolveDots(path: string): string {
  const done: string[] = []
  for (const segment of path.split('/').slice(1)) {
    if (segment === '..') done.pop()
    else if (segment !== '.') done.push(segment)
  }
  return `/${done.join('/')}`
}

/** All paths that combinations can produce; a real server applies only a few of these transformations. */
function readingsOf(path: string): ReadonlySet<string> {
  const readings = new Set([path])
  let newest: readonly string[] = [path]
  for (let step = 0; step < 5 && readings.size < 400; step++) {
    const next = newest.flatMap((reading) => habits.map((habit) => habit(reading)))
    newest = [...new Set(next)].filter((reading) => !readings.has(reading))
    for (const reading of newest) readings.add(reading)
  }
  return readings
}

const pieces = fc.constantFrom(
  ...[
    '/',
    '/',
    '/',
    'admin',
    'admin',
    'ADMIN',
    'a%64min',
    '%61dmin',
    'adm%69n',
    '%EF%BD%81dmin',
    'public',
    'x',
  ],
  ...[
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '%252e',
    '%2f',
    '%5c',
    '\\',
    ';',
    ';x',
    '%3b',
    '%00',
    '%20',
    '%23',
    '%3f',
    '%25',
    '//',
    '%09',
    '%0a',
  ],
)

test('no made-up path reaches /admin by a reading that the gateway did not ask about', () => {
  let reached = 0
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 7 }), (parts) => {
      const target = `/${parts.join('')}`
      const mayReach = [...readingsOf(target)].some((path) => path === '/admin' || path.startsWith('/admin/'))
      if (!mayReach) return
      reached++
      const reading = readPath(target)
      if (reading.kind === 'refused') return
      const isAsked = demandsOn(rules, 'app.example', reading).some(({ claims }) => claims.has('groups'))
      assert.ok(isAsked, `${target} opens /admin to everybody`)
    }),
    { numRuns: 4_000 },
  )
  assert.ok(reached > 100, `only ${reached} of them could reach it`)
})
