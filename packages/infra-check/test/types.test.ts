import { expect, test } from 'vitest'
import { bicepFile } from '../src/bicep/file.ts'
import { combinationsOf } from '../src/deploy/combinations.ts'
import { deployer } from '../src/deploy/deployment.ts'
import { Refused } from '../src/deploy/fault.ts'
import { type DeployedResource, isBag, isList, type Value } from '../src/deploy/value.ts'
import { projectTexts } from '../src/files.ts'
import { mainPath } from '../src/project.ts'
import { definitionsIn } from '../src/published/definitions.ts'
import { differences } from '../src/published/differences.ts'
import { bareKey, isObjectType, keyIn, type ObjectType, types } from '../src/types.ts'

test('the table of types holds nothing that the tree does not use', () => {
  const texts = projectTexts()
  const bicep = new Map(
    [...texts].filter(([path]) => path.endsWith('.bicep')).map(([path, text]) => [path, bicepFile(path, text).file]),
  )
  const deploy = deployer({ bicep, texts })
  const used = new Set<string>()
  for (const parameters of combinationsOf(bicep.get(mainPath)!)) {
    try {
      const { resources, reads } = deploy(mainPath, parameters)
      for (const one of resources) note(used, keyOf(one), types.get(keyOf(one)), one.body)
      for (const { of, path } of reads)
        path.forEach((_, at) => used.add([keyOf(of), ...path.slice(0, at + 1)].join('.')))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  const listed = [...types].flatMap(([key, type]) => [key, ...pathsOf(type, key)])
  expect(listed.filter((path) => !used.has(path))).toEqual([])
})

const keyOf = ({ type, name }: DeployedResource): string => (types.has(`${type}#${name}`) ? `${type}#${name}` : type)

function note(used: Set<string>, path: string, type: unknown, value: Value): void {
  used.add(path)
  if (isList(value)) value.forEach((item) => note(used, path, type, item))
  else if (isBag(value) && isObjectType(type as ObjectType)) {
    const object = ((type as ObjectType)['[]'] ?? type) as ObjectType
    for (const [name, inner] of Object.entries(value)) {
      const key = keyIn(object, name) ?? name
      note(used, `${path}.${bareKey(key)}`, object[key], inner)
    }
  }
}

const pathsOf = (type: ObjectType, path: string): readonly string[] =>
  Object.entries(type).flatMap(([key, inner]) => {
    const at = key === '[]' ? path : `${path}.${bareKey(key)}`
    return isObjectType(inner) ? [at, ...pathsOf(inner, at)] : [at]
  })

const printed = JSON.stringify({
  results: {
    BicepSchemaResult: [
      {
        $type: 'Resource',
        bodyType: {
          properties: [
            { name: 'apiVersion', type: '2025-01-01' },
            { name: 'name', type: 'string', flags: 'Required' },
            { name: 'id', type: 'string', flags: 'ReadOnly' },
            { name: 'kind', type: 'Large | Small | string' },
            { name: 'sizes', type: 'Size[]' },
            { name: 'tags', type: 'Tags' },
          ],
        },
      },
      { $type: 'Object', name: 'Size', properties: [{ name: 'count', type: 'int' }] },
      { $type: 'Object', name: 'Tags', properties: [], additionalPropertiesType: 'string' },
    ],
  },
})

test.each<[string, ObjectType, readonly string[]]>([
  ['the same', { 'name!': 'string', kind: ['Small'], sizes: { '[]': { count: 'int' } }, tags: { '*': 'string' } }, []],
  ['a property too many', { nmae: 'string' }, ['nmae is not published']],
  ['another plain type', { sizes: { '[]': { count: 'string' } } }, ['sizes.count: string is not among int']],
  ['an unknown member', { kind: ['Smal'] }, ['kind: Smal is not among Large | Small | string']],
  ['marks', { name: 'string', id: 'string' }, ['name is required', 'id is written by the service']],
])('the table against published types: %s', (_, ours, expected) => {
  const definitions = definitionsIn(printed)!
  expect(definitions.version).toBe('2025-01-01')
  expect(differences(ours, definitions.bodies.get('')!, definitions)).toEqual(expected)
})

test('a type that is not published gives no definitions', () => {
  expect(definitionsIn('{"status":500}')).toBeUndefined()
})
