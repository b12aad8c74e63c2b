#!/usr/bin/env node
// The command `latchkey`. Each subcommand has its own file.
import { add } from './add.ts'
import { dev } from './dev.ts'
import { doctor } from './doctor.ts'
import { explain, isInputPiped } from './explain.ts'
import { gateway } from './gateway.ts'
import { createAsker } from './init/ask.ts'
import { hosts } from './init/hosts/index.ts'
import { stores } from './init/stores.ts'
import { init } from './init.ts'
import { migrate } from './migrate.ts'
import { providers } from './providers.ts'
import { reseal } from './reseal.ts'
import { schema } from './schema.ts'

const listOf = (choices: readonly { readonly id: string }[]): string => choices.map(({ id }) => id).join(', ')

const USAGE = `Usage: latchkey init [FOLDER] [--host HOST] [--providers a,b] [--store STORE] [--yes]
       latchkey add PROVIDER [--yes]
       latchkey dev [-- COMMAND…]
       latchkey migrate [--status | --print | --down]
       latchkey schema [--sql | --drizzle | --prisma] [--dialect sqlite | postgres | mysql]
       latchkey reseal
       latchkey doctor
       latchkey providers [ID] [--json]
       latchkey gateway
       latchkey explain REFERENCE [FILE…] [--audit] [--json]

  latchkey init               begin a project that signs in at once, or bring sign-in into the one in this folder;
                              hosts: ${listOf(hosts)};
                              stores: ${listOf(stores)}
  latchkey add                add a provider to a project: the code, the variables, and what to register where
  latchkey dev                start the local identity provider at LATCHKEY_DEV_IDP, and beside it a command that serves the application,
                              such as wrangler dev: for hosts that cannot start it themselves
  latchkey migrate            bring the tables in DATABASE_URL up to date
  latchkey migrate --status   list the migrations that are not applied yet
  latchkey migrate --print    print all migrations as SQL, and change nothing
  latchkey migrate --down     take back the newest migration, with all that its tables hold
  latchkey schema             print the tables as SQL, or for Drizzle or Prisma, whose migrations then make them;
                              without --dialect, for the database that DATABASE_URL names
  latchkey doctor             say what to register where, and look for what stands in the way of a sign-in
  latchkey providers          list the providers of the catalogue; with an id, say what to do for it
  latchkey gateway            sign people in before an application in any language (docs/gateway.md)
  latchkey explain            say what was behind an error page: reads the log (files of JSON lines, or standard
                              input) for the reference that the page shows; --audit reads the audit trail instead
  latchkey reseal             seal all kept tokens with the first value of LATCHKEY_SECRET

DATABASE_URL is sqlite:FILE (default sqlite:.latchkey/app.db), postgres://…, mysql://…, libsql://… or neon://…, from the environment or
from the file .env or .dev.vars in this folder.`

const [command, ...args] = process.argv.slice(2)
const io = {
  write: (text: string): void => console.log(text),
  complain: (text: string): void => console.error(text),
}

if (command === 'migrate') {
  process.exitCode = await migrate(args, { ...io, environment: readEnvironment(), usage: USAGE })
} else if (command === 'schema') {
  process.exitCode = await schema(args, { ...io, environment: readEnvironment(), usage: USAGE })
} else if (command === 'reseal' && args.length === 0) {
  process.exitCode = await reseal({ ...io, environment: readEnvironment() })
} else if (command === 'dev') {
  process.exitCode = await dev(args, { ...io, environment: readEnvironment(), usage: USAGE })
} else if (command === 'doctor' && args.length === 0) {
  process.exitCode = await doctor({ ...io, environment: readEnvironment() })
} else if (command === 'gateway' && args.length === 0) {
  // Exits explicitly, since other parties may keep connections open forever.
  process.exit(await gateway({ ...io, environment: readEnvironment() }))
} else if (command === 'providers') {
  process.exitCode = await providers(args, { ...io, origin: readEnvironment().ORIGIN ?? null })
} else if (command === 'init' || command === 'add') {
  const environment = readEnvironment()
  // Without a terminal there is no person to ask.
  const asker = process.stdin.isTTY ? createAsker(process.stdin, process.stdout) : null
  const surroundings = { ...io, usage: USAGE, folder: process.cwd(), ask: asker, environment }
  process.exitCode =
    command === 'init'
      ? await init(args, surroundings)
      : await add(args, { ...surroundings, origin: environment.ORIGIN ?? null })
  asker?.close()
} else if (command === 'explain') {
  const environment = readEnvironment()
  const input = { input: process.stdin, isPiped: isInputPiped() }
  process.exitCode = await explain(args, { ...io, ...input, environment, usage: USAGE })
} else {
  io.complain(USAGE)
  process.exitCode = 2
}

function readEnvironment(): NodeJS.ProcessEnv {
  // Where Wrangler finds the first, it does not read the second.
  for (const file of ['.dev.vars', '.env']) {
    try {
      // Existing variables take precedence.
      process.loadEnvFile(file)
    } catch {
      // The file is optional.
    }
  }
  return process.env
}
