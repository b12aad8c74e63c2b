import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LimitedMap } from '../../../src/web/limited-map.ts'

const filled = (most: number, keys: readonly string[]): LimitedMap<string, string> => {
  const map = new LimitedMap<string, string>(most)
  for (const key of keys) map.set(key, key.toUpperCase())
  return map
}

test('up to its limit it keeps everything, beyond it the newest', () => {
  assert.deepEqual([...filled(3, ['a', 'b', 'c']).keys()], ['a', 'b', 'c'])
  assert.deepEqual([...filled(3, ['a', 'b', 'c', 'd', 'e']).keys()], ['c', 'd', 'e'])
})

test('a key that is there is written again and drops nobody', () => {
  const map = filled(2, ['a', 'b'])
  map.set('a', 'again')
  assert.deepEqual(
    [...map],
    [
      ['a', 'again'],
      ['b', 'B'],
    ],
  )
})

test('what was deleted makes room, and is the newest when it comes back', () => {
  const map = filled(3, ['a', 'b', 'c'])
  assert.deepEqual(map.oldest(), ['a', 'A'])
  map.delete('a')
  assert.deepEqual(map.oldest(), ['b', 'B'])
  map.set('a', 'A')
  assert.deepEqual([...map.keys()], ['b', 'c', 'a'])
  map.set('d', 'D')
  assert.deepEqual([...map.keys()], ['c', 'a', 'd'])
})

test('emptied and filled again it is as new', () => {
  const map = filled(2, ['a', 'b', 'c'])
  map.clear()
  assert.equal(map.oldest(), null)
  for (const key of ['x', 'y', 'z']) map.set(key, key)
  assert.deepEqual([...map.keys()], ['y', 'z'])
  for (const key of ['y', 'z']) map.delete(key)
  assert.equal(map.oldest(), null)
  for (const key of ['p', 'q', 'r']) map.set(key, key)
  assert.deepEqual([...map.keys()], ['q', 'r'])
})

test('it holds what a plain list of the newest would hold, whatever happens', () => {
  const map = new LimitedMap<number, number>(7)
  let plain: number[] = []
  let seed = 1
  const draw = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let step = 0; step < 20_000; step++) {
    const key = draw(20)
    const action = draw(100)
    if (action < 60) {
      if (!plain.includes(key)) plain = [...plain.slice(plain.length >= 7 ? 1 : 0), key]
      map.set(key, step)
    } else if (action < 98) {
      plain = plain.filter((each) => each !== key)
      map.delete(key)
    } else if (action < 99) {
      plain = []
      map.clear()
    } else assert.equal(map.oldest()?.[0], plain[0])
    assert.deepEqual([...map.keys()], plain)
  }
})
