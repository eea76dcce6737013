import { analyses } from '@infra-analysis/core'
import { z } from 'zod'
import { places } from './where.ts'
import type { Workflow } from './workflow.ts'

const patching = analyses.find((analysis) => analysis.id === 'patching-level')!
const tool = 'get_patching_level'
const reach = 'each subscription'

/** How far a round of patching has come. */
export const patchCampaignReport: Workflow = {
  name: 'patch_campaign_report',
  title: 'Report on a patch campaign',
  description:
    'Report how far a patch campaign has come over many subscriptions: servers by patching level, patches of the campaign that are still missing, and installation runs. Use this when someone asks for the state of a rollout, of a patch day or of a KB over the whole estate. It can take minutes and stores a report; for some servers, call get_patching_level.',
  input: z.strictObject({
    tag: z
      .string()
      .regex(/^([^=]+=.*)?$/, 'expected Name=Value')
      .default('')
      .describe('Only servers with this tag, as Name=Value'),
    kbs: z
      .array(z.string().regex(/^(kb)?\d{6,8}$/i, 'expected a KB number such as KB5031364'))
      .default([])
      .describe('The KB numbers of the campaign; all by default'),
    classifications: z
      .array(patching.input.shape.classifications.unwrap().element)
      .default(['Critical', 'Security'])
      .describe('The classes of patches; Critical and Security by default'),
    subscriptions: places.subscriptions,
  }),
  questions: ({ tag, kbs, classifications }) => [
    { title: 'Patching level', tool, reach, args: { tag } },
    {
      title: 'Patches of the campaign',
      tool,
      reach,
      args: { tag, kbs, classifications, view: 'patches' },
      rows: 'Patches still missing',
    },
    { title: 'Installation runs', tool, reach, args: { tag, view: 'runs' }, rows: 'Runs within 30 days' },
  ],
}
