// The application of the adapter suite as a worker: configured by its bindings, at its first request.
import type { Fetch } from 'latchkey/fetch'
import { fetchApplication } from '../../contract/adapter-hosts/fetch-application.ts'
import type { HostEnvironment } from '../../contract/adapter-stage.ts'

let fetch: Fetch<[]> | undefined

export default {
  fetch(request: Request, environment: HostEnvironment) {
    fetch ??= fetchApplication(environment)
    return fetch(request)
  },
}
