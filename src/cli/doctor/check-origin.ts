// Checks the application's origin, and shows the cookies that follow from it.
import type { Settings } from '../../options.ts'
import { frontEndNotices } from '../../setup/read-front-ends.ts'
import { cookieNames } from '../../web/cookies.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'
import { advice, type Finding, fine } from './finding.ts'

export function checkOrigin(settings: Settings): readonly Finding[] {
  const { origin, isProduction, basePath, cookieDomain: domain } = settings
  if (!origin) return [advice('origin', 'none; a loopback Host decides.', 'Set ORIGIN before you deploy.')]
  const url = new URL(origin)
  const shared = domain === null ? undefined : { domain, origin: url }
  const { session, secure } = cookieNames(url, basePath, shared)
  const attributes = `${secure ? 'Secure; ' : ''}HttpOnly; SameSite=Lax; Path=/${domain ? `; Domain=${domain}` : ''}`
  const cookies = fine('cookies', `the session travels as ${session} (${attributes}).`)
  if (isLoopbackHostname(url.hostname) && isProduction) {
    return [
      advice('origin', `${origin} is this machine only.`, 'Set ORIGIN to the address that people type.'),
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
  return [fine('front ends', `${frontEnds.join(', ')} may call the routes and be returned to.`)]
}
