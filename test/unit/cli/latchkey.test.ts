// The command `latchkey` as a whole: how it reports wrong usage.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { callLatchkey } from '../../support/call-latchkey.ts'

describe('latchkey', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'))
  })
  after(() => rm(folder, { recursive: true }))

  const latchkey = (args: readonly string[]) => callLatchkey(args, { folder })

  test('a wrong call is answered with what is wrong, and how the command is called', async () => {
    const answers: readonly [readonly string[], RegExp][] = [
      [[], /^Usage: latchkey init[\s\S]*\n +latchkey migrate /],
      [['migrte'], /no command "migrte"\. Did you mean "latchkey migrate"\?/],
      [['migrate', '--sideways'], /^latchkey migrate: .*--sideways.*\nUsage: latchkey migrate /],
      [['migrate', '--print', '--down'], /--print and --down exclude each other\.\nUsage: latchkey migrate /],
      [['migrate', 'x'], /^latchkey migrate: .*'x'.*\nUsage: latchkey migrate /],
      [['schema', '--sql', '--prisma'], /--sql and --prisma exclude each other\.\nUsage: latchkey schema /],
      [['doctor', 'google'], /^latchkey doctor: .*"google"\.\nUsage: latchkey doctor\n/],
      [['add'], /^latchkey add: Which provider\?.*\nUsage: latchkey add /],
      [['init', 'a', 'b'], /^latchkey init: .*"a" and "b"\.\nUsage: latchkey init /],
      [['init', '--hots', 'express'], /^latchkey init: .*--hots.*\nUsage: latchkey init /],
      [['providers', '--jsno'], /^latchkey providers: .*--jsno.*\nUsage: latchkey providers /],
      [['explain'], /^latchkey explain: The reference is missing.*\nUsage: latchkey explain /],
    ]
    for (const [args, sentence] of answers) {
      const { code, stdout, stderr } = await latchkey(args)
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, args.join(' '))
      assert.match(stderr, sentence, args.join(' '))
    }
  })

  test('help and version are answers, not errors', async () => {
    for (const args of [['--help'], ['-h'], ['help'], ['migrate', '--help']]) {
      const { code, stdout, stderr } = await latchkey(args)
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' }, args.join(' '))
      assert.match(stdout, /^Usage: latchkey init/)
    }
    assert.match((await latchkey(['--version'])).stdout, /^\d+\.\d+\.\d+$/m)
  })

  test('a file that stands in the way is a sentence, not a stack trace', async () => {
    await writeFile(join(folder, 'file'), '')
    const { code, stderr } = await latchkey(['init', 'file/app', '--yes'])
    assert.equal(code, 1)
    assert.match(stderr, /^latchkey init: ENOTDIR: .*file/)
    assert.doesNotMatch(stderr, /\n +at /)
  })

  test('a folder .env, as Python makes it, is no file with variables', async () => {
    await mkdir(join(folder, 'python/.env'), { recursive: true })
    const { code, stderr } = await callLatchkey(['providers', 'google'], { folder: join(folder, 'python') })
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  })
})
