import { contractApi, type HostEnvironment } from 'latchkey/testing/contract'

export const notesApi = contractApi(process.env as unknown as HostEnvironment)
