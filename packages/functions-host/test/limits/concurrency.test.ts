import { expect, test } from 'vitest'
import { turns } from '../../src/limits/concurrency.ts'

/** Work that goes on until it is told to end. */
function work() {
  let end = () => undefined as void
  const promise = new Promise<void>((resolve) => (end = resolve))
  const started: number[] = []
  return { started, end: () => end(), run: (id: number) => () => (started.push(id), promise) }
}

test('at most so many at a time, the others in the order in which they came', async () => {
  const inTurn = turns(2)
  const { started, end, run } = work()
  const all = [1, 2, 3, 4].map((id) => inTurn(run(id)))
  expect(started).toEqual([1, 2])
  end()
  await Promise.all(all)
  expect(started).toEqual([1, 2, 3, 4])
})

test('a line that is too long is refused', async () => {
  const inTurn = turns(1)
  const { end, run } = work()
  const all = [1, 2, 3, 4, 5].map((id) => inTurn(run(id)))
  await expect(inTurn(run(6))).rejects.toMatchObject({ code: 'Throttled' })
  end()
  await Promise.all(all)
})

test('who gives up leaves the line', async () => {
  const inTurn = turns(1)
  const { started, end, run } = work()
  const first = inTurn(run(1))
  const leaving = new AbortController()
  const second = inTurn(run(2), leaving.signal)
  const third = inTurn(run(3))
  leaving.abort(new Error('gone'))
  await expect(second).rejects.toThrow('gone')
  end()
  await Promise.all([first, third])
  expect(started).toEqual([1, 3])
})

test('work that fails makes room too', async () => {
  const inTurn = turns(1)
  await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(inTurn(async () => 'yes')).resolves.toBe('yes')
})
