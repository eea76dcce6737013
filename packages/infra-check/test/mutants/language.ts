import { main, mutant, of, type Mutant } from './mutant.ts'

/** Faults of the language: syntax, names, words, descriptions. */
export const languageMutants: readonly Mutant[] = [
  mutant('syntax', 'a brace is missing', of('identity'), '  tags: tags\n}', '  tags: tags\n'),
  mutant('syntax', 'an equals sign is missing', of('storage'), "' = {\n  parent: account", "' {\n  parent: account"),
  mutant('syntax', 'a text is not closed', of('monitoring'), "kind: 'web'", "kind: 'web"),
  mutant(
    'names',
    'a parameter is misspelt where it is used',
    of('storage'),
    'location: location',
    'location: loaction',
  ),
  mutant('names', 'a resource is misspelt where it is used', of('apim'), 'scope: service', 'scope: servcie'),
  mutant('names', 'a variable is declared twice', main, 'var tags = {', "var token = 'x'\nvar tags = {"),
  mutant('names', 'a variable is used by nobody', of('apim'), 'var path = ', "var spare = 'x'\nvar path = "),
  mutant(
    'names',
    'a parameter is used by nobody',
    of('workbook'),
    'param tags object',
    'param tags object\nparam spare string',
  ),
  mutant('names', 'a function is misspelt', main, 'uniqueString(', 'uniqeString('),
  mutant(
    'names',
    'a key stands twice',
    of('storage'),
    'allowBlobPublicAccess: false',
    'allowBlobPublicAccess: false\n    allowBlobPublicAccess: true',
  ),
  mutant('names', 'dependsOn names nothing', main, 'dependsOn: [roles]', 'dependsOn: [rolse]'),
  mutant('documented', 'a parameter has no description', main, "@description('Version of Node.js.')\n", ''),
  mutant('documented', 'an output has no description', main, "@description('Address for MCP clients.')\n", ''),
  mutant('words', 'a type is misspelt', of('identity'), 'param tags object', 'param tags obejct'),
  mutant('words', 'a decorator is misspelt', main, '@minValue(1)', '@minvalue(1)'),
  mutant('words', 'a choice that does not exist is compared', main, "source == 'azure'", "source == 'Azure'"),
]
