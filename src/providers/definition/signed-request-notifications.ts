// Facebook's notifications: a form with one `signed_request`. The code that reads it is loaded when the first one arrives.
import type { ProviderNotifications } from '../../contracts/provider.ts'

export const signedRequestNotifications: ProviderNotifications = {
  async read(request) {
    const { readSignedRequest } = await import('./read-signed-request.ts')
    return readSignedRequest(request)
  },
  deletionAnswer: ({ url, code }) => ({ url, confirmation_code: code }),
}
