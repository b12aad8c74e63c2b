// Data that the application attaches to a login: an invitation, a plan, a referrer. It is sealed into the address of the
// sign-in page, kept in the attempt, and passed to the application's functions when the login completes. Only the application
// can create or change it; any visitor with the address can use it, as with any link.
import type { LoginData } from '../../contracts/gate.ts'
import { LatchkeyError } from '../../errors.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import type { Core, Visit } from '../request/parts.ts'
import { safeTarget } from '../request/return-target.ts'

/** The carried data of an attempt. */
export interface Carried {
  readonly data: LoginData
  /** Where a new person goes first; null for the option `newUserPath`. */
  readonly newUserPath: string | null
  /** Expiry of the address, in milliseconds since 1970. */
  readonly until: number
}

/** Options of `auth.loginPath()`. */
export interface LoginPathOptions {
  /** The provider to sign in with. A link to it works only from pages of the application. Default: the sign-in page. */
  readonly provider?: string | undefined
  /** Where to return to after the login. Default: `/`. */
  readonly returnTo?: string | undefined
  /** Passed to `allow`, `fieldsFrom`, `users` and the hooks as `data`; at most 600 characters as JSON. Default: none. */
  readonly data?: LoginData | undefined
  /** Where a new person goes first. Default: the option `newUserPath`. */
  readonly newUserPath?: string | undefined
  /** How long the path can be used, in seconds; at most 30 days. Applies to `data` and `newUserPath`. Default: one day. */
  readonly lifetimeSeconds?: number | undefined
}

/** Limited, since ten attempts share the Cookie header. */
const mostCharacters = 600
const longestSeconds = 30 * 86_400
const parameter = 'carry'

/** Implements `auth.loginPath`. */
export function createLoginPath(core: Core): (options?: LoginPathOptions) => Promise<string> {
  return async ({ provider, returnTo, data, newUserPath, lifetimeSeconds = 86_400 } = {}) => {
    const query = new URLSearchParams()
    if (returnTo !== undefined) query.set('returnTo', safeTarget(core, returnTo))
    if (data !== undefined || newUserPath !== undefined) {
      if (!Number.isInteger(lifetimeSeconds) || lifetimeSeconds < 1 || lifetimeSeconds > longestSeconds)
        throw wrong(`lifetimeSeconds must be a whole number from 1 to ${longestSeconds}`)
      query.set(
        parameter,
        await sealed(core, {
          data: readData(data ?? {}),
          newUserPath: newUserPath === undefined ? null : readPath(newUserPath),
          until: core.settings.now() + lifetimeSeconds * 1000,
        }),
      )
    }
    if (provider !== undefined && !core.settings.providers.some(({ id }) => id === provider))
      throw new LatchkeyError('provider_unknown')
    const search = query.toString()
    const place = `${core.settings.publicBasePath}/login${provider === undefined ? '' : `/${provider}`}`
    return search === '' ? place : `${place}?${search}`
  }
}

/**
 * Returns the data in the URL of this visit; null if there is none.
 * @throws LatchkeyError `request_malformed` if the application did not seal it, or it has expired.
 */
export async function carriedBy(core: Core, { url }: Pick<Visit, 'url'>): Promise<Carried | null> {
  const [value, ...repeated] = url.searchParams.getAll(parameter)
  if (value === undefined) return null
  const opened = await core.seal.open<Omit<Carried, 'until'>>('login-data', value, {
    now: core.settings.now(),
  })
  // Ignoring an invalid invitation would lead to a refusal without a reason.
  if (opened.state !== 'valid' || repeated.length > 0) {
    const fault = opened.state === 'expired' ? 'is too old' : 'is not one that this application has sealed'
    throw new LatchkeyError('request_malformed', { detail: `The parameter ${parameter} ${fault}.` })
  }
  const { data, newUserPath } = opened.payload
  return { data, newUserPath, until: opened.expiresAt }
}

/** Returns the query that passes the data on to the next URL of this login, such as the button's; empty without data. */
export async function carryQuery(core: Core, carried: Carried | null): Promise<Record<string, string>> {
  return carried ? { [parameter]: await sealed(core, carried) } : {}
}

async function sealed({ seal }: Core, { until, ...payload }: Carried): Promise<string> {
  return seal.seal('login-data', payload, { expiresAt: until })
}

function readData(data: LoginData): LoginData {
  const text = JSON.stringify(data)
  if (typeof data !== 'object' || data === null || Array.isArray(data) || text.length > mostCharacters)
    throw wrong(
      `data must be an object of at most ${mostCharacters} characters as JSON. Found ${text?.length ?? 0}`,
    )
  return JSON.parse(text)
}

function readPath(path: string): string {
  if (safeReturnPath(path) !== path)
    throw wrong('newUserPath must be a path of this application, such as "/welcome"')
  return path
}

function wrong(detail: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail: `auth.loginPath: ${detail}.` })
}
