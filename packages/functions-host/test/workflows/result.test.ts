import { expect, test } from 'vitest'
import { reportOf } from '../../src/report/section.ts'
import { resultOf } from '../../src/workflows/result.ts'
import { answerWith, finding } from './answers.ts'

const about = { subscriptions: 1, report: 'reports/a.html' }
const briefOf = (headline: string) => {
  const summary = { headline, figures: [], offenders: [] }
  const answer = answerWith(1, [finding('ann', 'high')], { summary })
  return resultOf(reportOf('2026-11-20T12:00:00.000Z', [{ title: 'Things', code: 'ok', answer }]), [], about)
}

test.each(['\u202Efdp.exe', 'a\u0000b', 'soft\u00ADhyphen', 'filler\u3164', '\uD800'])(
  'nothing invisible of what machines say is left: %j',
  (text) => {
    expect(briefOf(text).sections[0]?.headline).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u)
  },
)

test('a headline is cut where it grows long', () => {
  expect(briefOf('😀'.repeat(500)).sections[0]?.headline).toBe(`${'😀'.repeat(399)}…`)
})
