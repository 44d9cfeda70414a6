import { statement } from '@milepost/service-kit/statement'

/**
 * Changes whenever an overview of these teams would: one look at a row per project instead of at all
 * their tasks. Null stands for every team. Deleted projects count, for their deletion is a change.
 */
export const readPortfolioVersion = statement<
  [teamIds: readonly string[] | null],
  { version: string }
>(
  'portfolio_version',
  `select md5(concat(
     (select string_agg(
        concat_ws('.', p.id, p.version, g.board_version, h.computed_at, t.name, u.display_name), ','
        order by p.id)
      from projects.projects p
      join projects.project_progress g on g.project_id = p.id
      left join projects.project_health h on h.project_id = p.id
      left join auth.teams t on t.id = p.team_id
      left join auth.users u on u.id = p.manager_id
      where $1::uuid[] is null or p.team_id = any($1)),
     (select concat_ws('.', count(*), sum(m.version))
      from projects.milestones m join projects.projects p on p.id = m.project_id
      where $1::uuid[] is null or p.team_id = any($1)))) as version`,
)
