// Checks the store's schema once: applies migrations if configured, otherwise requires that none are pending.

import { LatchkeyError } from '../errors.ts'
import type { Settings } from '../options.ts'
import { announce } from './development.ts'

export interface SchemaReadiness {
  readonly isReady: boolean
  /** Rejects while the store cannot be used; the next call tries again. */
  readonly wait: () => Promise<void>
}

export function createReadiness(settings: Settings): SchemaReadiness {
  const { store } = settings
  let isReady = store === null
  let preparing: Promise<void> | null = null

  async function prepare(): Promise<void> {
    if (!store) return
    if (settings.migrate) await store.migrate()
    await checkSchema(settings)
    isReady = true
  }

  return {
    get isReady() {
      return isReady
    },
    wait() {
      if (isReady) return Promise.resolve()
      // If the store is down at start, the next request tries again.
      preparing ??= prepare().finally(() => {
        preparing = null
      })
      return preparing
    },
  }
}

async function checkSchema(settings: Settings): Promise<void> {
  const pending = await settings.store?.pendingMigrations()
  if (pending && pending.length > 0) {
    throw new LatchkeyError('store_unavailable', {
      detail: `Migrations are pending: ${pending.join(', ')}. Run: latchkey migrate; where another tool makes the tables, as Wrangler does for D1, give it what latchkey schema prints for them`,
    })
  }
  if (
    settings.isProduction &&
    (await settings.store?.users.hasAccountWithIssuerPrefix('http://127.0.0.1:'))
  ) {
    announce(
      settings,
      'This store holds identities of the local identity provider. They cannot sign in here.',
    )
  }
}
