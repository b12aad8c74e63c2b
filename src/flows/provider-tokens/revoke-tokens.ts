// When an account is unlinked or a user deleted, its tokens are deleted with the rows, and revoked at the provider if it
// supports that (RFC 7009). A failure at the provider does not prevent the sign-out, and delays it by a few seconds at most.
import type { LinkedAccount } from '../../contracts/user.ts'
import { describeCauses } from '../../events/describe-causes.ts'
import { isIssuedBy } from '../linking/is-issued-by.ts'
import type { Core } from '../request/parts.ts'
import type { Place } from '../request/place.ts'
import { vaultOf } from '../sign-in/keep-answer.ts'

/** The longest time that a person waits for providers. */
const MOST_MILLISECONDS = 3_000

interface Leaving {
  readonly account: LinkedAccount
  readonly token: string
  readonly hint: 'refresh_token' | 'access_token'
}

/**
 * Reads the tokens of these accounts before they are deleted. Returns a function that revokes them at the providers; call it
 * after the deletion. Neither rejects.
 */
export async function prepareRevocation(
  core: Core,
  place: Place,
  accounts: readonly LinkedAccount[],
): Promise<() => Promise<void>> {
  if (!core.settings.keepTokens) return async () => {}
  const found = await Promise.all(accounts.map((account) => findLeaving(core, account)))
  const leaving = found.filter((one) => one !== null)
  return () => withinTime(leaving.map((one) => tellProvider(core, place, one)))
}

/** Revokes and deletes the user's tokens if no session is left. Never rejects, since the person is signed out already. */
export async function revokeAfterLastSession(core: Core, place: Place, userId: string): Promise<void> {
  const { store, keepTokens, now } = core.settings
  if (!store || !keepTokens) return
  try {
    // Another device, or background work of another session, still needs these tokens.
    if ((await store.sessions.list(userId, now())).length > 0) return
    const accounts = await store.users.listAccounts(userId)
    const revoke = await prepareRevocation(core, place, accounts)
    await Promise.all(accounts.map(({ id }) => store.tokens.delete(id)))
    await revoke()
  } catch (error) {
    logFailure(core, { userId }, error)
  }
}

/** Returns the refresh token if there is one, since revoking it ends the access tokens too (RFC 7009 §2.1). */
async function findLeaving(core: Core, account: LinkedAccount): Promise<Leaving | null> {
  try {
    const vault = vaultOf(core)
    const stored = await vault.store.tokens.find(account.id)
    const opened = stored && (await vault.open(stored))
    if (opened?.refreshToken) return { account, token: opened.refreshToken, hint: 'refresh_token' }
    if (opened?.accessToken) return { account, token: opened.accessToken, hint: 'access_token' }
    return null
  } catch (error) {
    logFailure(core, account, error)
    return null
  }
}

async function tellProvider(core: Core, place: Place, { account, token, hint }: Leaving): Promise<void> {
  try {
    const { provider, client } = await core.providers.get(
      account.provider,
      { place },
      { issuer: account.issuer },
    )
    if (isIssuedBy(account, provider)) await client.revoke(token, hint, account.subject)
  } catch (error) {
    logFailure(core, account, error)
  }
}

function logFailure(
  { settings }: Core,
  { provider, userId }: Pick<LinkedAccount, 'userId'> & Partial<LinkedAccount>,
  error: unknown,
): void {
  settings.log({
    event: 'revocation_failed',
    level: 'warn',
    time: new Date(settings.now()).toISOString(),
    provider,
    userId,
    causes: describeCauses(error),
  })
}

async function withinTime(work: readonly Promise<void>[]): Promise<void> {
  if (work.length === 0) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MOST_MILLISECONDS)
  })
  await Promise.race([Promise.all(work), tooLong])
  clearTimeout(timer)
}
