// Where the local identity provider may run, how it is found again after a restart, and how it ends.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startDevIdentityProvider } from '../../../src/dev-idp/index.ts'
import { people } from '../../../src/providers/fixtures/people.ts'
import { DevClient, withIdp } from './dev-client.ts'

test('it does not start in production, and starts otherwise', async () => {
  const before = process.env.NODE_ENV
  try {
    process.env.NODE_ENV = 'production'
    await assert.rejects(startDevIdentityProvider({ port: 0 }), { code: 'config_option_invalid' })
    process.env.NODE_ENV = 'development'
    await (await startDevIdentityProvider({ port: 0 })).close()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
})

test('it answers to loopback names only', async () => {
  await withIdp(async (_, idp) => {
    const port = new URL(idp.origin).port
    assert.equal(await statusFor(idp.origin, `127.0.0.1:${port}`), 200)
    assert.equal(await statusFor(idp.origin, `localhost:${port}`), 200)
    assert.equal(await statusFor(idp.origin, `evil.example:${port}`), 421)
    assert.equal(await statusFor(idp.origin, `127.0.0.1.evil.example:${port}`), 421)
    assert.equal(await statusFor(idp.origin, `localhost.evil.example:${port}`), 421)
  })
})

test('redirect URIs are loopback only', async () => {
  await withIdp(async (client, idp) => {
    await client('acme')
    for (const uri of [
      'https://app.example.com/cb',
      'http://127.0.0.1.evil.example/cb',
      'com.app:/cb',
      '/cb',
    ]) {
      assert.throws(() => idp.allowRedirect('acme', uri), { code: 'config_option_invalid' }, uri)
    }
    assert.throws(() => idp.allowRedirect('acme', 'http://localhost:3000/cb#x'), {
      code: 'config_option_invalid',
    })
    idp.allowRedirect('acme', 'http://localhost:3000/cb')
    idp.allowRedirect('acme', 'http://[::1]:3000/cb')
  })
})

test('a provider without a fixture is refused, and serving one twice changes nothing', async () => {
  await withIdp(async (client, idp) => {
    const unknown = {
      id: 'x',
      name: 'X',
      kind: 'no-such-kind',
      protocol: 'oidc',
      scopes: ['openid'],
    } as const
    await assert.rejects(idp.serve(unknown), { code: 'config_provider_invalid' })
    await assert.rejects(idp.serve({ ...unknown, kind: 'constructor' }), { code: 'config_provider_invalid' })
    await assert.rejects(idp.serve({ ...unknown, id: '../x', kind: 'oidc' }), {
      code: 'config_provider_invalid',
    })
    const first = await client('acme')
    assert.equal((await client('acme')).clientSecret, first.clientSecret)
    assert.equal(first.issuer, `${idp.origin}/acme`)
  })
})

test('port, issuer, key and subject stay the same over a restart', async () => {
  await inDirectory(async (stateDirectory) => {
    const visit = async () => {
      const idp = await startDevIdentityProvider({ port: 0, stateDirectory })
      try {
        const client = await DevClient.at(idp, 'acme')
        const { sub, iss } = await client.claims()
        const jwks = await (await fetch(`${client.issuer}/local/jwks`)).json()
        return { origin: idp.origin, sub, iss, jwks }
      } finally {
        await idp.close()
      }
    }
    assert.deepEqual(await visit(), await visit())
  })
})

test('people who were added are there after a restart, as the same subject', async () => {
  await inDirectory(async (stateDirectory) => {
    const person = { ...people[0], key: 'jo', number: 77, name: 'Jo', email: null } as (typeof people)[number]
    const visit = async (add: boolean) => {
      const idp = await startDevIdentityProvider({ port: 0, stateDirectory })
      try {
        if (add) idp.addPerson(person)
        return (await (await DevClient.at(idp, 'google')).claims({}, 'jo')).sub
      } finally {
        await idp.close()
      }
    }
    assert.equal(await visit(true), await visit(false))
  })
})

test('the state file is its owner’s alone, and a damaged one is replaced', async () => {
  await inDirectory(async (directory) => {
    const stateDirectory = join(directory, 'state')
    const lines: string[] = []
    const visit = async () => {
      const idp = await startDevIdentityProvider({ port: 0, stateDirectory, log: (line) => lines.push(line) })
      await (await DevClient.at(idp, 'acme')).claims()
      await idp.close()
    }
    await visit()
    const file = join(stateDirectory, 'dev-idp.json')
    assert.equal(statSync(stateDirectory).mode & 0o777, 0o700)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.deepEqual(lines, [])
    writeFileSync(file, '{"port":')
    await visit()
    assert.equal(lines.length, 1)
    assert.ok(JSON.parse(readFileSync(file, 'utf8')).port > 0)
  })
})

test('without a state directory nothing is written', async () => {
  await inDirectory(async (directory) => {
    const before = process.cwd()
    process.chdir(directory)
    try {
      await withIdp(async (client) => void (await (await client('acme')).claims()))
      assert.throws(() => statSync(join(directory, '.latchkey')))
    } finally {
      process.chdir(before)
    }
  })
})

test('a taken port makes way for the next free one, and is taken again once it is free', async () => {
  await inDirectory(async (stateDirectory) => {
    const blocker = createServer()
    await new Promise<void>((resolve) => void blocker.listen(0, '127.0.0.1', resolve))
    const { port } = blocker.address() as AddressInfo
    const visit = async (directory: string | null) => {
      const idp = await startDevIdentityProvider({ port, stateDirectory: directory })
      await idp.close()
      return Number(new URL(idp.origin).port)
    }
    assert.ok((await visit(null)) > port)
    await new Promise((resolve) => void blocker.close(resolve))
    // The port was saved while it was free, so if another program takes it, the server moves only for that run.
    assert.equal(await visit(stateDirectory), port)
    const stranger = createServer()
    await new Promise<void>((resolve) => void stranger.listen(port, '127.0.0.1', resolve))
    assert.ok((await visit(stateDirectory)) > port)
    await new Promise((resolve) => void stranger.close(resolve))
    assert.equal(await visit(stateDirectory), port)
  })
})

test('closing ends open connections', async () => {
  const idp = await startDevIdentityProvider({ port: 0 })
  const client = await DevClient.at(idp, 'acme')
  idp.setFault('acme', 'slow_token')
  const pending = client.redeem(await client.code())
  const failed = assert.rejects(pending)
  while (!idp.requests.some(({ endpoint }) => endpoint === 'token')) await new Promise(setImmediate)
  await idp.close()
  await failed
})

test('requests are counted without anything secret', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    const tokens = await acme.tokens({ scope: 'openid offline_access' })
    await acme.refresh(tokens.refresh_token)
    const kinds = idp.requests.map(({ endpoint, grantType, status }) => [endpoint, grantType, status])
    assert.deepEqual(kinds, [
      ['authorization', null, 303],
      ['token', 'authorization_code', 200],
      ['token', 'refresh_token', 200],
    ])
    const record = JSON.stringify(idp.requests)
    for (const secret of [acme.clientSecret, tokens.refresh_token, 'the-state']) {
      assert.ok(!record.includes(secret))
    }
  })
})

function statusFor(origin: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(origin, { headers: { host }, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

async function inDirectory(run: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-dev-idp-'))
  try {
    await run(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
