// Checks the application's origin, and shows the cookies that follow from it.
import type { Settings } from '../../options.ts'
import { frontEndNotices } from '../../setup/read-front-ends.ts'
import { cookieNames } from '../../web/cookies.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'
import { advice, type Finding, fine } from './finding.ts'

export function checkOrigin(settings: Settings): readonly Finding[] {
  const { origin, isProduction, basePath, cookieDomain: domain } = settings
  if (!origin)
    return [
      advice(
        'origin',
        'not set; the loopback address in the browser is used.',
        'Set ORIGIN before you deploy.',
      ),
    ]
  const url = new URL(origin)
  const shared = domain === null ? undefined : { domain, origin: url }
  const { session, secure } = cookieNames(url, basePath, shared)
  const attributes = `${secure ? 'Secure; ' : ''}HttpOnly; SameSite=Lax; Path=/${domain ? `; Domain=${domain}` : ''}`
  const cookies = fine('cookies', `the session cookie is ${session} (${attributes}).`)
  if (isLoopbackHostname(url.hostname) && isProduction) {
    return [
      advice(
        'origin',
        `${origin} is reachable from this machine only.`,
        'Set ORIGIN to the address that people open.',
      ),
      cookies,
    ]
  }
  const addresses = settings.ownOrigins.join(', ')
  return [fine('origin', addresses), ...frontEndFindings(settings), cookies]
}

function frontEndFindings({ frontEnds, ownOrigins }: Settings): readonly Finding[] {
  if (frontEnds.length === 0) return []
  const [notice] = frontEndNotices(frontEnds, ownOrigins)
  if (notice) return [advice('front ends', notice, 'Read docs/front-ends.md.')]
  return [
    fine(
      'front ends',
      `${frontEnds.join(', ')} may call the routes, and people may return there after sign-in.`,
    ),
  ]
}
