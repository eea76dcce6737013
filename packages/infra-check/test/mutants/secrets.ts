import { main, mutant, of, parameters, type Mutant } from './mutant.ts'

/** Secrets that get out. */
export const secretsMutants: readonly Mutant[] = [
  mutant(
    'secrets',
    'a key leaves through an output',
    of('storage'),
    'output name string = account.name',
    'output name string = account.listKeys().keys[0].value',
  ),
  mutant(
    'secrets',
    'a connection string leaves through an output',
    of('monitoring'),
    'string = insights.name',
    'string = insights.properties.ConnectionString',
  ),
  mutant(
    'secrets',
    'a secret parameter is not secure',
    main,
    'param location string',
    "param location string\n@description('x')\nparam clientSecret string = ''",
  ),
  mutant(
    'secrets',
    'a secure parameter has a default',
    main,
    'param location string',
    "param location string\n@secure()\n@description('x')\nparam pass string = 'x'",
  ),
  mutant('secrets', 'a key stands in a file', parameters, 'noreply@example.com', 'AccountKey=abc'),
]
