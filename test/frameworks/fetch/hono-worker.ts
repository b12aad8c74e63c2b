// The application of the adapter suite on Hono as a worker, configured by its bindings at the first request.
import type { Hono } from 'hono'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { honoApplication } from '../../contract/adapter-hosts/hono-application.ts'

let app: Hono | undefined

export default {
  fetch(request: Request, environment: HostEnvironment) {
    app ??= honoApplication(environment)
    return app.fetch(request)
  },
}
