// Whether this server may send requests to a provider's internal address: unencrypted only on this machine or a private network.
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import { isPlainHttpElsewhere } from './endpoint-url.ts'

/** Accepts plain HTTP on loopback, in development, or with the dangerous option. @throws LatchkeyError `config_provider_invalid`. */
export function checkBackchannel(
  { id, backchannelUrl, dangerouslyPlainHttpBackchannel }: Provider,
  isDevelopment: boolean,
): void {
  if (backchannelUrl === undefined || isDevelopment || dangerouslyPlainHttpBackchannel) return
  // RFC 6749 §10.3 and §10.8: the secret, codes and tokens would be sent unencrypted.
  if (!isPlainHttpElsewhere(backchannelUrl)) return
  throw new LatchkeyError('config_provider_invalid', {
    detail: `Provider "${id}": backchannelUrl must be https in production. On a network of your own, dangerouslyPlainHttpBackchannel: true accepts it.`,
  })
}
