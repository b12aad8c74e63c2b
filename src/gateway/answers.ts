// The gateway's own answers when it admits nothing: a page for people, JSON for programs. Both say whose fault it is.
import type { IncomingHttpHeaders } from 'node:http'
import type { ErrorView, PageLanguage } from '../contracts/pages.ts'
import { platform } from '../crypto/platform.ts'
import { referenceId } from '../crypto/reference-id.ts'
import { LatchkeyError } from '../errors.ts'
import { errorText } from '../languages/speaking/error-text.ts'
import { loadLanguages } from '../load-languages.ts'
import type { Settings } from '../options.ts'
import { json, page } from '../web/responses.ts'
import { wantsJson } from '../web/same-origin.ts'

/** The head of the refused request. */
export interface Asking {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/** Whether the answer is for a person. */
function isForPeople({ method, headers }: Asking): boolean {
  return (method === 'GET' || method === 'HEAD') && !wantsJson({ get: (name) => textOf(headers[name]) })
}

/** Answers with the error, and writes a log line with the same reference id. */
export async function answerFailure(
  settings: Settings,
  asking: Asking,
  error: LatchkeyError,
): Promise<Response> {
  const reference = referenceId(platform.randomBytes)
  const { code, status, detail, cause } = error
  settings.log({
    event: 'refused',
    level: status >= 500 ? 'error' : 'warn',
    time: new Date(settings.now()).toISOString(),
    referenceId: reference,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(cause instanceof Error ? { causes: [cause.message] } : {}),
  })
  const headers: Record<string, string> = status === 503 ? { 'Retry-After': '5' } : {}
  const language = await languageOf(settings, asking)
  const sentence = errorText(language, error)
  const options = { status, headers, language: language.tag }
  if (!isForPeople(asking)) return json({ error: code, message: sentence, referenceId: reference }, options)
  const { defaultPages } = await import('../pages/index.ts')
  const html = await defaultPages.error({
    frame: {
      language,
      siteName: settings.siteName,
      homeHref: '/',
      logo: settings.theme.logo,
      scheme: settings.theme.scheme,
      stylesheetHref: `${settings.publicBasePath}/latchkey.css`,
      developmentNotice: null,
    },
    status,
    code,
    sentence,
    referenceId: reference,
    retry: null,
    developer: settings.isProduction ? null : forDeveloper(error),
  })
  return page(html, options)
}

function forDeveloper(error: LatchkeyError): ErrorView['developer'] {
  const { forDeveloper: explanation, detail, cause } = error
  const causes = cause instanceof Error ? [cause.message] : []
  const nothing = { cause: null, values: [], consoleUrl: null, inspectHref: null }
  return { explanation, detail: detail ?? null, causes, ...nothing }
}

/** Chosen in the same way as on the sign-in pages. */
async function languageOf(settings: Settings, { method, headers }: Asking): Promise<PageLanguage> {
  const accepted = headers['accept-language']
  const request = new Request(settings.origin ?? 'http://localhost', {
    method: method === 'HEAD' ? 'HEAD' : 'GET',
    headers: accepted === undefined ? {} : { 'Accept-Language': accepted },
  })
  return (await loadLanguages(settings)).of(request)
}

/** Converts any error to one of our errors. */
export function asLatchkeyError(error: unknown): LatchkeyError {
  return error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error })
}

function textOf(value: string | readonly string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
