// The answers that Latchkey gives. Each depends on cookies or sets them, so none may be kept by any cache
// (RFC 9111 §5.2.2.5): a cached Set-Cookie signs other people in.

interface AnswerOptions {
  /** HTTP status; 200 unless given. */
  readonly status?: number | undefined
  /** Set-Cookie values. */
  readonly setCookies?: readonly string[] | undefined
  /** Further headers; they win over ours. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The language in which it speaks to a person (RFC 9110 §8.5), chosen by what their browser accepts. */
  readonly language?: string | undefined
}

export interface PageOptions extends AnswerOptions {
  /** For an application on loopback, whose providers may be there too. */
  readonly allowLoopbackForms?: boolean | undefined
  /** Where else its forms lead, as sources of a Content-Security-Policy: `com.example.app:`. Default: none. */
  readonly formTargets?: readonly string[] | undefined
}

const uncached = { 'cache-control': 'no-store', vary: 'Cookie', 'x-content-type-options': 'nosniff' }

/** 303: the browser goes to `location` by GET, whatever it came by (RFC 9700 §4.12: never 307 after a form). */
export function redirect(location: string, setCookies: readonly string[] = []): Response {
  return answer(null, {
    status: 303,
    setCookies,
    headers: { ...uncached, location, 'content-length': '0', 'referrer-policy': 'no-referrer' },
  })
}

/** A JSON body. */
export function json(body: unknown, options: AnswerOptions = {}): Response {
  return answer(JSON.stringify(body), {
    ...options,
    headers: {
      ...uncached,
      ...inLanguage(options.language),
      'content-type': 'application/json',
      ...options.headers,
    },
  })
}

/** An HTML page that runs no script, loads nothing foreign and cannot be framed. */
export function page(html: string, options: PageOptions = {}): Response {
  return answer(html, {
    ...options,
    headers: {
      ...uncached,
      ...inLanguage(options.language),
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(options),
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      // Not `no-referrer`: under it a form's Origin is `null`, and we could not tell our own form from a foreign one.
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      ...options.headers,
    },
  })
}

function inLanguage(language: string | undefined): Readonly<Record<string, string>> {
  return language === undefined ? {} : { 'content-language': language, vary: 'Cookie, Accept-Language' }
}

// Chromium holds the redirects that follow a form against form-action, so a sign-in form must be allowed to end at
// any provider.
function contentSecurityPolicy({ allowLoopbackForms = false, formTargets = [] }: PageOptions): string {
  const loopback = allowLoopbackForms ? ['http://localhost:*', 'http://127.0.0.1:*'] : []
  const further = [...loopback, ...formTargets].map((source) => ` ${source}`).join('')
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `form-action 'self' https:${further}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function answer(
  body: string | null,
  { status = 200, setCookies = [], headers = {} }: AnswerOptions,
): Response {
  // Pairs, since each cookie has a header of its own; and no Headers, which a Response would only copy.
  const pairs = Object.entries(headers)
  for (const cookie of setCookies) pairs.push(['set-cookie', cookie])
  return new Response(body, { status, headers: pairs })
}
