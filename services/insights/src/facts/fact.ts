import type { Fact, FactTask } from '@milepost/api-contracts/insights'

/** A fact before anything has mentioned it. */
export interface LedgerFact extends Omit<Fact, 'index'> {
  /** What it measures, whatever it measures it of: "completion". */
  metric: string
  /** The tasks behind it, also those not shown: at most 500, those that add most first. */
  task_ids: string[]
  /** Names a sentence may use when it cites this fact, beside those of its project and team. */
  names: string[]
}

type Optional = 'limit' | 'history' | 'coverage'

/** A measurement, without where and when it was made. */
export type Measurement = Pick<
  LedgerFact,
  'metric' | 'label' | 'text' | 'value' | 'unit' | 'method' | 'operands'
> &
  Partial<Pick<LedgerFact, Optional | 'names' | 'team_id'>> & {
    /** Those that add most first. */
    tasks?: FactTask[]
  }

interface Scope {
  /** Before the metric: "WAF" in "WAF.completion". */
  key: string
  project_id: string | null
  team_id: string | null
  as_of: string
  /** Of the tasks, how many a reader gets to see. */
  tasksMax: number
}

/** Most facts of a large project rest on all of its tasks, and facts are written often. */
const taskIdsMax = 500

/** Where and when a measurement was made makes it a fact. */
export function factOf(
  { key, project_id, team_id, as_of, tasksMax }: Scope,
  { tasks = [], ...measurement }: Measurement,
): LedgerFact {
  return {
    key: `${key}.${measurement.metric}`,
    project_id,
    team_id,
    as_of,
    limit: null,
    history: null,
    coverage: null,
    names: [],
    ...measurement,
    task_count: tasks.length,
    tasks: tasks.slice(0, tasksMax),
    task_ids: tasks.slice(0, taskIdsMax).map(({ id }) => id),
  }
}

/** Something measured, or why it could not be. */
export type Measured<Value> = Value | { abstains: string }

export const isMeasured = <Value extends object>(measured: Measured<Value>): measured is Value =>
  !('abstains' in measured)
