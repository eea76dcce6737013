import { InfraError } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { breaker } from '../../src/limits/breaker.ts'
import { breaking } from '../../src/limits/breaking.ts'
import { manualClock } from '../clock.ts'
import { drained, failing } from '../sources.ts'

function broken() {
  const clock = manualClock()
  const one = breaker('The store', clock)
  for (let i = 0; i < 5; i++) one.enter()(true)
  return { clock, one }
}

test('five failures in a row open it; a success between starts the count anew', () => {
  const one = breaker('The store', manualClock())
  for (const failed of [true, true, true, true, false, true, true, true, true]) one.enter()(failed)
  expect(one.state).toBe('closed')
  one.enter()(true)
  expect(one.state).toBe('open')
  expect(() => one.enter()).toThrow(
    expect.objectContaining({ code: 'ServiceUnavailable', hint: 'Call again in 30 s.' }),
  )
})

test('after half a minute a single probe finds out', () => {
  const { clock, one } = broken()
  clock.advance(30_000)
  expect(one.state).toBe('half-open')
  const probe = one.enter()
  for (let i = 0; i < 199; i++) expect(() => one.enter()).toThrow('is not asked')
  probe(false)
  expect(one.state).toBe('closed')
})

test('a probe that fails opens it again, one that is called off leaves it to the next', () => {
  const { clock, one } = broken()
  clock.advance(30_000)
  one.enter()(undefined)
  expect(one.state).toBe('half-open')
  one.enter()(true)
  expect(one.state).toBe('open')
})

test('what was asked before it opened decides nothing afterwards', () => {
  const one = breaker('The store', manualClock())
  const late = one.enter()
  for (let i = 0; i < 5; i++) one.enter()(true)
  late(false)
  expect(one.state).toBe('open')
})

const askTwentyTimes = async (error: unknown) => {
  const clock = manualClock()
  const both = { 'resource-graph': breaker('Graph', clock), 'log-analytics': breaker('Logs', clock) }
  const { source, asked } = failing(error)
  const guarded = breaking(source, both)
  for (let i = 0; i < 20; i++) {
    await expect(drained(guarded.query({ engine: 'log-analytics', kql: '', scope: {} }))).rejects.toBeDefined()
  }
  return { asked: asked.length, graph: both['resource-graph'].state }
}

test('a service that fails is let be, and the other is not', async () => {
  const error = new InfraError('ServiceUnavailable', 'Down', 'Wait.')
  expect(await askTwentyTimes(error)).toEqual({ asked: 5, graph: 'closed' })
})

test('a refusal is an answer, and a question that is called off is none', async () => {
  expect(await askTwentyTimes(new InfraError('AccessDenied', 'No', 'Ask.'))).toMatchObject({ asked: 20 })
  expect(await askTwentyTimes(new InfraError('Cancelled', 'Off', 'Ask.'))).toMatchObject({ asked: 20 })
})
