// Forgejo: OpenID Connect by discovery.
// https://forgejo.org/docs/latest/user/oauth2-provider/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { describeForge } from './definition/forge-platform.ts'

const brand = brandOf(
  '#fb923c',
  'M16.7773 0c1.6018 0 2.9004 1.2986 2.9004 2.9005s-1.2986 2.9004-2.9004 2.9004c-1.0854 0-2.0315-.596-2.5288-1.4787H12.91c-2.3322 0-4.2272 1.8718-4.2649 4.195l-.0007 2.1175a7.0759 7.0759 0 0 1 4.148-1.4205l.1176-.001 1.3385.0002c.4973-.8827 1.4434-1.4788 2.5288-1.4788 1.6018 0 2.9004 1.2986 2.9004 2.9005s-1.2986 2.9004-2.9004 2.9004c-1.0854 0-2.0315-.596-2.5288-1.4787H12.91c-2.3322 0-4.2272 1.8718-4.2649 4.195l-.0007 2.319c.8827.4973 1.4788 1.4434 1.4788 2.5287 0 1.602-1.2986 2.9005-2.9005 2.9005-1.6018 0-2.9004-1.2986-2.9004-2.9005 0-1.0853.596-2.0314 1.4788-2.5287l-.0002-9.9831c0-3.887 3.1195-7.0453 6.9915-7.108l.1176-.001h1.3385C14.7458.5962 15.692 0 16.7773 0ZM7.2227 19.9052c-.6596 0-1.1943.5347-1.1943 1.1943s.5347 1.1943 1.1943 1.1943 1.1944-.5347 1.1944-1.1943-.5348-1.1943-1.1944-1.1943Zm9.5546-10.4644c-.6596 0-1.1944.5347-1.1944 1.1943s.5348 1.1943 1.1944 1.1943c.6596 0 1.1943-.5347 1.1943-1.1943s-.5347-1.1943-1.1943-1.1943Zm0-7.7346c-.6596 0-1.1944.5347-1.1944 1.1943s.5348 1.1943 1.1944 1.1943c.6596 0 1.1943-.5347 1.1943-1.1943s-.5347-1.1943-1.1943-1.1943Z',
)

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://git.example.com',
    sentence: 'The server’s address: ROOT_URL in its configuration, without the slash at the end.',
  },
}

/**
 * Sign in with Forgejo.
 *
 * Needs `FORGEJO_CLIENT_ID`, `FORGEJO_CLIENT_SECRET`, `FORGEJO_BASE_URL`. Add an OAuth2 application under Settings >
 * Applications, or for the whole server under Site Administration > Applications, with the redirect URI; leave
 * "confidential client" selected.
 *
 * The issuer is the server's ROOT_URL; if its metadata writes it with a trailing slash, set that as `FORGEJO_ISSUER`.
 * The server reports the address of every active account as verified, so addresses do not count as verified. Forgejo's
 * tokens have all rights of the person, whatever the scopes, so keep tokens only if you need them.
 * `tokens.fetch('forgejo', 'user')` resolves below the API.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function forgejo<const Id extends string = 'forgejo'>(wanted: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return describeForge({ name: 'Forgejo', kind: 'forgejo', baseUrl, brand })
}
