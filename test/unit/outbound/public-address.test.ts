import assert from 'node:assert/strict'
import dns from 'node:dns'
import net from 'node:net'
import { test } from 'node:test'
import { createPublicAddressCheck, createPublicAddressGuard } from '../../../src/outbound/public-address.ts'

const isPublic = createPublicAddressCheck({ net })

test('E4 addresses of this machine, private networks and metadata services are not public', () => {
  for (const address of [
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...[
      '172.31.255.255',
      '192.0.0.1',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
    ],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::7f00:1',
      '64:ff9b::7f00:1',
      '100::1',
      'fc00::1',
    ],
    ...['fd00:ec2::254', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1'],
    ...['', 'localhost', '127.1', '8.8.8.8.8', '[::1]'],
  ]) {
    assert.equal(isPublic(address), false, address)
  }
})

test('E4 addresses of the Internet are public', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00::1',
  ]) {
    assert.equal(isPublic(address), true, address)
  }
})

type Answers = readonly dns.LookupAddress[]

/** A guard whose name resolution returns these addresses. */
function guardWith(answers: Answers | Error) {
  const lookup = (
    _hostname: string,
    _options: unknown,
    done: (error: Error | null, found: Answers) => void,
  ) => (answers instanceof Error ? done(answers, []) : done(null, answers))
  return createPublicAddressGuard({ net, dns: { ...dns, lookup } as unknown as typeof dns })
}

function resolve(answers: Answers | Error, all: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    guardWith(answers).lookup('idp.example', { all }, (error, address, family) => {
      if (error) reject(error)
      else resolve(all ? address : [address, family])
    })
  })
}

const good = { address: '1.1.1.1', family: 4 }
const bad = { address: '127.0.0.1', family: 4 }

test('E4 a name is judged by what it resolves to when connecting', async () => {
  assert.deepEqual(await resolve([good], true), [good])
  assert.deepEqual(await resolve([good], false), ['1.1.1.1', 4])
  await assert.rejects(resolve([bad], true), /not on the public Internet/)
  await assert.rejects(resolve([good, bad], true), /not on the public Internet/)
  await assert.rejects(resolve([good, bad], false), /not on the public Internet/)
  await assert.rejects(resolve([], true), /not on the public Internet/)
  await assert.rejects(resolve(new Error('ENOTFOUND'), true), /ENOTFOUND/)
})

test('E4 hosts that are addresses are judged without a lookup', () => {
  const { checkHost } = guardWith([])
  for (const url of [
    'http://0x7f.1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://169.254.169.254/latest',
  ]) {
    assert.throws(() => checkHost(new URL(url)), /not on the public Internet/, url)
  }
  for (const url of ['https://1.1.1.1/', 'https://[2606:4700:4700::1111]/', 'https://idp.example/']) {
    assert.doesNotThrow(() => checkHost(new URL(url)), url)
  }
})
