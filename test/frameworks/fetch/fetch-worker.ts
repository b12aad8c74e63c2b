// The application of the adapter suite as a worker, configured by its bindings at the first request.
import type { Fetch } from 'latchkey/fetch'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { fetchApplication } from '../../contract/adapter-hosts/fetch-application.ts'

let fetch: Fetch<[]> | undefined

export default {
  fetch(request: Request, environment: HostEnvironment) {
    fetch ??= fetchApplication(environment)
    return fetch(request)
  },
}
