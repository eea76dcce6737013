/** A question in both languages. */
export interface Question {
  readonly name: string
  readonly kql: string
  readonly sql: string
  /** Why the two do not do the same work, so that the answers are not compared and the ratio does not count. */
  readonly unlike?: string
}

/** What both engines are asked, over `Events` and `Owners`. */
export const questions: readonly Question[] = [
  {
    name: 'filter + group',
    kql: `Events | where severity >= 3 and value > 20.0
| summarize n = count(), total = sum(value), most = max(value) by machine`,
    sql: `select machine, count(*), sum(value), max(value) from Events where severity >= 3 and value > 20 group by machine`,
  },
  {
    name: 'regex + dcount',
    kql: String.raw`Events | where message matches regex @'disk[0-9]+ .* code (4|5)\d[05]' | summarize users = dcount(user) by severity`,
    sql: String.raw`select severity, count(distinct "user") from Events
where regexp_matches(message, 'disk[0-9]+ .* code (4|5)\d[05]') group by severity`,
  },
  {
    name: 'two-level dynamic path',
    kql: `Events | where tostring(detail.host.zone) == 'z2'
| summarize n = count(), cpu = avg(toreal(detail.host.cpu)) by pool = tostring(detail.host.pool)`,
    sql: `select detail->>'$.host.pool', count(*), avg((detail->>'$.host.cpu')::double) from Events
where detail->>'$.host.zone' = 'z2' group by 1`,
  },
  {
    name: 'arg_max(at, *)',
    kql: `Events | summarize arg_max(at, *) by machine | project machine, at, id, severity, value, message, user, owner`,
    sql: `select e.machine, e."at", e.id, e.severity, e.value, e.message, e."user", e.owner
from (select arg_max(Events, "at") as e from Events group by machine)`,
  },
  {
    name: 'make-series of 500 + anomalies',
    kql: `Events | make-series n = count() default = 0 on at from datetime(2026-01-01) to datetime(2026-01-31) step 1h by machine
| extend (flag, score, baseline) = series_decompose_anomalies(n, 1.5, 24)`,
    sql: `select machine, list(n order by hour) from
(select machine, time_bucket(interval 1 hour, "at") as hour, count(*) as n from Events group by all) group by machine`,
    unlike: 'DuckDB only counts by hour: it has no anomalies',
  },
  {
    name: 'left outer join with 0.1 M',
    kql: `Events | project id, machine, value, owner | join kind=leftouter Owners on owner`,
    sql: `select e.id, e.machine, e.value, e.owner, o.owner, coalesce(o.name, ''), o.weight
from Events e left join Owners o on e.owner = o.owner`,
  },
  {
    name: 'full sort',
    kql: `Events | project id, machine, value | sort by value desc, id asc`,
    sql: `select id, machine, value from Events order by value desc nulls last, id`,
  },
  {
    name: 'top 10',
    kql: `Events | top 10 by value desc | project id, at, machine, severity, value, message, user, owner`,
    sql: `select id, "at", machine, severity, value, message, "user", owner from Events order by value desc nulls last limit 10`,
  },
]
