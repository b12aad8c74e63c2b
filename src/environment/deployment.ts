// Whether this is production or a developer's own machine. All parts use this one rule.
import { isLoopbackHostname } from '../web/loopback.ts'
import type { Environment } from './variables.ts'

/**
 * Whether this is production: `NODE_ENV=production`, or an origin on another machine, unless `NODE_ENV` is `development` or
 * `test`. A public server must not show details for developers to visitors because one variable was forgotten.
 */
export function isProductionAt({ NODE_ENV }: Environment, origins: readonly string[]): boolean {
  if (NODE_ENV === 'production') return true
  return origins.some(isPublicOrigin) && !isSaidToBeDevelopment(NODE_ENV)
}

/** Returns the origins of the option or the variable `ORIGIN`, unchecked. */
export function givenOrigins(
  option: string | readonly string[] | undefined,
  { ORIGIN }: Environment,
): readonly string[] {
  const given = option ?? ORIGIN ?? ''
  const origins = typeof given === 'string' ? given.split(',') : given
  return origins.map((origin) => origin.trim()).filter(Boolean)
}

/** Returns notices for the log at start if `NODE_ENV` and the origin do not fit together. */
export function deploymentNotices({ NODE_ENV }: Environment, origins: readonly string[]): readonly string[] {
  if (NODE_ENV === 'production') return []
  const origin = origins.find(isPublicOrigin)
  if (origin === undefined) {
    return !NODE_ENV || isSaidToBeDevelopment(NODE_ENV)
      ? []
      : [
          `NODE_ENV is ${JSON.stringify(NODE_ENV.slice(0, 40))}: only "production" turns off what is for development.`,
        ]
  }
  return isSaidToBeDevelopment(NODE_ENV)
    ? [
        `NODE_ENV=${NODE_ENV} at ${origin}: error pages show everybody what is meant for the developer, and issueTestSession works. Set NODE_ENV=production wherever other people can reach this.`,
      ]
    : [
        `${origin} is not this machine, so this is treated as production. Set NODE_ENV=production, or NODE_ENV=development for a tunnel to your own machine.`,
      ]
}

/** Whether this is an origin on another machine, as far as the text shows. */
export function isPublicOrigin(origin: string): boolean {
  return URL.canParse(origin) && !isLoopbackHostname(new URL(origin).hostname)
}

function isSaidToBeDevelopment(mode: string | undefined): boolean {
  return mode === 'development' || mode === 'test'
}
