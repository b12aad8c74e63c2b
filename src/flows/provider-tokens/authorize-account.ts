// Asks for more permissions for a linked account, or for the previous ones after they were revoked: a normal attempt, bound to
// the current session and the same account (incremental authorization).
import type { Provider } from '../../contracts/provider.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import { redirect } from '../../web/responses.ts'
import type { TakenAttempt } from '../attempt/login-attempt.ts'
import { type Core, type Parts, sessionOf, storeOf, type Visit } from '../request/parts.ts'
import { returnTargetOf } from '../request/return-target.ts'
import { hasLivingGrant, keepAnswer, type ProviderAnswer } from '../sign-in/keep-answer.ts'
import { sendToProvider } from '../sign-in/send-to-provider.ts'

const PATH_MILLISECONDS = 86_400_000

/** The content of the path. It is sealed, since scopes must come from the application and not from the author of a link. */
interface Wish {
  readonly accountId: string
  readonly scopes: readonly string[]
}

export interface AuthorizationWish {
  readonly userId: string
  readonly account: LinkedAccount
  readonly provider: Provider
  /** Requested in addition to the configured scopes and those of the last grant. */
  readonly scopes: readonly string[]
}

/** Returns a path that asks the person; valid for one day, and for this person only. */
export async function authorizationPath(
  core: Core,
  { userId, account, provider, scopes }: AuthorizationWish,
): Promise<string> {
  const { settings, seal } = core
  const granted = (await storeOf(core).tokens.find(account.id))?.scopes ?? []
  const wish: Wish = {
    accountId: account.id,
    scopes: [...new Set([...provider.scopes, ...granted, ...scopes])],
  }
  const request = await seal.seal('authorization', wish, {
    expiresAt: settings.now() + PATH_MILLISECONDS,
    context: placeOf(userId, account.provider),
  })
  return `${settings.publicBasePath}/authorize/${account.provider}?request=${request}`
}

/** `GET` and `POST /auth/authorize/:provider?request=&returnTo=`: another site cannot forge the sealed request. */
export async function beginAuthorization(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const query = visit.url.searchParams
  const { session } = await sessionOf(parts, visit)
  if (!session) throw new LatchkeyError('session_required')
  const opened = await parts.seal.open<Wish>('authorization', query.get('request') ?? '', {
    now: parts.settings.now(),
    context: placeOf(session.user.id, providerId),
  })
  // The path is another person's or another provider's, or older than a day.
  if (opened.state !== 'valid') {
    throw new LatchkeyError('request_malformed', {
      detail: 'The parameter request is none of this person’s.',
    })
  }
  const { accountId, scopes } = opened.payload
  const account = (await storeOf(parts).users.listAccounts(session.user.id)).find(
    ({ id }) => id === accountId,
  )
  if (!account) throw new LatchkeyError('account_not_found')
  return sendToProvider(parts, visit, {
    providerId,
    which: { issuer: account.issuer },
    returnTo: returnTargetOf(parts, visit),
    intent: { kind: 'authorize', sessionId: session.id, accountId },
    scopes,
    isConsentAsked: !(await hasLivingGrant(parts, accountId)),
    hints: { loginHint: account.email ?? undefined },
  })
}

/** The callback: keeps the new tokens with the account for which they were requested. */
export async function finishAuthorization(
  parts: Parts,
  visit: Visit,
  { taken, ...answer }: ProviderAnswer & { readonly taken: TakenAttempt },
): Promise<Response> {
  const { intent, returnTo } = taken.attempt
  const { session } = await sessionOf(parts, visit)
  // The person signed out or changed accounts.
  if (intent.kind !== 'authorize' || session?.id !== intent.sessionId) {
    throw new LatchkeyError('attempt_session_changed')
  }
  const account = await storeOf(parts).users.findAccount(answer.identity)
  // Another person's tokens must not be used here.
  if (account?.id !== intent.accountId || account.userId !== session.user.id) {
    throw new LatchkeyError('token_wrong_account')
  }
  await keepAnswer(parts, answer)
  return redirect(returnTo, [taken.clearing])
}

function placeOf(userId: string, providerId: string): string {
  return JSON.stringify([userId, providerId])
}
