// Checks what a proxy in front changes in requests: asks the running application at its public address, as a browser would.
import type { Settings } from '../../options.ts'
import { createOutboundFetch } from '../../outbound/outbound.ts'
import { advice, type Finding, fine, problem } from './finding.ts'

export async function checkProxy({
  origin,
  publicBasePath: basePath,
}: Settings): Promise<readonly Finding[]> {
  if (!origin) return []
  const outbound = createOutboundFetch({ timeoutMilliseconds: 5_000 })
  const page = await outbound(`${origin}${basePath}/session`).catch(() => null)
  if (!page) {
    return [
      advice('proxy', `nothing answers at ${origin}.`, 'Start the application and run the doctor again.'),
    ]
  }
  if (page.status !== 200 || (await page.text()) !== 'null') {
    const says = `${origin}${basePath}/session answers ${page.status}, which is not Latchkey’s answer.`
    return [problem('proxy', says, `Forward ${basePath}/* to the application unchanged.`)]
  }
  return [
    headersSurvive(page.headers),
    await originSurvives(outbound, `${origin}${basePath}/logout`, origin),
    await redirectSurvives(outbound, `${origin}${basePath}/pending-link`, basePath),
  ]
}

function headersSurvive(headers: Headers): Finding {
  if (headers.get('cache-control')?.includes('no-store')) {
    return fine('proxy', 'answers that depend on cookies arrive with Cache-Control: no-store.')
  }
  const says = 'the proxy removes Cache-Control: no-store; one person’s page may reach another.'
  return problem('proxy', says, 'Pass the application’s response headers on unchanged.')
}

/** Tries to sign out without a session, which changes nothing. */
async function originSurvives(outbound: typeof fetch, url: string, origin: string): Promise<Finding> {
  const accepted = await outbound(url, { method: 'POST', headers: { origin } }).catch(() => null)
  if (accepted?.status !== 303) {
    const says = `a form of this application is refused (${accepted?.status ?? 'no answer'}): its Origin does not arrive, or ORIGIN is not the address people use.`
    return problem('proxy', says, 'Pass Origin and Sec-Fetch-Site on unchanged, and check ORIGIN.')
  }
  const foreign = { origin: 'https://elsewhere.example' }
  const refused = await outbound(url, { method: 'POST', headers: foreign }).catch(() => null)
  return refused?.status === 403
    ? fine('proxy', 'forms of this application are accepted, and those of other sites are refused.')
    : problem('proxy', 'a form of another site was not refused.', 'Do not rewrite the Origin header.')
}

async function redirectSurvives(outbound: typeof fetch, url: string, basePath: string): Promise<Finding> {
  const answer = await outbound(url).catch(() => null)
  const location = answer?.headers.get('location') ?? ''
  return location.startsWith(`${basePath}/`)
    ? fine('proxy', 'redirects arrive as they were sent.')
    : problem('proxy', 'the proxy rewrites redirects.', 'Pass Location headers on unchanged.')
}
