import { InfraError } from '@infra-analysis/core'
import { expect, test } from 'vitest'
import { timerHandler } from '../../src/triggers/timer.ts'
import { toolThat } from '../host.ts'
import { answerWith, replyWith } from '../workflows/answers.ts'
import { invocationOf } from './invocation.ts'
import { meansWith } from './means.ts'

const timer = (next: string, isPastDue = false) => ({
  isPastDue,
  schedule: { adjustForDST: true },
  scheduleStatus: { last: '', next, lastUpdated: '' },
})
const good = toolThat(async () => replyWith(answerWith(7), 7), 'get_good')
const bad = toolThat(() => Promise.reject(new InfraError('AccessDenied', 'You may not', 'Get a role.')), 'get_bad')

test('asks every tool and stores a page and a snapshot under the time that was due', async () => {
  const means = meansWith([good, bad])
  await timerHandler(means, [good, bad])(timer('2026-11-20T06:00:00+00:00'), invocationOf())
  expect([...means.store.documents].map(([name, { type }]) => [name, type])).toEqual([
    ['reports/2026-11-20/060000Z.html', 'text/html'],
    ['reports/2026-11-20/060000Z.json', 'application/json'],
  ])
  const [page, snapshot] = [...means.store.documents.values()].map(({ text }) => text)
  expect(page).toContain('7 things.')
  expect(page).toContain('Not answered: AccessDenied')
  expect(JSON.parse(snapshot ?? '')).toMatchObject({
    asOf: '2026-11-20T12:00:00.000Z',
    complete: false,
    sections: [{ code: 'ok', answer: { coverage: { total: 7 } } }, { code: 'AccessDenied' }],
  })
  const records = means.lines.filter(({ msg }) => msg === 'audit')
  expect(records).toMatchObject([
    { via: 'timer', tool: 'get_good' },
    { via: 'timer', tool: 'get_bad' },
  ])
})

test('a time that is called twice is reported once; that it is past due is logged', async () => {
  const means = meansWith([good])
  const handler = timerHandler(means, [good])
  await handler(timer('2026-11-20T06:00:00Z'), invocationOf())
  await handler(timer('2026-11-20T06:00:00Z', true), invocationOf())
  expect(means.lines.map(({ msg }) => msg)).toEqual([
    'audit',
    'report',
    'the report is past due',
    'the report is there already',
  ])
})

test('a report that broke off before its snapshot is made again', async () => {
  const means = meansWith([good])
  await means.store.put('reports/2026-11-20/060000Z.html', 'half', 'text/html')
  await timerHandler(means, [good])(timer('2026-11-20T06:00:00Z', true), invocationOf())
  expect(means.store.documents.get('reports/2026-11-20/060000Z.html')?.text).toContain('7 things.')
})

test('a call by hand has a time of its own, so that the scheduled one still comes', async () => {
  const means = meansWith([good])
  await timerHandler(means, [good])(timer('2026-11-23T06:00:00Z'), invocationOf())
  expect([...means.store.documents.keys()]).toContain('reports/2026-11-20/120000Z.json')
})
