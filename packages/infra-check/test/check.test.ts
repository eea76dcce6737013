import { expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { projectTexts } from '../src/files.ts'
import { shown } from '../src/finding.ts'

test('infra/ holds together: syntax, names, modules, parameters, types and the security rules, in every combination of the switches', () => {
  const { findings, deployed, refused } = check(projectTexts())
  expect(findings.map(shown)).toEqual([])
  expect(deployed).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(0)
})
