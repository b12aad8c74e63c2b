// Rewrites the answer of a token endpoint that has a dialect of its own, before it is read by the rules of RFC 6749 §5.
import { parseExactJson } from '../../web/exact-json.ts'

/** A JSON object of a token endpoint; integers beyond 2^53 are strings of their digits. */
export type TokenBody = Readonly<Record<string, unknown>>

/** What the answer is to become. */
export interface RewrittenAnswer {
  readonly status: number
  readonly body: TokenBody
}

/** How a token answer is made what RFC 6749 §5.1 asks for. */
export interface RewriteOptions {
  /**
   * Which answers are read. `json`: those that say that they are JSON. `lenient`: JSON whatever the type says, and forms
   * (`access_token=…&expires_in=…`). Default: `json`.
   */
  readonly read?: 'json' | 'lenient' | undefined
}

/**
 * Applies `rewrite` to the object in an answer; any other answer is passed on as it is, to be judged where all answers are.
 * `rewrite` answers null where nothing needs to change.
 *
 * @example
 * ```ts
 * import { type Deviations, rewriteTokenResponse } from 'latchkey/kit'
 *
 * // Errors come with status 200 and names of the provider's own.
 * const normalizeTokenResponse: Deviations['normalizeTokenResponse'] = (response) =>
 *   rewriteTokenResponse(response, ({ code, message }) =>
 *     code === undefined ? null : { status: 400, body: { error: 'invalid_grant', error_description: message } },
 *   )
 * ```
 */
export async function rewriteTokenResponse(
  response: Response,
  rewrite: (body: TokenBody, status: number) => RewrittenAnswer | null,
  { read = 'json' }: RewriteOptions = {},
): Promise<Response> {
  // 204 and 304 have no body, and a Response cannot be made with one.
  const isReadable = read === 'lenient' || isJson(response)
  if (response.body === null || !isReadable) return response
  const text = await response.text()
  const { status, headers } = response
  const body = objectIn(text) ?? (read === 'lenient' ? formIn(text) : null)
  const rewritten = body && (rewrite(body, status) ?? (isJson(response) ? null : { status, body }))
  if (!rewritten) return new Response(text, { status, headers })
  return new Response(JSON.stringify(rewritten.body), {
    status: rewritten.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
}

function objectIn(text: string): TokenBody | null {
  try {
    const value = parseExactJson(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TokenBody) : null
  } catch {
    return null
  }
}

/** Pairs only: a page or a sentence is no form. A name that comes twice could be read as either. */
function formIn(text: string): TokenBody | null {
  if (!/^[\w.-]+=[^&\s<>]*(?:&[\w.-]+=[^&\s<>]*)*$/.test(text.trim())) return null
  const pairs = [...new URLSearchParams(text.trim())]
  const names = new Set(pairs.map(([name]) => name))
  return names.size === pairs.length ? Object.fromEntries(pairs) : null
}
