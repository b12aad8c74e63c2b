// Reads what a provider's authorization endpoint says about the client and redirect URI before anyone signs in. Providers
// show refusals as pages (RFC 6749 §4.1.2.1: they never redirect to an unregistered address), so the text of the page decides.
import type { Provider } from '../../contracts/provider.ts'
import { advice, type Finding, fine, problem } from './finding.ts'

const redirectFault =
  /redirect[\s_-]?ur[il](?:_|\s|%20|[^<>]{0,80}?)(?:mismatch|not[\s_](?:registered|allowed|valid|whitelisted|associated|match)|invalid|unknown)|invalid[\s_]redirect|mismatch(?:ing)?[\s_]redirect|redirect_uri did not match/i
const clientFault =
  /invalid_client|unauthorized_client|unknown[\s_]client|client (?:id )?[^<>]{0,40}(?:not found|is invalid|does not exist|unknown)|(?:oauth )?client was not found|application with identifier|invalid app id/i

/** Makes a finding from the answer, as far as it shows anything. */
export async function readAuthorizationAnswer(
  { id, consoleUrl, variablePrefix: prefix }: Provider,
  answer: Response,
  redirectUri: string,
): Promise<Finding> {
  const location = answer.headers.get('location') ?? ''
  const text = decoded(location) + (await answer.text()).slice(0, 100_000)
  const where = consoleUrl ? ` at ${consoleUrl}` : ''
  if (clientFault.test(text)) {
    const says = 'the authorization endpoint does not know this client.'
    return problem(id, says, `Compare ${prefix}_CLIENT_ID with what is registered${where}.`)
  }
  if (answer.status >= 300 && redirectFault.test(text)) {
    const says = 'the authorization endpoint refuses the redirect URI.'
    return problem(id, says, `Register exactly ${redirectUri}${where}.`)
  }
  const error = location.startsWith(redirectUri) ? errorIn(location) : null
  if (error) {
    return problem(
      id,
      `the authorization endpoint answers with the error ${error}.`,
      'Fix what the error names.',
    )
  }
  if (answer.status < 400)
    return fine(
      id,
      'the authorization endpoint accepts the client and the redirect URI, as far as its answer shows.',
    )
  const says = `the authorization endpoint answers ${answer.status}.`
  const remedy =
    'Open /auth/login in a browser and see what it shows: some providers refuse requests from programs.'
  return answer.status === 403 || answer.status === 429 || answer.status >= 500
    ? advice(id, says, remedy)
    : problem(id, says, `${remedy} Compare ${prefix}_CLIENT_ID, and register exactly ${redirectUri}${where}.`)
}

/** Also decodes Google's refusals, which are in a base64 parameter. */
function decoded(location: string): string {
  const packed = /[?&]authError=([\w%+/=-]+)/.exec(location)?.[1]
  if (packed === undefined) return safelyDecoded(location)
  const bytes = Buffer.from(safelyDecoded(packed).replaceAll('-', '+').replaceAll('_', '/'), 'base64')
  return `${safelyDecoded(location)} ${bytes.toString('utf8')} `
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function errorIn(location: string): string | null {
  const error = URL.canParse(location) ? new URL(location).searchParams.get('error') : null
  // The doctor has no person to sign in, so these answers are expected.
  if (error === null || /^(?:login|interaction|consent)_required$/.test(error)) return null
  return JSON.stringify(error.slice(0, 60))
}
