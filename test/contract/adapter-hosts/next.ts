// Next.js, built for production: `npm run test:frameworks` builds it, once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost, HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const dropped = 'Next drops the second header'

const folder = path.resolve(import.meta.dirname, '../../frameworks/next')
const next = path.join(folder, 'node_modules/next/dist/bin/next')

export const nextHost: AdapterHost = {
  name: 'Next.js',
  hasApi: true,
  differs: { 'bearer-two': dropped, 'client-two': dropped },
  routerRequest: { path: '/profile?_rsc=1', headers: { rsc: '1' } },
  start: (environment) =>
    startProgram(
      {
        command: process.execPath,
        args: [next, 'start', '--hostname', '127.0.0.1', '--port', environment.PORT],
        folder,
      },
      configured(environment),
    ),
}

/** Passes everything as variables, since the application uses `optionsFromEnvironment`. */
function configured(environment: HostEnvironment): HostEnvironment {
  const { IDP, PREFIX, STORE } = environment
  const rest = Object.entries(environment).map(([name, value]) => [
    name.replace(/^(?=LOCAL_|POST_)/, 'OIDC_'),
    value,
  ])
  return {
    ...(Object.fromEntries(rest) as typeof environment),
    OIDC_PROVIDERS: 'local,post',
    OIDC_LOCAL_ISSUER: `${IDP}/local`,
    OIDC_POST_ISSUER: `${IDP}/post`,
    OIDC_POST_RESPONSE_MODE: 'form_post',
    BASE_PATH: environment.BASE_PATH ?? `${PREFIX}/auth`,
    DATABASE_URL: 'memory:',
    ...(STORE === 'memory' && { NATIVE_CLIENTS: 'device:device', BEARER: '1' }),
  }
}
