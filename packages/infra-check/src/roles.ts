/** What a built-in role lets its holder do: read only, write the data of one service, or change Azure itself. */
interface Role {
  readonly name: string
  readonly power: 'reads' | 'writes data' | 'changes Azure'
}

/** Built-in roles by id: those that the tree may use, and those that it must not. */
export const builtInRoles: Readonly<Record<string, Role>> = {
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': { name: 'Storage Blob Data Owner', power: 'writes data' },
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88': { name: 'Storage Queue Data Contributor', power: 'writes data' },
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': { name: 'Storage Table Data Contributor', power: 'writes data' },
  '3913510d-42f4-4e42-8a64-420c390055eb': { name: 'Monitoring Metrics Publisher', power: 'writes data' },
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': { name: 'Storage Blob Data Reader', power: 'reads' },
  '73c42c96-874c-492b-b04d-ab87d138a893': { name: 'Log Analytics Reader', power: 'reads' },
  '3b03c2da-16b3-4a49-8834-0f8130efdd3b': { name: 'Log Analytics Data Reader', power: 'reads' },
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': { name: 'Reader', power: 'reads' },
  '43d0d8ad-25c7-4714-9337-8ba259a9fe05': { name: 'Monitoring Reader', power: 'reads' },
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': { name: 'Owner', power: 'changes Azure' },
  'b24988ac-6180-42a0-ab88-20f7382dd24c': { name: 'Contributor', power: 'changes Azure' },
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': { name: 'User Access Administrator', power: 'changes Azure' },
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': { name: 'Role Based Access Control Administrator', power: 'changes Azure' },
}
