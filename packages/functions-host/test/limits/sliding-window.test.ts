import { expect, test } from 'vitest'
import { slidingWindow } from '../../src/limits/sliding-window.ts'
import { manualClock } from '../clock.ts'

test('so many calls in any minute, each caller for themselves', () => {
  const clock = manualClock()
  const count = slidingWindow(2, clock)
  count('ann')
  clock.advance(40_000)
  count('ann')
  expect(() => count('ann')).toThrow(expect.objectContaining({ code: 'Throttled', hint: 'Call again in 20 s.' }))
  count('bob')
  clock.advance(20_000)
  count('ann')
  expect(() => count('ann')).toThrow(expect.objectContaining({ hint: 'Call again in 40 s.' }))
})

test('a refused call does not count', () => {
  const clock = manualClock()
  const count = slidingWindow(1, clock)
  count('ann')
  clock.advance(59_000)
  expect(() => count('ann')).toThrow('More than 1 calls')
  clock.advance(1_000)
  expect(() => count('ann')).not.toThrow()
})
