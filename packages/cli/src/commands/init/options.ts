import { general, place, type Options } from '../../options.ts'

const { 'sandbox-machines': _machines, 'sandbox-seed': _seed, sandbox: _sandbox, ...scope } = place

/** What `init` takes. */
export const initOptions = {
  dir: { kind: 'text', byDefault: '.', description: 'Folder of the repository', placeholder: 'path' },
  sandbox: { kind: 'switch', description: 'Configure the server over the sample fleet: no Azure account needed' },
  remote: { kind: 'text', description: 'Configure a deployed server instead', placeholder: 'url' },
  'with-key': { kind: 'switch', description: 'With --remote: the server takes a key, not a sign-in' },
  force: { kind: 'switch', description: 'Overwrite files, and entries of configurations, that differ' },
  ...scope,
  help: general.help,
} as const satisfies Options
