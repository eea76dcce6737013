import type { Os } from './os.ts'
import type { Patch } from './patch.ts'
import { august, november, october, september, type Month } from './patch-tuesdays.ts'
import { windowsPatch } from './windows-patch.ts'

const offsets: Readonly<Record<string, number>> = {
  'Windows Server 2012 R2': 31,
  'Windows Server 2016': 14,
  'Windows Server 2019': 8,
  'Windows Server 2022': 3,
  'Windows Server 2025': 1,
}

const catalogs = new Map<string, readonly Patch[]>()

/** The updates that Microsoft offered since August 2026 to every server of a Windows release, oldest first. */
export function windowsPatches(os: Os): readonly Patch[] {
  const known = catalogs.get(os.release)
  if (known) return known
  const patches = os.release.endsWith('2012 R2') ? outOfSupport(os) : inSupport(os)
  catalogs.set(os.release, patches)
  return patches
}

function inSupport(os: Os): readonly Patch[] {
  return [
    ...[august, september, october, november].flatMap((month) => [cumulative(os, month), removalTool(month)]),
    framework(os, september),
    securityPlatform,
    framework(os, october),
    ...(os.release.endsWith('2016') ? [servicingStack(os)] : []),
  ]
}

/** The extended security updates of Windows Server 2012 R2 ended with October 2026. */
function outOfSupport(os: Os): readonly Patch[] {
  return [august, september, october].flatMap((month) => [monthlyRollup(os, month), removalTool(month)])
}

const securityPlatform: Patch = {
  ...windowsPatch('security-platform', 'Update for Windows Security platform', 5007651, {
    classification: 'Updates',
    reboot: 'NeverReboots',
    publishedAt: new Date('2026-09-17T17:00:00Z'),
  }),
  name: 'Update for Windows Security platform - KB5007651 (Version 10.0.29510.1001)',
}

const cumulative = (os: Os, { name, publishedAt, kb }: Month): Patch =>
  windowsPatch('windows', `${name} Cumulative Update for ${os.release} for x64-based Systems`, kb + offset(os), {
    severity: 'Critical',
    reboot: 'AlwaysRequiresReboot',
    publishedAt,
  })

const monthlyRollup = (os: Os, { name, publishedAt, kb }: Month): Patch =>
  windowsPatch(
    'windows',
    `${name} Security Monthly Quality Rollup for ${os.release} for x64-based Systems`,
    kb + offset(os),
    { severity: 'Critical', reboot: 'AlwaysRequiresReboot', publishedAt },
  )

const framework = (os: Os, { name, publishedAt, kb }: Month): Patch =>
  windowsPatch(
    'framework',
    `${name} Cumulative Update for .NET Framework 3.5 and 4.8 for ${os.release} for x64`,
    kb + offset(os) + 40,
    { severity: 'Important', publishedAt },
  )

const removalTool = ({ words, publishedAt }: Month): Patch =>
  windowsPatch('removal-tool', `Windows Malicious Software Removal Tool x64 - ${words}`, 890830, {
    classification: 'UpdateRollup',
    reboot: 'NeverReboots',
    publishedAt,
  })

const servicingStack = (os: Os): Patch =>
  windowsPatch(
    'servicing-stack',
    `2026-10 Servicing Stack Update for ${os.release} for x64-based Systems`,
    october.kb + 75,
    {
      classification: 'Critical',
      severity: 'Critical',
      reboot: 'NeverReboots',
      publishedAt: october.publishedAt,
    },
  )

const offset = ({ release }: Os): number => offsets[release] ?? 50
