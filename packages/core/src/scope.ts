import { invalid } from './errors.ts'

/** Where to look. Subscriptions and management groups exclude each other; neither means all that the credential sees. */
export interface Scope {
  /** Subscription ids (GUIDs), for Resource Graph. */
  readonly subscriptions?: readonly string[]
  /** Management group names, for Resource Graph. */
  readonly managementGroups?: readonly string[]
  /** Workspace GUIDs or ARM ids, for Log Analytics. */
  readonly workspaces?: readonly string[]
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const workspaceId =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[\w-]+$/i
const managementGroupName = /^[\w().-]{1,90}$/

/** The scope with its ids lower-cased and without repeats. Throws InvalidInput for an id that cannot be one. */
export function parseScope({ subscriptions = [], managementGroups = [], workspaces = [] }: Scope): Scope {
  if (subscriptions.length > 0 && managementGroups.length > 0) {
    throw invalid('Both subscriptions and management groups are given', 'Give one or the other.')
  }
  const isWorkspace = (id: string) => guid.test(id) || workspaceId.test(id)
  return {
    subscriptions: ids(
      subscriptions,
      (id) => guid.test(id),
      'subscription id',
      'a GUID such as 00000000-1111-2222-3333-444444444444',
    ),
    managementGroups: ids(
      managementGroups,
      (id) => managementGroupName.test(id),
      'management group',
      'its name (id), not its display name',
    ),
    workspaces: ids(workspaces, isWorkspace, 'workspace', 'its workspace id (a GUID) or its resource id'),
  }
}

function ids(
  values: readonly string[],
  isValid: (id: string) => boolean,
  what: string,
  form: string,
): readonly string[] {
  const wrong = values.find((id) => !isValid(id))
  if (wrong !== undefined) throw invalid(`'${wrong}' is not a ${what}`, `Give ${form}.`)
  return [...new Set(values.map((id) => id.toLowerCase()))]
}
