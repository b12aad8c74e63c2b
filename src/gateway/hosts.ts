// The hosts of a gateway: the application's own origins, where people sign in, the further origins of `ORIGINS`, which share the
// session by `COOKIE_DOMAIN`, and the hosts that rules name.
import type { Settings } from '../options.ts'
import { isLoopbackHostname } from '../web/loopback.ts'
import { namesHost, type Rules } from './rules/rules.ts'

export interface Hosts {
  /** The first origin. */
  readonly main: URL
  /** The name of this host for the rules. Null: the gateway does not serve it. */
  readonly ruled: (host: string | null) => string | null
  /** The `Host` whose session cookie a request to this host uses. */
  readonly sessionHost: (host: string | null) => string
  /** The sign-in address for a person at this host, for a path that `auth.refuse` wrote; it leads back to the host. */
  readonly signInAddress: (host: string | null, location: string) => URL
  /** Whether a page of this origin belongs to this application. */
  readonly hasOrigin: (origin: string) => boolean
  /** Hosts for which rules require a session, but where people can never have one. */
  readonly unreachable: (rules: Rules) => readonly string[]
}

export function hostsOf(
  { ownOrigins, frontEnds }: Pick<Settings, 'ownOrigins' | 'frontEnds'>,
  rules: () => Rules,
): Hosts {
  const own = new Map(ownOrigins.map((origin) => [new URL(origin).hostname, new URL(origin)]))
  const others = new Map(frontEnds.map((origin) => [new URL(origin).hostname, origin]))
  const [main] = own.values()
  if (!main) throw new TypeError('A gateway needs an origin.')
  const isOnLoopback = isLoopbackHostname(main.hostname)

  return {
    main,
    ruled(host) {
      if (host === null) return null
      if (own.has(host) || others.has(host) || namesHost(rules(), host)) return host
      // `127.0.0.1` counts as `localhost`: it is the same machine.
      return isOnLoopback && isLoopbackHostname(host) ? main.hostname : null
    },
    sessionHost: (host) => (own.get(host ?? '') ?? main).host,
    signInAddress(host, location) {
      const address = new URL(location, own.get(host ?? '') ?? main)
      const other = others.get(host ?? '')
      if (other !== undefined)
        address.searchParams.set('returnTo', `${other}${address.searchParams.get('returnTo') ?? '/'}`)
      return address
    },
    hasOrigin: (origin) => ownOrigins.includes(origin) || frontEnds.includes(origin),
    unreachable: ({ list }) => {
      const closed = list.flatMap(({ host, demand }) => (host === null || demand.isPublic ? [] : [host]))
      const known = [...own.keys(), ...others.keys()]
      return closed
        .filter(
          ({ name, isTree }) => !known.some((host) => (isTree ? host.endsWith(`.${name}`) : host === name)),
        )
        .map(({ name, isTree }) => (isTree ? `*.${name}` : name))
    },
  }
}
