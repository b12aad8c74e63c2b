// Rewrites the answer of a nonstandard token endpoint before it is read according to RFC 6749 §5.
import { parseExactJson } from '../../web/exact-json.ts'

/** A JSON object from a token endpoint; integers beyond 2^53 are strings of their digits. */
export type TokenBody = Readonly<Record<string, unknown>>

/** The answer after rewriting. */
export interface RewrittenAnswer {
  readonly status: number
  readonly body: TokenBody
}

/** Options of `rewriteTokenResponse()`. */
export interface RewriteOptions {
  /**
   * Which answers to read. `json`: those with a JSON content type. `lenient`: JSON with any content type, and forms
   * (`access_token=…&expires_in=…`). Default: `json`.
   */
  readonly read?: 'json' | 'lenient' | undefined
}

/**
 * Applies `rewrite` to the object in an answer. Passes on any other answer unchanged; the check of all token answers judges it.
 * `rewrite` returns `null` if nothing needs to change.
 *
 * @example
 * ```ts
 * import { type Deviations, rewriteTokenResponse } from 'latchkey/kit'
 *
 * // Errors have status 200 and nonstandard names.
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
  // 204 and 304 have no body, and a Response with these statuses must not have one.
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

/** Accepts only pairs: a page or a sentence is not a form. Refuses repeated names, which would be ambiguous. */
function formIn(text: string): TokenBody | null {
  if (!/^[\w.-]+=[^&\s<>]*(?:&[\w.-]+=[^&\s<>]*)*$/.test(text.trim())) return null
  const pairs = [...new URLSearchParams(text.trim())]
  const names = new Set(pairs.map(([name]) => name))
  return names.size === pairs.length ? Object.fromEntries(pairs) : null
}
