// Checks what only a gateway has: its rules, the proxies that may ask it, and the application behind it.
import type { Environment } from '../../environment.ts'
import { createUpstream, type UpstreamPlace } from '../../gateway/proxy/upstream.ts'
import type { GatewayOptions } from '../../gateway/read-options.ts'
import { advice, type Finding, fine, problem } from './finding.ts'

/** Whether the environment is that of `latchkey gateway`. */
export function describesGateway({ UPSTREAM, RULES, TRUST_PROXY }: Environment): boolean {
  return Boolean(UPSTREAM || RULES || (TRUST_PROXY && !/^\s*\d+\s*$/.test(TRUST_PROXY)))
}

export async function checkGateway({
  rules,
  upstream,
  proxies,
}: Pick<GatewayOptions, 'rules' | 'upstream' | 'proxies'>): Promise<readonly Finding[]> {
  const { list, otherwise } = rules
  const rest = otherwise.isPublic ? 'public' : 'for signed-in people only'
  return [
    fine('rules', `${list.length} rules; a request that matches none is ${rest}.`),
    ...(upstream ? [await checkUpstream(upstream)] : []),
    ...(upstream || proxies.isSet
      ? []
      : [
          problem(
            'gateway',
            'it has no application to forward to, and trusts no proxy.',
            'Set UPSTREAM to the application, or TRUST_PROXY to the proxy that calls /auth/verify.',
          ),
        ]),
  ]
}

const LONGEST_MILLISECONDS = 3_000

/** Any answer is fine, even an error status. */
function checkUpstream(place: UpstreamPlace): Promise<Finding> {
  const upstream = createUpstream({ ...place, timeoutMilliseconds: LONGEST_MILLISECONDS })
  const headers = ['Host', place.host ?? place.url.host]
  return new Promise((resolve) => {
    const request = upstream.open({ method: 'HEAD', target: '/', headers, mayReuseConnection: false })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('response', (answer) => {
      answer.resume()
      resolve(fine('upstream', `the application at ${place.shown} answers.`))
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      const says = `the application at ${place.shown} does not answer (${error.code ?? error.message}).`
      resolve(
        advice(
          'upstream',
          says,
          'Start it and run the doctor again; until then people see an error page (502).',
        ),
      )
    })
    request.end()
  })
}
