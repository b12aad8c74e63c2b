// Handles every error of a route: it becomes a log line and a page (or JSON) with the same reference id. The page shows a
// sentence for the person and, in development, what went wrong and which values to register.
import { causeOf } from '../../causes.ts'
import type { ErrorView } from '../../contracts/pages.ts'
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { describeCauses } from '../../events/describe-causes.ts'
import { errorText } from '../../languages/speaking/error-text.ts'
import { messageText } from '../../languages/speaking/message-text.ts'
import { faultInLocality } from '../../web/locality.ts'
import { json } from '../../web/responses.ts'
import { wantsJson } from '../../web/same-origin.ts'
import { redirectUriOf } from '../attempt/login-attempt.ts'
import { demandQuery } from '../sign-in/demand.ts'
import { logEvent } from './log-event.ts'
import { answerPage, frameOf } from './page-frame.ts'
import { type Parts, pathTo, providersIfKnown, sessionOf, type Visit } from './parts.ts'
import { refusalEvent } from './refusal-event.ts'
import { report } from './report.ts'

export interface ErrorContext {
  readonly providerId?: string | undefined
  readonly setCookies?: readonly string[] | undefined
  /** The target of the button "Try again". Default: the sign-in page. */
  readonly retryPath?: string | undefined
  /** The request is a provider's callback: report provider errors with a 4xx status instead of a 5xx. */
  readonly isProviderAnswer?: boolean | undefined
  /** The route is for programs: respond with JSON, whatever the request accepts. */
  readonly isApi?: boolean | undefined
}

/** Reports a refusal that no page shows: of a silent login, which the person did not start. */
export async function reportRefusal(
  parts: Parts,
  visit: Visit,
  { error: thrown, providerId }: { readonly error: unknown; readonly providerId: string },
): Promise<void> {
  const error = thrown instanceof LatchkeyError ? thrown : new LatchkeyError('unexpected', { cause: thrown })
  // The usual outcome: the person is not signed in at the provider, and nothing was refused.
  if (error.code === 'provider_interaction_required') return
  await report(
    parts,
    visit,
    refusalEvent(error, { provider: providerId, userId: await userIdOf(parts, visit) }),
  )
}

export async function answerError(
  parts: Parts,
  visit: Visit,
  thrown: unknown,
  context: ErrorContext = {},
): Promise<Response> {
  const error = thrown instanceof LatchkeyError ? thrown : new LatchkeyError('unexpected', { cause: thrown })
  const causes = describeCauses(error.cause)
  await report(
    parts,
    visit,
    refusalEvent(error, { provider: context.providerId ?? null, userId: await userIdOf(parts, visit) }),
  )
  const status = context.isProviderAnswer && error.status >= 500 && isProviders(error) ? 400 : error.status
  const setCookies = context.setCookies ?? []
  const headers: Record<string, string> = error.retryAfterSeconds
    ? { 'Retry-After': String(error.retryAfterSeconds) }
    : {}
  if (context.isApi || wantsJson(visit.request.headers)) {
    const language = await visit.language()
    const body = { error: error.code, message: errorText(language, error), referenceId: visit.referenceId }
    return json(body, { status, setCookies, headers, language: language.tag })
  }
  const view = await viewOf(parts, visit, { error, context, causes, status })
  const html = await drawError(parts, visit, view)
  return answerPage(visit, html, { status, setCookies, headers })
}

/** If the application's own error page fails, the default page still shows the error. */
async function drawError(parts: Parts, visit: Visit, view: ErrorView): Promise<string> {
  try {
    return await parts.pages.error(view)
  } catch (error) {
    const causes = describeCauses(error)
    logEvent(parts, visit, { event: 'page_failed', level: 'error', detail: 'pages.error', causes })
    return parts.defaultPages.error(view)
  }
}

/** Returns null without a session, and if the store fails. */
async function userIdOf(parts: Parts, visit: Visit): Promise<string | null> {
  try {
    return (await sessionOf(parts, visit)).user?.id ?? null
  } catch {
    return null
  }
}

function isProviders({ code }: LatchkeyError): boolean {
  return code.startsWith('provider_')
}

interface Failure {
  readonly error: LatchkeyError
  readonly context: ErrorContext
  readonly causes: readonly string[]
  readonly status: number
}

async function viewOf(
  parts: Parts,
  visit: Visit,
  { error, context, causes, status }: Failure,
): Promise<ErrorView> {
  const provider = await registrable(parts, visit, context.providerId)
  const frame = await frameOf(parts, visit)
  const retryHref = context.retryPath ?? retryPathFor(parts, error)
  return {
    frame,
    status,
    code: error.code,
    sentence: errorText(frame.language, error),
    referenceId: visit.referenceId,
    // Retrying does not help for these codes.
    retry:
      error.code === 'request_not_found' || error.code === 'session_not_ended'
        ? null
        : { href: retryHref, label: messageText(frame.language, 'tryAgain') },
    developer: parts.settings.isProduction
      ? null
      : {
          explanation: error.forDeveloper,
          cause: causeFor(error),
          detail: error.detail ?? null,
          causes,
          values: valuesToRegister(parts, visit, provider),
          consoleUrl: provider?.consoleUrl ?? null,
          inspectHref: inspectHrefFor(parts, visit),
        },
  }
}

/** Returns null if the facts reveal no more than the code. */
function causeFor({ code, facts }: LatchkeyError) {
  const cause = causeOf(code, facts)
  return cause.remedy === '' ? null : cause
}

/** Returns the inspector's page of this login, if the request was part of one and the browser may open the inspector. */
function inspectHrefFor(parts: Parts, visit: Visit): string | null {
  const id = parts.inspection?.inspector.idOf(visit)
  if (!id || faultInLocality(visit.request, visit.peerAddress)) return null
  return pathTo(parts, '/inspect', { login: id })
}

/** A session that is not fresh must be confirmed; for other errors, the login starts again. */
function retryPathFor(parts: Parts, { code }: LatchkeyError): string {
  if (code !== 'session_not_fresh') return pathTo(parts, '/login')
  const demand = demandQuery({ maxAgeSeconds: parts.settings.freshSeconds })
  return pathTo(parts, '/login', { returnTo: pathTo(parts, '/account'), ...demand })
}

/** Returns the provider if its values must be registered; not needed at the local identity provider. */
async function registrable({ providers }: Parts, visit: Visit, providerId: string | undefined) {
  if (!providerId || providers.isLocal(providerId)) return undefined
  return (await providersIfKnown(visit)).find(({ id }) => id === providerId)
}

function valuesToRegister(parts: Parts, visit: Visit, provider: Provider | undefined) {
  if (!provider) return []
  return [
    { label: 'Origin', value: visit.place.origin },
    { label: 'Redirect URI to register', value: redirectUriOf(parts, visit, provider.id) },
    { label: 'Issuer', value: provider.issuer },
    { label: 'Scopes', value: provider.scopes.join(' ') },
  ]
}
