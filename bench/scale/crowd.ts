// The users in a filled database, by number. The same number gives the same ids in JavaScript and in SQL, with the shape and
// order of real ones: ids of users and sessions sort by creation time, subjects and addresses are in random order.
import { createHash } from 'node:crypto'
import type { TestPerson } from '../../test/support/provider-behaviour.ts'

export interface Crowd {
  readonly users: number
  /** The number of rows, including expired ones. */
  readonly sessions: number
  /** The issuer of all accounts. */
  readonly issuer: string
  /** Milliseconds since 1970, at which all users were last seen. */
  readonly filledAt: number
}

/** The number of expired sessions that wait for the sweep, equal in every database. Their users were not seen since. */
export const EXPIRED = 1_000
const DEPARTED_USERS = 100

/** The one secret that all sessions share. */
export const secret = 'a-secret-of-43-characters-for-every-session'
/** The hash that Latchkey stores. */
const secretHash: string = createHash('sha256').update(secret).digest('base64url')

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A moment at which a sweep removes exactly the expired sessions. */
export const sweepMoment = ({ filledAt }: Crowd): number => filledAt + 22 * HOUR

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

export const sessionIdOf = (n: number): string =>
  `${String(100_000_000 + n).slice(1)}${md5(`s${n}`).slice(0, 14)}`

export function userIdOf(n: number): string {
  const digits = String(1_000_000_000_000 + n).slice(1)
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-${md5(`u${n}`).slice(0, 12)}`
}

export const subjectOf = (n: number): string => `s-${md5(`p${n}`).slice(0, 14)}`

/** The provider's claims about a user, equal to what is stored. */
export function personOf(n: number): TestPerson {
  return {
    sub: subjectOf(n),
    email: `${md5(`e${n}`).slice(0, 14)}@example.test`,
    email_verified: true,
    name: `Person ${n}`,
  }
}

/**
 * Half of the expired sessions were created together a week before and not used since, so their rows are neighbours. The others
 * are spread over all rows.
 */
export function hasExpired(n: number, { sessions }: Crowd): boolean {
  const { neighbours, every } = expiryOf(sessions)
  return n > neighbours ? n <= neighbours + EXPIRED / 2 : n % every === 0 && n <= (every * EXPIRED) / 2
}

function expiryOf(sessions: number): { readonly neighbours: number; readonly every: number } {
  const neighbours = Math.floor(((sessions - EXPIRED / 2) * 23) / 30)
  return { neighbours, every: Math.floor(neighbours / (EXPIRED / 2)) }
}

/** One INSERT for each table, which selects from numbers named `n`. */
export interface FillStatement {
  readonly last: number
  readonly insertFrom: (numbers: string) => string
}

export function fillStatements(crowd: Crowd): readonly FillStatement[] {
  const people = crowd.users + DEPARTED_USERS
  return [
    { last: people, insertFrom: (numbers) => `${insertUsers(crowd)} from ${numbers}` },
    { last: people, insertFrom: (numbers) => `${insertAccounts(crowd)} from ${numbers}` },
    { last: people, insertFrom: (numbers) => `${insertAudit(crowd)} from ${numbers}` },
    { last: crowd.sessions, insertFrom: (numbers) => `${insertSessions(crowd)} from ${numbers}` },
  ]
}

const sqlSessionId = `substr(cast(100000000 + n as text), 2) || substr(md5('s' || n), 1, 14)`
const sqlAddress = `substr(md5('e' || n), 1, 14) || '@example.test'`
const sqlSubject = (n: string): string => `'s-' || substr(md5('p' || (${n})), 1, 14)`
/** `letter` is `u` for users; accounts and audit entries have other letters. */
function sqlId(n: string, letter = 'u'): string {
  const digits = `substr(cast(1000000000000 + (${n}) as text), 2)`
  return `substr(${digits}, 1, 8) || '-' || substr(${digits}, 9) || '-7000-8000-' || substr(md5('${letter}' || (${n})), 1, 12)`
}

function insertUsers({ filledAt }: Crowd): string {
  return `insert into latchkey_users (id, email, email_verified, name, created_at)
    select ${sqlId('n')}, ${sqlAddress}, true, 'Person ' || n, ${filledAt}`
}

function insertAccounts({ issuer, filledAt }: Crowd): string {
  return `insert into latchkey_accounts (id, user_id, provider, issuer, subject, email, email_verified,
      verified_email_key, name, linked_at, last_used_at)
    select ${sqlId('n', 'a')}, ${sqlId('n')}, 'h', '${issuer}', ${sqlSubject('n')}, ${sqlAddress}, true,
      ${sqlAddress}, 'Person ' || n, ${filledAt}, ${filledAt}`
}

/** One audit entry for each user. */
function insertAudit({ filledAt }: Crowd): string {
  return `insert into latchkey_audit (id, happened_at, type, user_id, session_id, provider, reason, reference_id,
      user_agent, client_address)
    select ${sqlId('n', 'l')}, ${filledAt}, 'signed_in', ${sqlId('n')}, ${sqlSessionId}, 'h', 'login', 'abcdefgh',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', '192.0.2.7'`
}

function insertSessions(crowd: Crowd): string {
  const { users, sessions, issuer, filledAt } = crowd
  const { neighbours, every } = expiryOf(sessions)
  const isNeighbour = `n > ${neighbours} and n <= ${neighbours + EXPIRED / 2}`
  const isOther = `n <= ${(every * EXPIRED) / 2} and n % ${every} = 0`
  const user = `case when (${isNeighbour}) or (${isOther}) then ${users} + 1 + n % ${DEPARTED_USERS}
    else (n - 1) % ${users} + 1 end`
  return `insert into latchkey_sessions (id, secret_hash, user_id, provider, issuer, subject, created_at,
      authenticated_at, last_seen_at, expires_at, ends_at, user_agent, client_address)
    select ${sqlSessionId}, '${secretHash}', ${sqlId(user)}, 'h', '${issuer}', ${sqlSubject(user)},
      ${filledAt - 30 * DAY} + n * ${30 * DAY} / ${sessions}, ${filledAt}, ${filledAt},
      case when ${isNeighbour} then ${filledAt + 20 * HOUR} + (n - ${neighbours}) * 2
        when ${isOther} then ${filledAt + 20 * HOUR} + n / ${every} * 2 + 1
        else ${filledAt + 2 * DAY} + n * 7919 % ${5 * DAY} end,
      ${filledAt + 60 * DAY}, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', '192.0.2.7'`
}
