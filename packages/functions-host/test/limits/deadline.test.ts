import { expect, test } from 'vitest'
import { withDeadline } from '../../src/limits/deadline.ts'
import { manualClock } from '../clock.ts'

const forever = () => new Promise<never>(() => undefined)

test('work that ends in time gives what it gives', async () => {
  await expect(withDeadline(50, manualClock(), undefined, async () => 'done')).resolves.toBe('done')
})

test('at the deadline the work is told to stop and the call ends, whether or not the work heeds it', async () => {
  const clock = manualClock()
  let seen: AbortSignal | undefined
  const call = withDeadline(50, clock, undefined, (signal) => {
    seen = signal
    return forever()
  })
  clock.advance(49_999)
  expect(seen?.aborted).toBe(false)
  clock.advance(1)
  await expect(call).rejects.toMatchObject({ code: 'ServiceUnavailable', message: 'No answer within 50 s' })
  expect(seen?.aborted).toBe(true)
})

test.each([true, false])('a caller who gives up is heeded at once (before the call: %s)', async (before) => {
  const caller = new AbortController()
  if (before) caller.abort()
  const call = withDeadline(50, manualClock(), caller.signal, forever)
  caller.abort()
  await expect(call).rejects.toMatchObject({ code: 'Cancelled' })
})
