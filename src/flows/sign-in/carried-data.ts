// What the application gives a login on its way: an invitation, a plan, who sent the person. Sealed by the application itself into
// the address of the sign-in page, carried in the attempt, and handed to its own functions when the login is done. No one else
// can make or change it; anyone who has the address can use it, as with any link.
import type { LoginData } from '../../contracts/gate.ts'
import { LatchkeyError } from '../../errors.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import type { Core, Visit } from '../request/parts.ts'
import { safeTarget } from '../request/return-target.ts'

/** What an attempt carries. */
export interface Carried {
  readonly data: LoginData
  /** Where a person goes whom this login makes; null: as the options say. */
  readonly newUserPath: string | null
  /** Milliseconds since 1970: until when the address can be used. */
  readonly until: number
}

/** Options of `auth.loginPath()`. */
export interface LoginPathOptions {
  /** Goes straight to this provider. Default: the sign-in page. A link to it works from pages of the application only. */
  readonly provider?: string | undefined
  /** Where to come back to. Default: `/`. */
  readonly returnTo?: string | undefined
  /** What `allow`, `fieldsFrom`, `users` and the hooks get as `data`: at most 600 characters as JSON. Default: nothing. */
  readonly data?: LoginData | undefined
  /** Where a new person goes first. Default: the option `newUserPath`. */
  readonly newUserPath?: string | undefined
  /** For how long the path can be used; at most 30 days. Default: a day. */
  readonly lifetimeSeconds?: number | undefined
}

/** Ten attempts share the Cookie header. */
const mostCharacters = 600
const longestSeconds = 30 * 86_400
const parameter = 'carry'

/** What `auth.loginPath` is. */
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
 * What the address of this visit carries; null for nothing.
 * @throws LatchkeyError `request_malformed` for what the application did not seal, or too long ago.
 */
export async function carriedBy(core: Core, { url }: Pick<Visit, 'url'>): Promise<Carried | null> {
  const [value, ...repeated] = url.searchParams.getAll(parameter)
  if (value === undefined) return null
  const opened = await core.seal.open<Omit<Carried, 'until'>>('login-data', value, {
    now: core.settings.now(),
  })
  // Dropping an invitation silently would end in a refusal without a reason.
  if (opened.state !== 'valid' || repeated.length > 0) {
    const fault = opened.state === 'expired' ? 'is too old' : 'is not one that this application has sealed'
    throw new LatchkeyError('request_malformed', { detail: `The parameter ${parameter} ${fault}.` })
  }
  const { data, newUserPath } = opened.payload
  return { data, newUserPath, until: opened.expiresAt }
}

/** The same for a further address of this login, such as the button's; empty where nothing is carried. */
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
