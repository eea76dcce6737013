import { expect, test } from 'vitest'
import { pacer } from '../src/sources/throttle.ts'
import { stillClock } from './still-clock.ts'

const never = new AbortController().signal

test('as many pass at a time as there are places; the next one when one leaves', async () => {
  const gate = pacer(stillClock(), 2)
  await gate.enter(never)
  await gate.enter(never)
  let isIn = false
  const third = gate.enter(never).then(() => (isIn = true))
  await new Promise(setImmediate)
  expect(isIn).toBe(false)
  gate.leave()
  expect(await third).toBe(true)
})

test('when nothing is left, the next one waits until the quota resets, and then the whole quota is there', async () => {
  const clock = stillClock()
  const gate = pacer(clock, 3)
  const pass = async (remaining: number) => {
    const waited = await gate.enter(never)
    gate.heard({ remaining, resetsAfterMs: 5000 })
    gate.leave()
    return waited
  }
  expect([await pass(2), await pass(1), await pass(0)]).toEqual([0, 0, 0])
  expect([await pass(2), await pass(1), await pass(0), await pass(2)]).toEqual([5000, 0, 0, 5000])
})

test('those under way are not counted twice for long: all of the quota is used', async () => {
  const clock = stillClock()
  const gate = pacer(clock, 3)
  await gate.enter(never)
  gate.heard({ remaining: 3, resetsAfterMs: 5000 })
  await gate.enter(never)
  await gate.enter(never)
  gate.heard({ remaining: 1, resetsAfterMs: 5000 })
  gate.leave()
  gate.leave()
  gate.heard({ remaining: 1, resetsAfterMs: 5000 })
  gate.leave()
  expect(await gate.enter(never)).toBe(0)
})

test('the earliest word about a window is taken, because it is told in whole seconds', async () => {
  const clock = stillClock()
  const gate = pacer(clock, 3)
  await gate.enter(never)
  gate.heard({ remaining: 1, resetsAfterMs: 5000 })
  gate.leave()
  await gate.enter(never)
  await clock.sleep(100)
  gate.heard({ remaining: 0, resetsAfterMs: 5000 })
  gate.leave()
  expect(await gate.enter(never)).toBe(4900)
})

test('who is held waits, whatever the quota', async () => {
  const gate = pacer(stillClock(), 3)
  gate.hold(700)
  expect(await gate.enter(never)).toBe(700)
})

test('an abort ends the wait for a place and for quota', async () => {
  const clock = { ...stillClock(), sleep: () => new Promise<void>(() => undefined) }
  const gate = pacer(clock, 1)
  const stop = new AbortController()
  await gate.enter(never)
  const place = gate.enter(stop.signal)
  stop.abort(new Error('enough'))
  await expect(place).rejects.toThrow('enough')
  gate.leave()
  gate.hold(1000)
  const again = new AbortController()
  const quota = gate.enter(again.signal)
  again.abort(new Error('enough'))
  await expect(quota).rejects.toThrow('enough')
})
