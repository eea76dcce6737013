/** Delegated permissions that the application may ask for, by application and permission id. */
export const permissions: Readonly<Record<string, string>> = {
  '00000003-0000-0000-c000-000000000000/e1fe6dd8-ba31-4d61-89e7-88639da4683d': 'Microsoft Graph User.Read',
  '797f4846-ba00-4fd7-ba43-dac1f8f63013/41094075-9dad-400e-a0bd-54e686782033':
    'Azure Resource Manager user_impersonation',
  'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5/e8dac03d-d467-4a7e-9293-9cca7df08b31': 'Log Analytics API Data.Read',
}
