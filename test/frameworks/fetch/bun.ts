// The application of the adapter suite on Bun.

import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { fetchApplication } from '../../contract/adapter-hosts/fetch-application.ts'

declare const Bun: {
  serve: (options: { port: string; hostname: string; fetch: (request: Request) => unknown }) => void
}

const environment = process.env as unknown as HostEnvironment
const fetch = fetchApplication(environment)
Bun.serve({ port: environment.PORT, hostname: '127.0.0.1', fetch: (request) => fetch(request) })
