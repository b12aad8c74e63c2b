// LATCHKEY_DEV_IDP: the address of a local identity provider that runs as a separate program. It checks no passwords, so the
// variable is a start-up error except on a developer's own machine.
import type { VariableReader } from '../environment/variables.ts'
import { isLoopbackHostname, isOnLoopback } from '../web/loopback.ts'

interface Surroundings {
  readonly isProduction: boolean
  readonly ownOrigins: readonly string[]
}

/** Returns its origin; null if the variable is not set. Adds `config_variable_invalid` to the problems. */
export function readDevIdentityProvider(
  variables: VariableReader,
  { isProduction, ownOrigins }: Surroundings,
): string | null {
  const name = 'LATCHKEY_DEV_IDP'
  const text = variables.text(name)
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (isProduction) {
    variables.refuse(
      name,
      'must not be set in production: the local identity provider checks no passwords. Give each provider its credentials',
    )
  } else if (url?.protocol !== 'http:' || !isLoopbackHostname(url.hostname) || !isOriginAlone(url)) {
    variables.refuse(name, 'must be an address on this machine, such as http://127.0.0.1:3001')
  } else if (ownOrigins.length === 0 || !ownOrigins.every(isOnLoopback)) {
    // Without ORIGIN, a deployment that forgot it would look like development.
    variables.refuse(name, 'needs ORIGIN on this machine too, such as http://localhost:3000')
  } else {
    return url.origin
  }
  return null
}

function isOriginAlone({ href, origin }: URL): boolean {
  return href === `${origin}/`
}
