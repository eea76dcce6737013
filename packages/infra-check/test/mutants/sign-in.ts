import { mutant, of, type Mutant } from './mutant.ts'

/** Sign-in and gateway that do not fit together. */
export const signInMutants: readonly Mutant[] = [
  mutant(
    'sign-in',
    'clients are told to ask for another scope',
    of('settings'),
    '/user_impersonation',
    '/user_impersonate',
  ),
  mutant('sign-in', 'a permission has a wrong digit', of('entra'), '41094075-9dad', '41094075-9dae'),
  mutant(
    'sign-in',
    'the federated credential is for another audience',
    of('entra'),
    'api://AzureADTokenExchange',
    'api://AzureAdTokenExchange',
  ),
  mutant(
    'sign-in',
    'a secret stands in for the identity',
    of('settings'),
    "clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'",
    "clientSecretSettingName: 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET'",
  ),
  mutant(
    'gateway',
    'the metadata are served elsewhere',
    of('apim'),
    "path: '.well-known/oauth-protected-resource'",
    "path: 'oauth-protected-resource'",
  ),
  mutant('gateway', 'calls go to another path of the app', of('apim'), '/runtime/webhooks', '/api'),
]
