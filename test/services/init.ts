// Projects that `latchkey init` creates for Node sign people in with every store, on the databases that are available.
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  mysqlUrl,
  type OwnDatabase,
  ownMysqlDatabase,
  ownPostgresDatabase,
  postgresUrl,
  skipWithout,
} from '../support/database-servers.ts'
import { installForPrograms, type MadeProjects, programsOnNode } from '../support/made-projects.ts'

const servers: Readonly<Record<string, { readonly url: string; readonly own: () => Promise<OwnDatabase> }>> =
  {
    postgres: { url: postgresUrl, own: ownPostgresDatabase },
    mysql: { url: mysqlUrl, own: ownMysqlDatabase },
  }

describe('what latchkey init makes, with every store', { timeout: 1_200_000 }, async () => {
  let projects: MadeProjects
  before(async () => {
    projects = await installForPrograms()
  })
  after(() => projects.close())

  for (const { id: host, tellsPeer, stores } of programsOnNode) {
    for (const { id: store } of stores) {
      const server = servers[store]
      const skip = server ? await skipWithout(server.url) : false
      test(`signs people in on ${host} with the store ${store}`, { skip }, async () => {
        const name = `${host}-${store}`
        const args = ['--yes', '--host', host, '--providers', 'google,github', '--store', store]
        await projects.call('latchkey', ['init', name, ...args])
        const database = await server?.own()
        try {
          await projects.assertSignsIn(path.join(projects.base, name), {
            tellsPeer,
            environment: database ? { DATABASE_URL: database.url } : {},
          })
        } finally {
          await database?.drop()
        }
      })
    }
  }
})
