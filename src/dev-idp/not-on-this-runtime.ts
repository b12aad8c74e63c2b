// Replaces the local identity provider, which needs Node, in bundles for workers and browsers (package.json, "imports"), so that
// they contain no Node modules.
import { LatchkeyError } from '../errors.ts'

/** Always rejects, so every provider needs credentials on these runtimes. */
export async function startDevIdentityProvider(): Promise<never> {
  throw new LatchkeyError('config_provider_credentials_missing', {
    detail:
      'The local identity provider runs on Node only: start it with the application (latchkey dev -- COMMAND), and name it in LATCHKEY_DEV_IDP.',
  })
}
