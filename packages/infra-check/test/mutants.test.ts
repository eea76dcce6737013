import { expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { projectTexts } from '../src/files.ts'
import { appMutants } from './mutants/app.ts'
import { filesMutants } from './mutants/files.ts'
import { languageMutants } from './mutants/language.ts'
import { modulesMutants } from './mutants/modules.ts'
import { rolesMutants } from './mutants/roles.ts'
import { secretsMutants } from './mutants/secrets.ts'
import { signInMutants } from './mutants/sign-in.ts'
import { storageMutants } from './mutants/storage.ts'
import { typesMutants } from './mutants/types.ts'
import type { Mutant } from './mutants/mutant.ts'

const texts = projectTexts()

const mutants = [
  ...languageMutants,
  ...modulesMutants,
  ...filesMutants,
  ...secretsMutants,
  ...typesMutants,
  ...storageMutants,
  ...appMutants,
  ...signInMutants,
  ...rolesMutants,
]

test('planted faults are caught, by the rule that is there for them', () => {
  const missed = mutants.flatMap((mutant) => {
    const rules = new Set(check(planted(mutant), { untilFirst: true }).findings.map(({ rule }) => rule))
    return rules.has(mutant.rule)
      ? []
      : [`${mutant.name}: ${[...rules].join(', ') || 'not caught'} instead of ${mutant.rule}`]
  })
  const share = (mutants.length - missed.length) / mutants.length
  process.stdout.write(`infra-check catches ${mutants.length - missed.length} of ${mutants.length} planted faults\n`)
  expect(missed).toEqual([])
  expect(mutants.length).toBeGreaterThanOrEqual(40)
  expect(share).toBeGreaterThanOrEqual(0.95)
})

function planted({ file, from, to, name }: Mutant): ReadonlyMap<string, string> {
  const text = texts.get(file) ?? ''
  if (!text.includes(from)) throw new Error(`'${name}' finds nothing to change in ${file}`)
  return new Map([...texts, [file, text.replace(from, () => to)]])
}
