import { contractAuth, type HostEnvironment } from 'latchkey/testing/contract'

/** Created at the first request, because `astro build` runs this file without any variable. */
export const auth = () => contractAuth(process.env as unknown as HostEnvironment)
