import { contractAuth, type HostEnvironment } from 'latchkey/testing/contract'

/** Made at the first request: `astro build` runs this file without any variable. */
export const auth = () => contractAuth(process.env as unknown as HostEnvironment)
