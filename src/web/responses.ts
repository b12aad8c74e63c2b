// The responses of Latchkey. Each depends on cookies or sets them, so no cache may keep any of them (RFC 9111 §5.2.2.5): a
// cached Set-Cookie would sign other people in.

interface AnswerOptions {
  /** HTTP status; 200 unless given. */
  readonly status?: number | undefined
  /** Set-Cookie values. */
  readonly setCookies?: readonly string[] | undefined
  /** Further headers; they replace the default ones. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The language of the text for the person (RFC 9110 §8.5), chosen by what the browser accepts. */
  readonly language?: string | undefined
}

export interface PageOptions extends AnswerOptions {
  /** Allows forms that lead to loopback: for an application on loopback, whose providers may be there as well. */
  readonly allowLoopbackForms?: boolean | undefined
  /** Further targets of the forms, as sources of a Content-Security-Policy: `com.example.app:`. Default: none. */
  readonly formTargets?: readonly string[] | undefined
}

const uncached = { 'cache-control': 'no-store', vary: 'Cookie', 'x-content-type-options': 'nosniff' }

/** 303: the browser requests `location` by GET, whatever its own method was (RFC 9700 §4.12: never 307 after a form). */
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

/** An HTML page that runs no script, loads nothing from other origins and cannot be framed. */
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
      // Not `no-referrer`: with it a form's Origin is `null`, and our own forms could not be distinguished from foreign ones.
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      ...options.headers,
    },
  })
}

function inLanguage(language: string | undefined): Readonly<Record<string, string>> {
  return language === undefined ? {} : { 'content-language': language, vary: 'Cookie, Accept-Language' }
}

// Chromium applies form-action to the redirects that follow a form, so a sign-in form must be allowed to end at any provider.
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
  // Pairs, because each cookie needs a separate header; no Headers object, which a Response would only copy.
  const pairs = Object.entries(headers)
  for (const cookie of setCookies) pairs.push(['set-cookie', cookie])
  return new Response(body, { status, headers: pairs })
}
