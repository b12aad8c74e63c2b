// LATCHKEY_DEV_IDP: where the local identity provider runs as a program of its own. It checks no passwords, so the variable stops a start
// anywhere but on a developer's own machine.
import type { VariableReader } from '../environment/variables.ts'
import { isLoopbackHostname } from '../web/loopback.ts'

interface Surroundings {
  readonly isProduction: boolean
  readonly ownOrigins: readonly string[]
}

/** Its origin; null where none is named. Adds `config_variable_invalid`. */
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
    // Where requests alone say the address, a deployment that forgot ORIGIN would look like development.
    variables.refuse(name, 'needs ORIGIN on this machine too, such as http://localhost:3000')
  } else {
    return url.origin
  }
  return null
}

function isOriginAlone({ href, origin }: URL): boolean {
  return href === `${origin}/`
}

function isOnLoopback(origin: string): boolean {
  return isLoopbackHostname(new URL(origin).hostname)
}
