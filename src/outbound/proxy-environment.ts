// Which proxy the environment names for requests to providers, and whether this Node can use it: HTTPS_PROXY, HTTP_PROXY,
// ALL_PROXY and NO_PROXY, in capitals or not. Node's own agents speak to proxies since 22.21 and 24.5.

type Variables = Readonly<Record<string, string | undefined>>

/** What Node's agents take as `proxyEnv`. */
export type ProxyVariables = Readonly<Record<'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY', string>>

export interface ProxyPlan {
  /** Null where no proxy is named that can be used. */
  readonly variables: ProxyVariables | null
  /** A proxy is named, and this Node's agents cannot use it. */
  readonly needsNewerNode: boolean
  /** What was asked for and cannot be done, for the log and the doctor. Names variables, never their values. */
  readonly notices: readonly string[]
}

/** This machine is never behind its own proxy: the local identity provider lives here. */
const thisMachine = 'localhost,.localhost,127.0.0.1,[::1],::1'

/** @param nodeVersion such as `24.5.0`; null on other runtimes, which have their own rules. */
export function planProxies(environment: Variables, nodeVersion: string | null): ProxyPlan {
  const named = { https: find(environment, 'HTTPS_PROXY'), http: find(environment, 'HTTP_PROXY') }
  const all = find(environment, 'ALL_PROXY')
  const wanted = { https: named.https ?? all, http: named.http ?? all }
  const found = [...new Set([wanted.https, wanted.http])].filter((one) => one !== null)
  if (nodeVersion === null || found.length === 0)
    return { variables: null, needsNewerNode: false, notices: [] }
  const notices = found
    .filter((one) => !isUsable(one.value))
    .map(
      ({ name }) =>
        `${name} is not an http:// or https:// address, so it is not used for requests to providers.`,
    )
  const usable = found.filter((one) => isUsable(one.value))
  if (usable.length === 0) return { variables: null, needsNewerNode: false, notices }
  if (!speaksToProxies(nodeVersion)) {
    const names = usable.map(({ name }) => name).join(' and ')
    const notice = `${names} is set, but Node ${nodeVersion} does not use it by itself, so providers may be out of reach: run Node 22.21, 24.5 or newer.`
    return { variables: null, needsNewerNode: true, notices: [...notices, notice] }
  }
  const exceptions = find(environment, 'NO_PROXY')?.value
  return {
    variables: {
      HTTPS_PROXY: usableValue(wanted.https),
      HTTP_PROXY: usableValue(wanted.http),
      NO_PROXY: exceptions ? `${exceptions},${thisMachine}` : thisMachine,
    },
    needsNewerNode: false,
    notices,
  }
}

interface Named {
  readonly name: string
  readonly value: string
}

/** The small spelling first, as curl and Node have it. */
function find(environment: Variables, name: string): Named | null {
  for (const spelling of [name.toLowerCase(), name]) {
    const value = environment[spelling]?.trim()
    if (value) return { name: spelling, value }
  }
  return null
}

function isUsable(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function usableValue(named: Named | null): string {
  return named && isUsable(named.value) ? named.value : ''
}

function speaksToProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21)
}
