// The provider tokens of a user, with or without a session: implements `auth.tokens` and `auth.authorize`.
import type { Session } from '../../contracts/session.ts'
import type { AccountOfUser, AccountTokens, SessionTokens, TokenOutcome } from '../../contracts/tokens.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { randomText } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import { describeCauses } from '../../events/describe-causes.ts'
import { apiAddress, callApi } from '../../oauth/tokens/call-api.ts'
import { createOutboundFetch } from '../../outbound/outbound.ts'
import { findValidToken, type ValidToken } from '../../tokens/find-valid-token.ts'
import { createRefresher } from '../../tokens/refresh-once.ts'
import { subjectOf } from '../../tokens/subject-of.ts'
import { type AccountHolder, findOwnAccount, type OwnAccount } from '../linking/find-own-account.ts'
import type { Core, ReadyProvider } from '../request/parts.ts'
import type { Place } from '../request/place.ts'
import { safeTarget } from '../request/return-target.ts'
import { vaultOf } from '../sign-in/keep-answer.ts'
import { authorizationPath } from './authorize-account.ts'

/** API responses are larger and slower than those of a sign-in. */
const API_LIMITS = { timeoutMilliseconds: 30_000, maxBytes: 10_485_760 }

export interface AuthorizeOptions {
  /** Requested in addition to the configured scopes and those already granted. */
  readonly scopes: readonly string[]
  /** Where to return to: a path of the application, or a page of a front end. Default: `/`. */
  readonly returnTo?: string | undefined
}

export interface TokenStories {
  readonly of: (session: Session) => SessionTokens
  readonly ofAccount: (whose: AccountOfUser) => AccountTokens
  readonly authorize: (session: Session, providerId: string, options: AuthorizeOptions) => Promise<string>
}

/** Created once per process, so that all callers share refreshes. */
export function createTokenStories(core: Core, latestPlace: () => Place | null): TokenStories {
  const { settings, platform } = core
  const vault = vaultOf(core)
  const refresher = createRefresher({ vault, newOwnerId: () => randomText(16, platform.randomBytes) })
  const apiFetch = createOutboundFetch({
    ...API_LIMITS,
    ...(settings.fetch ? { fetch: settings.fetch } : {}),
  })

  function here(): Place {
    const place = latestPlace()
    if (!place) throw new LatchkeyError('config_origin_missing')
    return place
  }

  async function findAccount(holder: AccountHolder, id: string): Promise<OwnAccount> {
    return findOwnAccount(core, holder, { id, asker: { place: here() } })
  }

  const holderOf = ({ user, identity }: Session): AccountHolder => ({ userId: user.id, identity })

  async function find(
    ready: ReadyProvider,
    account: LinkedAccount,
    refusedVersion: number | null,
  ): Promise<ValidToken> {
    const { id: accountId, userId } = account
    const happened = { userId, accountId, provider: ready.provider.id }
    return findValidToken(
      { vault, refresher },
      {
        accountId,
        refusedVersion,
        async redeem({ refreshToken, idToken, scopes }) {
          const subject = subjectOf(idToken) ?? account.subject
          const tokens = await ready.client.refresh(refreshToken, { subject, scopes })
          return { ...tokens, idToken: tokens.idToken ?? idToken, scopes: tokens.scopes ?? scopes }
        },
        onChange: (change) => core.events.emit({ type: `tokens_${change}`, ...happened }),
        onFailure: (error) => logFailedRefresh(core, happened, error),
      },
    )
  }

  async function get(holder: AccountHolder, providerId: string): Promise<TokenOutcome> {
    const { ready, account } = await findAccount(holder, providerId)
    if (!account) return { state: 'absent', reauthorizePath: null }
    const token = await find(ready, account, null)
    const { userId } = holder
    return toOutcome(token, () =>
      authorizationPath(core, { userId, account, provider: ready.provider, scopes: [] }),
    )
  }

  async function call(holder: AccountHolder, providerId: string, { url, init }: ApiCall): Promise<Response> {
    const { ready, account } = await findAccount(holder, providerId)
    if (!ready) throw new LatchkeyError('token_absent')
    // Check the address before reading a token: an address from a request must not decide where a token is sent.
    const address = apiAddress(ready.provider, url)
    if (!account) throw new LatchkeyError('token_absent')
    return callApi({
      provider: ready.provider,
      fetch: apiFetch,
      address,
      init,
      find: async (refused: Usable | null) => usable(await find(ready, account, refused?.version ?? null)),
    })
  }

  return {
    of: (session) => ({
      get: (providerId) => get(holderOf(session), providerId),
      fetch: (providerId, url, init = {}) => call(holderOf(session), providerId, { url, init }),
    }),
    ofAccount({ userId, provider, accountId }) {
      const holder = { userId, identity: null, accountId }
      return {
        get: () => get(holder, provider),
        fetch: (url, init = {}) => call(holder, provider, { url, init }),
      }
    },
    async authorize(session, providerId, { scopes, returnTo }) {
      const { ready, account } = await findAccount(holderOf(session), providerId)
      // An account must be linked before it can be given more permissions.
      if (!account) throw new LatchkeyError('account_not_found')
      const userId = session.user.id
      const path = await authorizationPath(core, { userId, account, provider: ready.provider, scopes })
      return returnTo ? `${path}&${new URLSearchParams({ returnTo: safeTarget(core, returnTo) })}` : path
    },
  }
}

interface ApiCall {
  readonly url: string | URL
  readonly init: RequestInit
}

interface Usable {
  readonly accessToken: string
  readonly version: number
}

/** Returns the access token for the API request; throws if there is none. */
function usable(token: ValidToken): Usable {
  switch (token.state) {
    case 'fresh':
      return token
    case 'revoked':
      throw new LatchkeyError('token_revoked')
    case 'absent':
      throw new LatchkeyError('token_absent')
    case 'unavailable':
      if (token.old) return token.old
      throw new LatchkeyError('token_unavailable', {
        detail: `The refresh failed: ${token.reason}.${token.isRefused ? ' The provider refused it: get(provider) has a reauthorizePath.' : ''}`,
        retryAfterSeconds: token.retryAfterSeconds,
        ...(token.isRefused && { sentence: { name: 'token_unavailable_refused' } }),
      })
  }
}

async function toOutcome(token: ValidToken, makePath: () => Promise<string>): Promise<TokenOutcome> {
  switch (token.state) {
    case 'fresh': {
      const { accessToken, idToken, expiresAt, scopes } = token
      return { state: 'fresh', accessToken, idToken, expiresAt: toDate(expiresAt), scopes }
    }
    case 'unavailable': {
      const { reason, retryAfterSeconds, isRefused, old, scopes } = token
      return {
        state: 'unavailable',
        reason,
        retryAfterSeconds,
        accessToken: old?.accessToken ?? null,
        expiresAt: toDate(old?.expiresAt ?? null),
        scopes,
        reauthorizePath: isRefused ? await makePath() : null,
      }
    }
    default:
      return { state: token.state, reauthorizePath: await makePath() }
  }
}

/** Logs a failed refresh, which has no log line of a request. */
function logFailedRefresh(
  { settings }: Core,
  { provider, userId }: { readonly provider: string; readonly userId: string },
  { code, detail, cause }: LatchkeyError,
): void {
  settings.log({
    event: 'refresh_failed',
    level: 'warn',
    time: new Date(settings.now()).toISOString(),
    provider,
    userId,
    code,
    detail,
    causes: describeCauses(cause),
  })
}

function toDate(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds)
}
