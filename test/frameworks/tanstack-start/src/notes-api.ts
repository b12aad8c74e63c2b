import { contractApi, type HostEnvironment } from 'latchkey/testing/contract'

/** Created at the first request, because the build runs modules without their variables. */
export const notesApi = () => contractApi(process.env as unknown as HostEnvironment)
