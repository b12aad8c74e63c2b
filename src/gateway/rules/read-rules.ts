// Reads the rules file, and checks all of it before any rule applies. JSON: `{ "rules": [ … ], "default": "user" }`.
import { LatchkeyError } from '../../errors.ts'
import { type HostPattern, hostCovers, type PathPattern, pathCovers } from './patterns.ts'
import { foldCase, readPath } from './request-path.ts'
import type { Rule, RuleDemand, Rules } from './rules.ts'

/** Every signed-in person. */
const anyUser: RuleDemand = Object.freeze({
  isPublic: false,
  organizations: null,
  claims: new Map(),
  emails: null,
  emailDomains: null,
  freshSeconds: null,
})

/** The rules without a file: everything requires a signed-in person. */
export const noRules: Rules = Object.freeze({ list: [], otherwise: anyUser })

const MOST_RULES = 1_000
const LONGEST_TEXT = 1_000_000

/**
 * Reads and checks the text of a rules file. `freshSeconds` is the meaning of `fresh` without a number.
 *
 * @throws LatchkeyError `config_rules_invalid`, with the position and the value that was found.
 */
export function readRules(text: string, freshSeconds: number): Rules {
  const { rules, default: otherwise = 'user' } = readFile(text)
  if (!Array.isArray(rules)) throw invalid('"rules" must be a list')
  if (rules.length > MOST_RULES)
    throw invalid(`there are ${rules.length} rules, and at most ${MOST_RULES} are read`)
  const list = rules.map((rule: unknown, index) => readRule(rule, `rule ${index + 1}`, freshSeconds))
  refuseShadowed(list)
  return Object.freeze({ list, otherwise: readDemand({ allow: otherwise }, '"default"', freshSeconds) })
}

/** The names of the claims that these rules check. */
export function claimsIn({ list, otherwise }: Rules): ReadonlySet<string> {
  return new Set([...list.map(({ demand }) => demand), otherwise].flatMap(({ claims }) => [...claims.keys()]))
}

function readFile(text: string): { readonly rules: unknown; readonly default?: unknown } {
  if (text.length > LONGEST_TEXT) throw invalid('the text is longer than a million characters')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // Node's message quotes the text, but rules are not secret.
    throw invalid(`this is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
  if (Array.isArray(value)) return { rules: value }
  const known = readObject(value, 'the whole', ['rules', 'default'])
  return { rules: known.rules ?? [], ...('default' in known ? { default: known.default } : {}) }
}

function readRule(value: unknown, at: string, freshSeconds: number): Rule {
  const rule = readObject(value, at, ['host', 'path', 'allow', 'fresh'])
  if (rule.host === undefined && rule.path === undefined) throw invalid(`${at} names no "path" and no "host"`)
  if (rule.allow === undefined && rule.fresh === undefined) throw invalid(`${at} has no "allow"`)
  return Object.freeze({
    host: readHost(rule.host, at),
    path: readPathPattern(rule.path ?? '/*', at),
    demand: readDemand(rule, at, freshSeconds),
  })
}

function readPathPattern(value: unknown, at: string): PathPattern {
  if (typeof value !== 'string' || !value.startsWith('/'))
    throw wrong(at, 'path', value, 'must be text that begins with /')
  const isTree = value.endsWith('/*')
  const path = value.replace(/\/\*?$/, '')
  if (path.includes('*')) throw wrong(at, 'path', value, 'may have a * only behind its last slash: /admin/*')
  const reading = readPath(path || '/')
  // Patterns are compared with decoded paths, so a pattern with %61 would never match.
  if (reading.kind !== 'plain' || path.includes('%') || path.includes('?')) {
    throw wrong(
      at,
      'path',
      value,
      'must be a plain path: decoded, without dots, doubled slashes, ; ? # or backslash',
    )
  }
  return Object.freeze({ path, folded: foldCase(path), isTree })
}

function readHost(value: unknown, at: string): HostPattern {
  if (value === undefined) return null
  const isTree = typeof value === 'string' && value.startsWith('*.')
  const name = typeof value === 'string' ? value.replace(/^\*\./, '').toLowerCase() : ''
  if (!/^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])$/.test(name)) {
    throw wrong(
      at,
      'host',
      value,
      'must be a host name without scheme and port, such as wiki.example.com or *.example.com',
    )
  }
  return Object.freeze({ name, isTree })
}

function readDemand(
  { allow = 'user', fresh }: { readonly allow?: unknown; readonly fresh?: unknown },
  at: string,
  freshSeconds: number,
): RuleDemand {
  const freshness = readFresh(fresh ?? (allow === 'fresh' ? true : undefined), at, freshSeconds)
  if (allow === 'public') {
    if (freshness !== null) throw invalid(`${at} is public and fresh at once`)
    return Object.freeze({ ...anyUser, isPublic: true })
  }
  if (allow === 'user' || allow === 'fresh') return Object.freeze({ ...anyUser, freshSeconds: freshness })
  if (typeof allow !== 'object') {
    throw wrong(
      at,
      'allow',
      allow,
      'must be "public", "user", "fresh" or an object such as { "group": "admins" }',
    )
  }
  return Object.freeze({ ...readConditions(allow, at), freshSeconds: freshness })
}

function readConditions(value: unknown, at: string): RuleDemand {
  const names = ['organization', 'group', 'claim', 'email', 'emailDomain']
  const { organization, group, claim, email, emailDomain } = readObject(value, `"allow" of ${at}`, names)
  const claims = new Map<string, readonly string[]>()
  if (group !== undefined) claims.set('groups', readTexts(group, at, 'group'))
  if (claim !== undefined) {
    for (const [name, values] of Object.entries(readObject(claim, `"claim" of ${at}`, null))) {
      claims.set(name, readTexts(values, at, `claim ${name}`))
    }
  }
  const lower = (values: unknown, name: string, form: RegExp): readonly string[] | null => {
    if (values === undefined) return null
    const texts = readTexts(values, at, name).map((text) => text.toLowerCase())
    const odd = texts.find((text) => !form.test(text))
    if (odd !== undefined)
      throw wrong(at, name, odd, name === 'email' ? 'is no e-mail address' : 'cannot be one')
    return texts
  }
  const demand = {
    ...anyUser,
    claims,
    organizations: lower(organization, 'organization', /^\S(?:.*\S)?$/),
    emails: lower(email, 'email', /^[^\s@]+@[^\s@]+$/),
    emailDomains: lower(emailDomain, 'emailDomain', /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/),
  }
  const isEmpty = claims.size === 0 && !demand.organizations && !demand.emails && !demand.emailDomains
  if (isEmpty) throw invalid(`"allow" of ${at} is an object without conditions`)
  return demand
}

function readFresh(value: unknown, at: string, freshSeconds: number): number | null {
  if (value === undefined || value === false) return null
  if (value === true) return freshSeconds
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 31_536_000) return value
  throw wrong(at, 'fresh', value, 'must be true or a whole number of seconds')
}

/** One text, or a list of texts that is not empty. */
function readTexts(value: unknown, at: string, name: string): readonly string[] {
  const texts = [value].flat()
  if (texts.length > 0 && texts.every((text) => typeof text === 'string' && text !== ''))
    return texts as string[]
  throw wrong(at, name, value, 'must be a text or a list of texts')
}

function readObject(
  value: unknown,
  at: string,
  names: readonly string[] | null,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`${at} is ${shown(value)}, and must be an object`)
  }
  // A misspelt name would be a condition that never applies.
  const odd = Object.keys(value).find((name) => names !== null && !names.includes(name))
  if (odd !== undefined) throw invalid(`${at} has ${shown(odd)}; it may have ${names?.join(', ')}`)
  return value as Readonly<Record<string, unknown>>
}

function refuseShadowed(list: readonly Rule[]): void {
  for (const [index, { host, path }] of list.entries()) {
    const first = list.findIndex((rule) => hostCovers(rule.host, host) && pathCovers(rule.path, path))
    if (first < index) {
      throw invalid(
        `rule ${index + 1} is never asked, since rule ${first + 1} fits everything that it fits: the first that fits decides, so put the narrower one before it`,
      )
    }
  }
}

function wrong(at: string, name: string, value: unknown, fault: string): LatchkeyError {
  return invalid(`"${name}" of ${at} is ${shown(value)}, and ${fault}`)
}

function invalid(fault: string): LatchkeyError {
  return new LatchkeyError('config_rules_invalid', { detail: `RULES: ${fault}.` })
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}
