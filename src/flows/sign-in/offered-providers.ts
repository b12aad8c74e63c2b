// The providers that have a button: not those that are configured only to migrate people away from them.
import type { Provider } from '../../contracts/provider.ts'
import type { Settings } from '../../options.ts'

export function offeredProviders(
  { migrations }: Pick<Settings, 'migrations'>,
  providers: readonly Provider[],
): readonly Provider[] {
  if (migrations.size === 0) return providers
  const former = new Set([...migrations.values()].map(({ provider }) => provider))
  return providers.filter(({ id }) => !former.has(id))
}
