import { main, mutant, of, type Mutant } from './mutant.ts'

/** Roles that are too wide, too narrow or wrong. */
export const rolesMutants: readonly Mutant[] = [
  mutant(
    'role-assignments',
    'the role is given on another subscription than the one to read',
    main,
    '    scope: subscription(id)\n    params',
    '    params',
  ),
  mutant(
    'role-assignments',
    'the app is Owner of the subscription',
    of('reader-subscription'),
    'roleDefinitionId: role.id',
    "roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')",
  ),
  mutant(
    'role-assignments',
    'the app is Contributor of the management group',
    of('reader-management-group'),
    '73c42c96-874c-492b-b04d-ab87d138a893',
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
  ),
  mutant(
    'role-assignments',
    'a digit of a role is wrong',
    of('roles'),
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
    '974c5e8b-45b9-4653-ba55-5f855dd0fb89',
  ),
  mutant(
    'role-assignments',
    'the reader role writes',
    'infra/reader-role.json',
    'Microsoft.Compute/virtualMachines/read',
    'Microsoft.Compute/virtualMachines/write',
  ),
  mutant(
    'role-assignments',
    'the reader role may do everything',
    'infra/reader-role.json',
    'Microsoft.Compute/virtualMachines/read',
    '*',
  ),
  mutant(
    'role-assignments',
    'by default nobody reads the fleet',
    main,
    '&& grantSubscriptionReader',
    '&& !grantSubscriptionReader',
  ),
  mutant(
    'role-assignments',
    'two assignments get one name',
    of('roles'),
    'guid(storage.id, identityPrincipalId, role.id)',
    'guid(storage.id, identityPrincipalId)',
  ),
  mutant(
    'role-assignments',
    'a storage role is given on the whole subscription',
    of('reader-subscription'),
    'roleDefinitionId: role.id',
    "roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b')",
  ),
  mutant(
    'role-assignments',
    'the kind of the principal is left to chance',
    of('reader-subscription'),
    "    principalType: 'ServicePrincipal'\n",
    '',
  ),
  mutant(
    'role-assignments',
    'whoever deploys gets the reader role',
    main,
    '      environmentName: environmentName\n      principalId: identity.outputs.principalId',
    '      environmentName: environmentName\n      principalId: principalId',
  ),
]
