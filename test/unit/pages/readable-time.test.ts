import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readableDate, readableTime } from '../../../src/pages/readable-time.ts'
import { frame } from './sample-views.ts'

describe('readable times', () => {
  const { language } = frame
  const moment = new Date('2026-05-03T09:05:42.123Z')

  test('are in UTC, for people and for machines', async () => {
    assert.equal(
      String(await readableTime(language, moment)),
      '<time datetime="2026-05-03T09:05Z">3 May 2026, 09:05 UTC</time>',
    )
    assert.equal(
      String(await readableDate(language, moment)),
      '<time datetime="2026-05-03">3 May 2026</time>',
    )
  })

  test('take the day of UTC, not of the server', async () => {
    const evening = new Date('2025-12-31T23:59:59Z')
    assert.equal(
      String(await readableDate(language, evening)),
      '<time datetime="2025-12-31">31 Dec 2025</time>',
    )
  })
})
