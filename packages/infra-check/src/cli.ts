import { check } from './check.ts'
import { projectTexts } from './files.ts'
import { shown } from './finding.ts'
import { comparison } from './published/compare.ts'

const write = (text: string): void => void process.stdout.write(`${text}\n`)

const texts = projectTexts()
const { findings, deployed, refused } = check(texts)
for (const finding of findings) write(shown(finding))
write(
  `${findings.length} findings in ${texts.size} files, with ${deployed} combinations of parameters; ${refused} more are refused by the template.`,
)

const types = await comparison()
for (const difference of types?.differences ?? []) write(`types: ${difference}`)
write(
  types
    ? `${types.compared.length} resource types were compared with the published ones; ${types.unknown.length} are not published there in this version.`
    : 'Resource types were held against the table of this package only. To compare it with the published ones: npm install --global @azure/mcp@2.0.5',
)
write(
  'Not checked: that it compiles and deploys. Your own check: az bicep build --file infra/main.bicep, azd provision --preview',
)
process.exitCode = findings.length + (types?.differences.length ?? 0) > 0 ? 1 : 0
