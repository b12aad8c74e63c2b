// Where the application lives, and which cookies follow from that.
import type { Settings } from '../../options.ts'
import { cookieNames } from '../../web/cookies.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'
import { advice, type Finding, fine } from './finding.ts'

export function checkOrigin(settings: Settings): readonly Finding[] {
  const { origin, isProduction, basePath } = settings
  if (!origin) return [advice('origin', 'none; a loopback Host decides.', 'Set ORIGIN before you deploy.')]
  const url = new URL(origin)
  const { session, secure } = cookieNames(url, basePath)
  const attributes = `${secure ? 'Secure; ' : ''}HttpOnly; SameSite=Lax; Path=/`
  const cookies = fine('cookies', `the session travels as ${session} (${attributes}).`)
  if (isLoopbackHostname(url.hostname) && isProduction) {
    return [
      advice('origin', `${origin} is this machine only.`, 'Set ORIGIN to the address that people type.'),
      cookies,
    ]
  }
  return [fine('origin', origin), cookies]
}
