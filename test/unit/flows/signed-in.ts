// Signs people in on the stage: a user with one account, and the session's cookie in a browser.

import { signInIdentity } from '../../../src/accounts/sign-in-identity.ts'
import type { User } from '../../../src/contracts/user.ts'
import { accountParts } from '../../../src/flows/request/parts.ts'
import type { SignInFacts } from '../../../src/flows/session/sign-in-facts.ts'
import { startSession } from '../../../src/flows/session/start-session.ts'
import { identityOf } from '../../support/identities.ts'
import { CookieBox, type Stage } from './stage.ts'

const issuers: Readonly<Record<string, string>> = {
  google: 'https://accounts.google.com',
  github: 'https://github.com/login/oauth',
}

/** An identity at one of the stage's providers. */
export function identityAt(provider: string, subject: string, email = `${subject}@example.com`) {
  return identityOf(issuers[provider] ?? '', subject, { provider, email })
}

/** Signs in the owner of an identity, in this browser or a new one. */
export async function signedIn(
  at: Stage,
  identity: ReturnType<typeof identityAt>,
  browser: CookieBox = new CookieBox(),
  facts: Partial<SignInFacts> = {},
): Promise<{ user: User; browser: CookieBox }> {
  const outcome = await signInIdentity(accountParts(at.parts, at.parts.settings.providers), {
    identity,
    linkTo: null,
    context: { organization: null, isEmailAuthoritative: false, data: null },
  })
  if (outcome.kind !== 'signed-in') throw new Error('the stage expected a sign-in')
  const { user, isNew } = outcome
  const setCookies = await startSession(at.parts, at.visit('/auth/callback/x', browser), {
    user,
    isNew,
    intent: 'login',
    identity,
    answer: null,
    data: null,
    facts: {
      acr: null,
      authenticatedAt: at.clock,
      endsBefore: null,
      isSilent: false,
      claims: {},
      fields: null,
      ...facts,
    },
  })
  browser.take(setCookies)
  return { user, browser }
}
