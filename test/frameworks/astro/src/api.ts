import { contractApi, type HostEnvironment } from 'latchkey/testing/contract'

/** Made at the first request: the build runs modules without their variables. */
export const notesApi = () => contractApi(process.env as unknown as HostEnvironment)
