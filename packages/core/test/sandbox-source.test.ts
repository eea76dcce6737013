import { sandbox } from '@infra-analysis/sandbox'
import { options, sandboxSubject } from './sandbox-subject.ts'
import { sourceCases } from './source.cases.ts'

sourceCases('the sandbox in this process', async () => sandboxSubject(sandbox(options)))
