import { expect, test } from 'vitest'
import { merged } from '../../src/workflows/merged.ts'
import type { PartSection } from '../../src/workflows/part-section.ts'
import type { Question } from '../../src/workflows/workflow.ts'
import { answerWith, finding } from './answers.ts'

const question: Question = { title: 'Things', tool: 'get_things', args: {}, reach: 'each subscription' }
const counting: Question = { ...question, rows: 'Patches missing' }
const part = (answer?: PartSection['answer'], more: Partial<PartSection> = {}): PartSection => ({
  title: 'Things',
  code: 'ok',
  rows: 5,
  ...(answer && { answer }),
  ...more,
})
const denied = part(undefined, { code: 'AccessDenied', rows: 0 })

test('resources are counted over all parts, the worst come first', () => {
  const severe = answerWith(10, [finding('ann', 'low'), finding('bob', 'medium'), finding('bob', 'low')])
  const graver = answerWith(4, [finding('cid', 'high')], { asOf: '2026-11-20T11:59:00.000Z' })
  const { answer, code } = merged(question, [part(severe), part(graver)], [])
  expect(code).toBe('ok')
  expect(answer).toMatchObject({
    asOf: '2026-11-20T11:59:00.000Z',
    complete: true,
    coverage: { total: 14, covered: 12, states: { Known: 12, Silent: 2 } },
    summary: {
      headline: 'Resources with findings in 2 subscriptions: 3, of which 1 have one of high severity.',
      figures: [{ value: 14 }, { value: 1 }, { value: 1 }, { value: 1 }],
    },
  })
  expect(answer?.coverage.gaps.map(({ name }) => name)).toEqual(['machine-10', 'machine-4'])
  expect(answer?.summary.offenders.map(({ subject }) => subject)).toEqual(['cid', 'bob', 'ann'])
})

test('what a single part says is kept as it is', () => {
  const only = answerWith(3)
  expect(merged(question, [part(only)], [])).toEqual({ title: 'Things', code: 'ok', answer: only })
})

test('a part without an answer is told, and the whole is not complete', () => {
  const { answer, code } = merged(question, [part(answerWith(3)), denied, denied], [])
  expect(code).toBe('AccessDenied')
  expect(answer?.complete).toBe(false)
  expect(answer?.warnings.map(({ message }) => message)).toEqual(['2 of 3 subscriptions did not answer: AccessDenied.'])
})

test('when no part answers there is a code and no answer', () => {
  expect(merged(question, [denied, denied], [])).toEqual({ title: 'Things', code: 'AccessDenied' })
})

test('subscriptions that were not listed make it incomplete; a warning that all parts give is given once', () => {
  const warning = { code: 'slow', message: 'The store is slow.', hint: 'Wait.' }
  const gap = { code: 'skipped', message: 'Some subscriptions were not listed.', hint: 'Ask again.' }
  const slow = part(answerWith(2, [], { warnings: [warning] }))
  expect(merged(question, [slow, slow], [gap]).answer).toMatchObject({ complete: false, warnings: [gap, warning] })
})

test('where rows are counted, findings and gaps are left to the question before', () => {
  const { answer } = merged(counting, [part(answerWith(9, [finding('ann', 'high')])), part(answerWith(2)), denied], [])
  expect(answer?.summary).toEqual({
    headline: 'Patches missing: 10 in 2 subscriptions.',
    figures: [{ label: 'Patches missing', value: 10 }],
    offenders: [],
  })
  expect([answer?.findings, answer?.coverage.gaps]).toEqual([[], []])
})
