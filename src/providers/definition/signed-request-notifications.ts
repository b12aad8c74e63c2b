// What Facebook tells a server by itself, in a form with one `signed_request`. How it is read loads when one comes.
import type { ProviderNotifications } from '../../contracts/provider.ts'

export const signedRequestNotifications: ProviderNotifications = {
  async read(request) {
    const { readSignedRequest } = await import('./read-signed-request.ts')
    return readSignedRequest(request)
  },
  deletionAnswer: ({ url, code }) => ({ url, confirmation_code: code }),
}
