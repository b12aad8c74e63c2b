// The application of the adapter suite on Deno.
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { fetchApplication } from '../../contract/adapter-hosts/fetch-application.ts'

interface Served {
  readonly remoteAddr: { readonly hostname: string }
}
declare const Deno: {
  readonly env: { toObject(): Record<string, string> }
  serve(
    options: { port: number; hostname: string; onListen(): void },
    fetch: (request: Request, served: Served) => Response | Promise<Response>,
  ): void
}

const environment = Deno.env.toObject() as unknown as HostEnvironment
const fetch = fetchApplication(environment)
Deno.serve({ port: Number(environment.PORT), hostname: '127.0.0.1', onListen() {} }, (request) =>
  fetch(request),
)
