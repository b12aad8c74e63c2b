// Rewrites the JSON of a token endpoint that has a dialect of its own, before it is read by the rules of RFC 6749 §5.
import { parseExactJson } from '../../web/exact-json.ts'

/** A JSON object of a token endpoint. */
export type TokenBody = Readonly<Record<string, unknown>>

/** What the answer is to become. */
export interface RewrittenAnswer {
  readonly status: number
  readonly body: TokenBody
}

/**
 * Applies `rewrite` to a JSON object; any other answer is passed on as it is, to be judged where all answers are.
 * `rewrite` answers null where nothing needs to change.
 */
export async function rewriteTokenResponse(
  response: Response,
  rewrite: (body: TokenBody, status: number) => RewrittenAnswer | null,
): Promise<Response> {
  // 204 and 304 have no body, and a Response cannot be made with one.
  if (response.body === null || !isJson(response)) return response
  const text = await response.text()
  const { status, headers } = response
  const body = parseObject(text)
  const rewritten = body && rewrite(body, status)
  if (!rewritten) return new Response(text, { status, headers })
  return new Response(JSON.stringify(rewritten.body), {
    status: rewritten.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
}

function parseObject(text: string): TokenBody | null {
  try {
    const value = parseExactJson(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TokenBody) : null
  } catch {
    return null
  }
}
