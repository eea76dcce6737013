import { expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { projectTexts } from '../src/files.ts'
import { shown } from '../src/finding.ts'
import { told } from './told.ts'

const texts = projectTexts()

test('infra/ holds together: syntax, names, modules, parameters, types and the security rules, in every combination of the switches', () => {
  const { findings, deployed, refused } = check(texts)
  expect(findings.map(shown)).toEqual([])
  expect(deployed).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(0)
})

test('what docs/deploy.md tells to write into the parameters file is no fault there', () => {
  const path = 'infra/main.parameters.json'
  const { parameters, ...rest } = JSON.parse(texts.get(path) ?? '{}')
  const values = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, { value }]))
  const edited = JSON.stringify({ ...rest, parameters: { ...parameters, ...values } })
  expect(Object.keys(told)).toEqual(['roleTools', 'additionalSettings'])
  expect(check(new Map([...texts, [path, edited]])).findings).toEqual([])
})
