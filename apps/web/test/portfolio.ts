import type { Fact, Insight, LatestInsight } from '@milepost/api-contracts/insights'
import type {
  PortfolioMilestone,
  PortfolioOverview,
  PortfolioProject,
} from '@milepost/api-contracts/portfolio'

export const asOf = '2026-11-20T09:12:00Z'
/** A UUID that ends in this number. */
export const uuid = (number: number) =>
  `01935b7e-42d1-7000-8000-${number.toString().padStart(12, '0')}`

/** A quiet green project: nothing fired, nothing blocked, no forecast yet. */
export const project = (changed: Partial<PortfolioProject> = {}): PortfolioProject => ({
  id: uuid(101),
  key: 'WAF',
  name: 'WAF/API Security',
  status: 'active',
  team: { id: uuid(51), name: 'Network & Security' },
  manager: { id: uuid(2), display_name: 'Priya Raman' },
  completion_percentage: 65,
  planned_percentage: 82,
  health: 'green',
  declared_health: 'green',
  health_note: '',
  computed_health: 'green',
  disagreement_days: null,
  rules: [],
  computed_at: asOf,
  forecast: { abstains: 'It needs 6 weeks of finished tasks; this project has 4.' },
  start_date: '2026-09-07',
  finish_date: '2027-01-29',
  baseline_finish_date: null,
  completed_on: null,
  task_count: 40,
  done_count: 26,
  blocked_count: 0,
  blocked_oldest_days: null,
  overdue_count: 0,
  weekly_done: [1, 2, 3],
  next_milestone: null,
  ...changed,
})

export const milestone = (changed: Partial<PortfolioMilestone> = {}): PortfolioMilestone => ({
  id: uuid(201),
  project: { id: uuid(101), key: 'WAF', name: 'WAF/API Security' },
  name: 'PAM Re-implementation',
  status: 'upcoming',
  due_date: '2026-12-11',
  original_due_date: '2026-12-11',
  achieved_on: null,
  at_risk: false,
  at_risk_reason: null,
  ...changed,
})

const none = { value: 0, change: null }

export const overview = (changed: Partial<PortfolioOverview> = {}): PortfolioOverview => ({
  as_of: asOf,
  counts: {
    active: { value: 1, change: 0 },
    completed: none,
    at_risk: none,
    blocked_tasks: none,
    overdue_tasks: none,
    milestones_due: none,
  },
  projects: [project()],
  milestones: [],
  changes: [],
  can: { analyze: true, create_project: false },
  ...changed,
})

export const fact = (changed: Partial<Fact> = {}): Fact => ({
  key: 'WAF.completion',
  index: 1,
  label: 'Completion',
  text: '65%',
  value: 65,
  unit: 'percent',
  project_id: uuid(101),
  team_id: null,
  as_of: asOf,
  method: 'Weighted by estimate.',
  operands: [],
  limit: null,
  history: null,
  coverage: null,
  task_count: 1,
  tasks: [
    {
      id: uuid(301),
      project_id: uuid(101),
      key: 'WAF-131',
      title: 'Ship WAF audit logs to the SIEM in JSON',
      status: 'in_progress',
      contribution: null,
    },
  ],
  ...changed,
})

export const insight = (changed: Partial<Insight> = {}): Insight => ({
  id: uuid(900),
  kind: 'portfolio',
  project_id: null,
  generated_at: asOf,
  as_of: asOf,
  source: 'rules',
  provider: 'rules',
  model: null,
  prompt_version: null,
  reason: 'No model is configured.',
  computed_health: 'green',
  paragraphs: [
    {
      sentences: [
        {
          parts: [
            { text: 'WAF/API Security is ' },
            { text: '65%', fact: 'WAF.completion' },
            { text: ' complete.' },
          ],
        },
      ],
    },
  ],
  attention: [],
  unknowns: ['6 tasks have no due date'],
  facts: [fact()],
  verification: { numbers: 1, verified: 1 },
  ...changed,
})

export const latestInsight = (changed: Partial<LatestInsight> = {}): LatestInsight => ({
  insight: insight(),
  age_seconds: 60,
  pending: false,
  can: { analyze: true },
  ...changed,
})
