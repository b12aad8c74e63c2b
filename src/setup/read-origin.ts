// The application's own origins, from the configuration and never from a header.
import type { StartProblems } from '../environment/start-problems.ts'
import { shownValue } from '../environment/variables.ts'
import { LatchkeyError } from '../errors.ts'
import { isLoopbackHostname } from '../web/loopback.ts'

/** Returns an empty list in development if none is configured. Adds `config_origin_missing` and `config_origin_invalid`. */
export function readOwnOrigins(
  given: readonly string[],
  isProduction: boolean,
  problems: StartProblems,
): readonly string[] {
  if (given.length === 0 && isProduction) problems.add(new LatchkeyError('config_origin_missing'))
  const origins = given.flatMap((text) => problems.attempt(() => [readOrigin(text)], []))
  return Object.freeze([...new Set(origins)])
}

/** Throws `config_origin_invalid`. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  // The origin appears in redirects, pages and the log, so it must not contain a password.
  if (url && (url.username || url.password)) {
    throw invalid(text, 'must not have a user name or a password')
  }
  if (url && /^https?:$/.test(url.protocol) && url.pathname !== '/') {
    throw invalid(
      text,
      `must end with its host: ${url.origin}. Where the routes live is basePath; where a proxy strips a prefix, publicBasePath (PUBLIC_BASE_PATH) says where browsers reach them (docs/addresses.md)`,
    )
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw invalid(text, 'must be scheme, host and port only, such as https://app.example.com')
  }
  // Cookies over plain HTTP can be read and replaced on the way, so it is accepted on loopback only.
  if (url.protocol === 'http:' && !isLoopbackHostname(url.hostname)) {
    throw invalid(text, 'must be https, on a local network or behind a tunnel, too (docs/addresses.md)')
  }
  return url.origin
}

function invalid(text: string, fault: string): LatchkeyError {
  return new LatchkeyError('config_origin_invalid', {
    detail: `ORIGIN is ${shownValue(text)}, and ${fault}.`,
  })
}
