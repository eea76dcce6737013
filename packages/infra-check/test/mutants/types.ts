import { main, mutant, of, type Mutant } from './mutant.ts'

/** Properties that resources do not have, or have otherwise. */
export const typesMutants: readonly Mutant[] = [
  mutant('types', 'a property is misspelt', of('storage'), 'allowCrossTenantReplication', 'allowCrossTenantReplicaton'),
  mutant(
    'types',
    'a nested property is misspelt',
    of('function-app'),
    'maximumInstanceCount: maximumInstanceCount',
    'maxInstanceCount: maximumInstanceCount',
  ),
  mutant('types', 'a property of the gateway is misspelt', of('apim'), 'mcpProperties', 'mcpPropperties'),
  mutant(
    'types',
    'an object stands where a list is wanted',
    of('apim'),
    "endpoints: [{ name: 'mcp', uriTemplate: '/mcp' }]",
    "endpoints: { name: 'mcp', uriTemplate: '/mcp' }",
  ),
  mutant('types', 'a value is none of the known', of('storage'), "'Standard_LRS'", "'Standard_LSR'"),
  mutant('types', 'a plan is misspelt', of('function-app'), "'FlexConsumption'", "'FlexConsumtion'"),
  mutant(
    'types',
    'a bool is written as a text',
    of('monitoring'),
    'DisableLocalAuth: true',
    "DisableLocalAuth: 'true'",
  ),
  mutant('types', 'a required property is missing', of('alerts'), "    groupShortName: 'infra'\n", ''),
  mutant(
    'types',
    'a read-only property is written',
    of('identity'),
    '  tags: tags\n',
    "  tags: tags\n  properties: { clientId: 'x' }\n",
  ),
  mutant('types', 'a version does not exist', of('workbook'), 'workbooks@2023-06-01', 'workbooks@2023-16-01'),
  mutant(
    'types',
    'what is read off a resource does not exist',
    of('function-app'),
    'properties.defaultHostName',
    'properties.defaultHostname',
  ),
  mutant(
    'types',
    'a property stands a level too high',
    of('function-app'),
    "    siteConfig: {\n      minTlsVersion: '1.2'\n      ftpsState: 'Disabled'\n    }",
    "    siteConfig: {\n      ftpsState: 'Disabled'\n    }\n    minTlsVersion: '1.2'",
  ),
  mutant(
    'tags',
    'a resource is not tagged',
    of('network'),
    '  name: name\n  location: location\n  tags: tags',
    '  name: name\n  location: location',
  ),
  mutant(
    'existing',
    'what is referred to has another name',
    main,
    'storageName: storage.outputs.name\n    workspaceId',
    "storageName: 'st${token}2'\n    workspaceId",
  ),
]
