#!/usr/bin/env node
// The command `latchkey`. Each subcommand has its own file.
import { statSync } from 'node:fs'
import { LatchkeyError } from '../errors.ts'
import { add } from './add.ts'
import { dev } from './dev.ts'
import { doctor } from './doctor.ts'
import { explain, isInputPiped } from './explain.ts'
import { gateway } from './gateway.ts'
import { createAsker } from './init/ask.ts'
import { init } from './init.ts'
import { migrate } from './migrate.ts'
import { ownManifest } from './own-manifest.ts'
import { providers } from './providers.ts'
import { reseal } from './reseal.ts'
import { schema } from './schema.ts'
import { type CommandName, isCommand, readNothing, readOrComplain, unknownCommand, usage } from './usage.ts'
import { variablesFiles } from './variables-files.ts'

const io = {
  write: (text: string): void => console.log(text),
  complain: (text: string): void => console.error(text),
}

const [command = '', ...args] = process.argv.slice(2)
try {
  process.exitCode = await run(command)
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === null) throw error
  io.complain(`latchkey ${command}: ${sentence}`)
  process.exitCode = 1
}

async function run(name: string): Promise<number> {
  // Arguments after `--` belong to another program.
  const own = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  if (['--help', '-h', 'help'].includes(name) || own.includes('--help') || own.includes('-h')) {
    io.write(usage)
    return 0
  }
  if (['--version', '-v'].includes(name)) {
    io.write(ownManifest().version)
    return 0
  }
  if (isCommand(name)) return runCommand(name)
  io.complain(name === '' ? usage : unknownCommand(name))
  return 2
}

async function runCommand(name: CommandName): Promise<number> {
  const environment = readEnvironment()
  const origin = environment.ORIGIN?.split(',')[0]?.trim() || null
  const takesNothing = (): boolean => readOrComplain(name, () => readNothing(args), io.complain) !== null
  switch (name) {
    case 'migrate':
      return migrate(args, { ...io, environment })
    case 'schema':
      return schema(args, { ...io, environment })
    case 'reseal':
      return takesNothing() ? reseal({ ...io, environment }) : 2
    case 'dev':
      return dev(args, { ...io, environment })
    case 'doctor':
      return takesNothing() ? doctor({ ...io, environment }) : 2
    case 'gateway':
      // Exits explicitly, since other parties may keep connections open forever.
      return takesNothing() ? process.exit(await gateway({ ...io, environment })) : 2
    case 'providers':
      return providers(args, { ...io, origin })
    case 'explain':
      return explain(args, { ...io, environment, input: process.stdin, isPiped: isInputPiped() })
    case 'init':
    case 'add': {
      // Without a terminal there is no person to ask.
      const ask = process.stdin.isTTY ? createAsker(process.stdin, process.stdout) : null
      const surroundings = { ...io, folder: process.cwd(), ask, environment }
      try {
        return await (name === 'init' ? init(args, surroundings) : add(args, { ...surroundings, origin }))
      } finally {
        ask?.close()
      }
    }
  }
}

/** Existing variables take precedence. The files are optional; a folder named `.env` is a Python environment. */
function readEnvironment(): NodeJS.ProcessEnv {
  for (const file of variablesFiles) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) process.loadEnvFile(file)
  }
  return process.env
}

/** Returns the message of an error that is no fault of this program, such as a folder that cannot be written; else null. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof LatchkeyError) return error.message
  if (!(error instanceof Error && 'syscall' in error)) return null
  return error.message
}
