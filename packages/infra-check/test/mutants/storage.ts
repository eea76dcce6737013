import { main, mutant, of, type Mutant } from './mutant.ts'

/** Doors of the storage account. */
export const storageMutants: readonly Mutant[] = [
  mutant(
    'storage',
    'the account has a key',
    of('storage'),
    'allowSharedKeyAccess: false',
    'allowSharedKeyAccess: true',
  ),
  mutant('storage', 'the key is not mentioned', of('storage'), '    allowSharedKeyAccess: false\n', ''),
  mutant(
    'storage',
    'blobs may be public',
    of('storage'),
    'allowBlobPublicAccess: false',
    'allowBlobPublicAccess: true',
  ),
  mutant(
    'storage',
    'plain HTTP is allowed',
    of('storage'),
    'supportsHttpsTrafficOnly: true',
    'supportsHttpsTrafficOnly: false',
  ),
  mutant(
    'storage',
    'the account stays open beside private endpoints',
    main,
    'publicAccess: !vnetEnabled',
    'publicAccess: true',
  ),
  mutant('storage', 'the firewall lets everybody in', of('storage'), "publicAccess ? 'Allow' : 'Deny'", "'Allow'"),
  mutant(
    'storage',
    'nothing leads to the queues',
    main,
    "['blob', 'queue', 'table'] : ['blob', 'queue']",
    "['blob', 'queue', 'table'] : ['blob']",
  ),
  mutant(
    'storage',
    'nothing leads to the tables of workflows',
    main,
    "['blob', 'queue', 'table'] :",
    "['blob', 'queue'] :",
  ),
  mutant('storage', 'an endpoint leads to no service', of('network'), 'groupIds: [service]', "groupIds: ['blobs']"),
  mutant(
    'types',
    'parts are deleted by a rule without a name',
    of('storage'),
    "          name: 'parts-of-workflows'\n",
    '',
  ),
  mutant(
    'storage',
    'the app stays outside of the network',
    main,
    'subnetId: vnetEnabled ?',
    'subnetId: vnetEnabled && authEnabled ?',
  ),
]
