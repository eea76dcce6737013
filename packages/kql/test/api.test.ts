import { describe, expect, it } from 'vitest'
import {
  check,
  compile,
  evaluate,
  KqlError,
  run,
  type Schema,
  type Table,
  tokens,
  UnsupportedKql,
} from '../src/index.ts'

const schema: Schema = {
  Heartbeat: [
    { name: 'TimeGenerated', type: 'datetime' },
    { name: 'Computer', type: 'string' },
    { name: 'Cores', type: 'long' },
  ],
}

const heartbeat: Table = {
  columns: schema['Heartbeat'] ?? [],
  rows: [
    ['2024-05-01T10:00:00.1234567Z', 'web01', 4],
    ['2024-05-02T10:00:00Z', 'web02', '9007199254740993'],
    [null, '', null],
  ],
}

const thrown = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('check', () => {
  it('tells all that is known without running', () => {
    const text =
      'declare query_parameters(since:datetime, limit:long = 5); Heartbeat | where TimeGenerated > since | extend up = tolower(Computer) | project up | take limit'
    expect(check(text, schema)).toEqual({
      diagnostics: [],
      columns: [{ name: 'up', type: 'string' }],
      parameters: [
        { name: 'since', type: 'datetime' },
        { name: 'limit', type: 'long' },
      ],
      tables: ['Heartbeat'],
      functions: ['tolower'],
      operators: ['extend', 'project', 'take', 'where'],
    })
  })

  it('places its findings', () => {
    const [found] = check('Heartbeat\n| where Cpus > 1', schema).diagnostics
    expect(found).toMatchObject({ code: 'KS142', severity: 'error', start: 18, length: 4, line: 2, column: 9 })
  })

  it('takes a declaration of parameters in every dialect', () => {
    const text = 'declare query_parameters(name:string);\nheartBEAT | where Computer == name'
    expect(check(text, schema, 'resource-graph')).toMatchObject({ diagnostics: [], tables: ['Heartbeat'] })
    expect(check(text.replace('heartBEAT', 'Heartbeat'), schema, 'log-analytics').diagnostics).toEqual([])
  })

  it('survives what makes the analyzer give up', () => {
    expect(() => check('graph("x") | graph-match (a)-[*1..3]->(b) where', schema)).not.toThrow(TypeError)
  })
})

describe('evaluate', () => {
  it('reads and writes the wire form', () => {
    const { rows } = evaluate('Heartbeat | extend nextDay = TimeGenerated + 1d, wait = 90s', {
      tables: { Heartbeat: heartbeat },
    })
    expect(rows).toEqual([
      ['2024-05-01T10:00:00.1234567Z', 'web01', 4, '2024-05-02T10:00:00.1234567Z', '00:01:30'],
      ['2024-05-02T10:00:00.0000000Z', 'web02', '9007199254740993', '2024-05-03T10:00:00.0000000Z', '00:01:30'],
      [null, '', null, null, '00:01:30'],
    ])
  })

  it('leaves the given rows as they are', () => {
    const rows = structuredClone(heartbeat.rows)
    evaluate('Heartbeat | extend Cores = 1 | sort by Computer', { tables: { Heartbeat: heartbeat } })
    expect(heartbeat.rows).toEqual(rows)
  })

  it('makes a table only when it is read', () => {
    const made: string[] = []
    const tables = { Heartbeat: () => (made.push('Heartbeat'), heartbeat) }
    expect(evaluate('print n = 1', { tables, schema }).rows).toEqual([[1]])
    expect(made).toEqual([])
    expect(evaluate('Heartbeat | union Heartbeat | count', { tables, schema }).rows).toEqual([[6]])
    expect(made).toEqual(['Heartbeat'])
  })

  it('asks the clock once', () => {
    const now = new Date('2024-06-01T12:00:00Z')
    expect(evaluate('print a = now(), b = ago(1h)', { now }).rows).toEqual([
      ['2024-06-01T12:00:00.0000000Z', '2024-06-01T11:00:00.0000000Z'],
    ])
  })

  it('asks it once too when a part has to be evaluated first', () => {
    const [[same] = []] = evaluate(
      'print d = bag_pack("at", now()) | evaluate bag_unpack(d) | project same = todatetime(at) == now()',
    ).rows
    expect(same).toBe(true)
  })

  it('shows where a query is wrong', () => {
    expect(thrown(() => evaluate('print a = 1\n| where b'))).toMatchObject({
      name: 'KqlError',
      message: expect.stringContaining('2:9 KS142'),
      diagnostics: [{ line: 2, column: 9 }],
    })
  })

  it('names what it lacks, and where', () => {
    const error = thrown(() => evaluate('print a = 1 | evaluate autocluster()'))
    expect(error).toBeInstanceOf(UnsupportedKql)
    expect(error).toMatchObject({ construct: 'the plugin autocluster', at: { start: 14 } })
  })

  it('refuses a cell that is not of its type, as soon as it is read', () => {
    const broken: Table = {
      columns: [{ name: 'at', type: 'datetime' }],
      rows: [['2024-01-01T00:00:00Z'], ['tomorrow']],
    }
    expect(evaluate('T | count', { tables: { T: broken } }).rows).toEqual([[2]])
    for (const text of ['T', 'T | summarize max(at)']) {
      expect(() => evaluate(text, { tables: { T: broken } })).toThrow('"tomorrow" is no datetime')
    }
  })

  it('reads columns that earlier queries did not', () => {
    const tables = { Heartbeat: heartbeat }
    expect(evaluate('Heartbeat | project Cores', { tables }).rows).toEqual([[4], ['9007199254740993'], [null]])
    expect(
      evaluate('Heartbeat | where TimeGenerated > datetime(2024-05-02) | project Computer', { tables }).rows,
    ).toEqual([['web02']])
    expect(evaluate('Heartbeat | take 1', { tables }).rows).toEqual([['2024-05-01T10:00:00.1234567Z', 'web01', 4]])
  })

  it('finds the columns of a schema by name', () => {
    const columns = [{ name: 'Computer', type: 'string' as const }]
    expect(
      evaluate('Heartbeat | take 1', { tables: { Heartbeat: () => heartbeat }, schema: { Heartbeat: columns } }).rows,
    ).toEqual([['web01']])
    const wrong = [{ name: 'Cores', type: 'string' as const }]
    expect(() =>
      evaluate('Heartbeat', { tables: { Heartbeat: () => heartbeat }, schema: { Heartbeat: wrong } }),
    ).toThrow('no string column Cores')
  })
})

describe('parameters', () => {
  const text =
    'declare query_parameters(since:datetime, names:dynamic, limit:long = 2); range n from 1 to 9 step 1 | where array_length(names) == 0 or tostring(n) in (names) | take limit | extend since'

  it('take the wire form', () => {
    const parameters = { since: '2024-01-01T00:00:00Z', names: ['3', '4', '5'] }
    expect(evaluate(text, { parameters }).rows).toEqual([
      [3, '2024-01-01T00:00:00.0000000Z'],
      [4, '2024-01-01T00:00:00.0000000Z'],
    ])
  })

  it('must have a value or a default', () => {
    expect(() => evaluate(text, { parameters: { names: [] } })).toThrow('the query parameter since has no value')
  })

  it('must be declared', () => {
    expect(() => evaluate('print 1', { parameters: { since: 1 } })).toThrow(KqlError)
  })
})

describe('plans', () => {
  it('are plain JSON', () => {
    const text = 'let big = long(9007199254740993); Heartbeat | where Cores == big or real(nan) > 1 | project Computer'
    const plan = compile(text, schema)
    const stored = JSON.parse(JSON.stringify(plan)) as typeof plan
    expect(stored).toEqual(plan)
    expect(run(stored, { tables: { Heartbeat: heartbeat } }).rows).toEqual([['web02']])
  })

  it('say which table is missing', () => {
    expect(() => run(compile('Heartbeat', schema))).toThrow('no table Heartbeat was given')
  })
})

describe('tokens', () => {
  it('keep a literal in one piece', () => {
    expect(tokens(`T | where a == 'x''y' // end`)).toEqual([
      { kind: 'IdentifierToken', text: 'T', start: 0 },
      { kind: 'BarToken', text: '|', start: 2 },
      { kind: 'WhereKeyword', text: 'where', start: 4 },
      { kind: 'IdentifierToken', text: 'a', start: 10 },
      { kind: 'EqualEqualToken', text: '==', start: 12 },
      { kind: 'StringLiteralToken', text: "'x'", start: 15 },
      { kind: 'StringLiteralToken', text: "'y'", start: 18 },
    ])
  })
})
