// What bundles for workers and browsers get in the place of the local identity provider, which is a server on Node
// (package.json, "imports"). So nothing of Node is in them.
import { LatchkeyError } from '../errors.ts'

/** Always rejects: here every provider needs credentials. */
export async function startDevIdentityProvider(): Promise<never> {
  throw new LatchkeyError('config_provider_credentials_missing', {
    detail:
      'The local identity provider runs on Node only: start it with the application (latchkey dev -- COMMAND), and name it in LATCHKEY_DEV_IDP.',
  })
}
