// Runs `prisma generate` without the engine that Prisma downloads for migrations, which it requires but does not use here.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

interface PrismaSchema {
  /** The folder where Prisma is installed. */
  readonly folder: string
  /** The folder for the schema and, in a subfolder with the provider's name, the client. */
  readonly into: string
  readonly provider: string
  readonly models: string
}

/** Rejects if Prisma refuses the models. */
export async function generatePrismaClient({ folder, into, provider, models }: PrismaSchema): Promise<void> {
  const schema = path.join(into, `${provider}.prisma`)
  const generator = `generator client {\n  provider = "prisma-client"\n  output   = "./${provider}"\n}`
  await writeFile(schema, `${generator}\n\ndatasource db {\n  provider = "${provider}"\n}\n\n${models}\n`)
  const program = path.join(folder, 'node_modules/prisma/build/index.js')
  const env = {
    PATH: process.env.PATH,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
  }
  await promisify(execFile)(process.execPath, [program, 'generate', '--schema', schema], { cwd: folder, env })
}
